import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXPORTERS } from '../../../src/core/export/index.ts'
import { documentSource } from '../../../src/core/export/from-document.ts'
import { reasonText } from '../../../src/core/messages.ts'
import { ok } from '../../../src/core/result.ts'
import { ExportJob } from '../../../src/renderer/views/export/export-job.svelte.ts'
import { jsonLine } from '../../../src/renderer/views/export/json-line.ts'
import {
  asBlob,
  exportBook,
  type ExportPreview,
  type ExportRequest,
  preview,
} from '../../../src/renderer/worker/export-book.ts'
import { open, work } from '../../diff/worked-on.ts'

const SAMPLE = open(readFileSync(join(import.meta.dirname, '../../../resources/sample/sample.txt'), 'utf8'))
const REQUEST: ExportRequest = {
  source: { name: 'sample.txt', encoding: 'utf-8' },
  format: 'json',
  figures: true,
  findings: true,
  corrections: true,
  spans: true,
}

describe('the file', () => {
  it('is what the exporters of the core write of a document with decisions', async () => {
    let doc = SAMPLE
    for (let n = 0; n < 30; n++) doc = work(doc, n, [(n * 0.618) % 1, (n * 0.37) % 1, (n * 0.73) % 1])
    expect(doc.seq).toBeGreaterThan(10)
    for (const exporter of EXPORTERS) {
      const made = exportBook(doc, { ...REQUEST, format: exporter.id })
      const expected = exporter.write(
        { sources: [documentSource(REQUEST.source, doc)] },
        {
          stem: 'sample',
          messages: (rule, reason) => reasonText(rule, reason, 'zh'),
          figures: true,
          findings: true,
          corrections: true,
          spans: true,
        },
      )
      if (!made.ok || !expected.ok) throw new Error('not written')
      expect([made.value.name, made.value.content]).toEqual([...expected.value][0])
      const { content } = asBlob(made.value, doc.seq)
      expect(await content.text()).toBe(made.value.content)
    }
  })

  it('is previewed from its start, with the size of the whole', () => {
    const content = `${Array.from({ length: 3000 }, (_, i) => `第${i}行`).join('\n')}\n`
    const { lines, lineCount, size } = preview({ name: 'x.txt', content }, 1)
    expect(lines.length).toBe(2000)
    expect(lines[1999]).toBe('第1999行')
    expect(lineCount).toBe(3000)
    expect(size).toBe(Buffer.byteLength(content))
    expect(preview({ name: 'x.txt', content: '甲\n\n乙' }, 1)).toMatchObject({
      lines: ['甲', '', '乙'],
      lineCount: 3,
    })
  })
})

describe('the preview', () => {
  it('follows the last choice, once for all that came meanwhile', async () => {
    const asked: ExportRequest[] = []
    const waiting: (() => void)[] = []
    const empty: ExportPreview = { seq: 1, name: '', lines: [], lineCount: 0, size: 0 }
    const job = new ExportJob(REQUEST.source, {
      preview: (request) => {
        asked.push(request)
        return new Promise((resolve) => waiting.push(() => resolve(ok({ ...empty, name: request.format }))))
      },
      write: () => Promise.reject(new Error('not asked for')),
    })
    const first = job.refresh()
    job.toggle('findings')
    void job.refresh()
    job.format = 'text'
    void job.refresh()
    expect(job.isStale).toBe(true)
    waiting.shift()?.()
    await Promise.resolve()
    await new Promise((done) => setTimeout(done, 0))
    waiting.shift()?.()
    await first
    expect(asked.map((r) => [r.format, r.findings])).toEqual([
      ['json', false],
      ['text', false],
    ])
    expect(job.preview).toMatchObject({ ok: true, value: { name: 'text' } })
    expect(job.isStale).toBe(false)
  })
})

it.each([
  ['  "title": "综述",', { indent: 2, key: '"title": ', value: '"综述",' }],
  ['    "a \\"b\\": c"', { indent: 4, key: '', value: '"a \\"b\\": c"' }],
  ['{', { indent: 0, key: '', value: '{' }],
  ['  "x": {', { indent: 2, key: '"x": ', value: '{' }],
])('%s is taken apart', (line, expected) => {
  expect(jsonLine(line)).toEqual(expected)
})
