import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/core/project/open-project.ts'
import { projectText, readProject } from '../../src/core/project/read-project.ts'
import { Sealer } from '../../src/core/project/sealed-lines.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import { whole } from '../laws/support/check-laws.ts'
import { decoder as port } from '../../src/cli/decoder.ts'
import { further, imported, random } from './made.ts'

const TEXT = '云山年鉴\n\n科技创新\n\n【概况】 2017年，全县新建粮站18\n\n座，投入2O00万元。\n\f（周明远）\n'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a project file', () => {
  test('comes back as it was written, and the book in it as it was left', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const { project, document } = random(seed, size, 15)
        const text = writeProject(project)
        const back = readProject(text)
        expect(back).toEqual({ ok: true, value: project })
        expect(writeProject(back.ok ? back.value : project)).toBe(text)
        const opened = openProject(project)
        expect(opened.ok && whole(opened.value)).toEqual(whole(document))
      }),
      { seed: 20261122, numRuns: 150 },
    )
  })

  test('is text that shows raw lines, and says first what it is', () => {
    const lines = writeProject(imported(TEXT).project).split('\n')
    expect(lines[0]).toMatch(/^[0-9a-f]{8} 1 0{16} \{"format":"jiaokan\.project","version":1\}$/)
    expect(lines.find((line) => line.includes('2017年，全县新建粮站18'))).toMatch(
      /^[0-9a-f]{8} 7 [0-9a-f]{16} "【概况】 2017年，全县新建粮站18"$/,
    )
    expect(lines.at(-1)).toBe('')
  })

  test('that was worked on differs from its earlier file at the end only', () => {
    const made = imported(TEXT)
    const span = { from: 0, to: 2 } as never
    const more = further(made, { type: 'noted', note: 'n1' as never, span, text: '查' })
    const [before, after] = [writeProject(made.project), writeProject(more!.project)].map((t) =>
      t.split('\n'),
    )
    // All but the records of the book and of the end, and the empty rest.
    const kept = before!.length - 3
    expect(after!.slice(0, kept)).toEqual(before!.slice(0, kept))
    expect(after!.length).toBe(before!.length + 1)
  })

  test('is read with other line ends and with a mark, as git and editors leave it', () => {
    const { project } = imported(TEXT)
    const text = `\ufeff${writeProject(project).replaceAll('\n', '\r\n')}`
    const decoded = projectText(bytesOf(text), port)
    expect(decoded.ok && readProject(decoded.value)).toEqual({ ok: true, value: project })
  })

  test('of a later version is refused as such, whatever it holds', () => {
    const seal = new Sealer()
    const text =
      seal.line('{"format":"jiaokan.project","version":2,"more":[]}') + seal.line('[["unheard of"]]')
    expect(readProject(text)).toEqual({
      ok: false,
      error: { kind: 'newer', line: 1, rawLine: null, detail: '2' },
    })
    // A bit more in the number of an old one is damage, and no later version.
    const flipped = writeProject(imported(TEXT).project).replace('"version":1', '"version":3')
    expect(readProject(flipped)).toMatchObject({ ok: false, error: { kind: 'checksum', line: 1 } })
  })

  test.each(['', '\n', 'x', '云山县\n', '{"format":"jiaokan.yearbook","version":1}\n'])(
    'is not %j',
    (text) => {
      expect(readProject(text)).toMatchObject({ ok: false, error: { kind: 'not-a-project' } })
    },
  )
})
