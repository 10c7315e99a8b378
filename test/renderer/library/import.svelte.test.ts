import { describe, expect, test } from 'vitest'
import type { InputFile } from '../../../src/renderer/host/host.ts'
import type { NewBook } from '../../../src/renderer/store/books.ts'
import type { Store } from '../../../src/renderer/store/store.ts'
import { Import } from '../../../src/renderer/views/library/import.svelte.ts'
import { titleOf } from '../../../src/renderer/views/library/staged.svelte.ts'
import { Cancelled, type Engine } from '../../../src/renderer/worker/engine.ts'

function file(name: string, text: string): InputFile {
  return { name, size: text.length, bytes: () => Promise.resolve(new TextEncoder().encode(text)) }
}

/** An engine that takes each byte for a character, and a store that notes what it is given. */
function bench(known: readonly string[] = []) {
  const stored: (readonly NewBook[])[] = []
  const store = {
    findBySource: (sha256: string) =>
      Promise.resolve({ ok: true, value: known.includes(sha256) ? [{ title: '旧', id: 'old' }] : [] }),
    importBooks: (books: readonly NewBook[]) => {
      stored.push(books)
      return Promise.resolve({ ok: true, value: books.map((_, i) => `id-${i}`) })
    },
  } as unknown as Store
  const engine = {
    decode: (bytes: Uint8Array, override: string | null) => {
      const text = new TextDecoder().decode(bytes)
      if (text === 'bad') return Promise.resolve({ ok: false, error: { kind: 'empty' } })
      return Promise.resolve({
        ok: true,
        value: {
          text,
          sha256: text,
          encoding: override ?? 'utf-8',
          evidence: 'valid',
          bom: false,
          newline: 'lf',
        },
      })
    },
    analyse: async (_source: unknown, report: (done: number) => void, signal: AbortSignal) => {
      for (const done of [0.5, 1]) {
        await Promise.resolve()
        if (signal.aborted) throw new Cancelled()
        report(done)
      }
      return { engine: '0', payload: 'packed', hash: 'h', findings: 2, corrections: 0 }
    },
  } as unknown as Engine
  return { stored, job: new Import(store, engine) }
}

describe('an import', () => {
  test('stores what was read, with its first event, in one step', async () => {
    const { stored, job } = bench()
    await job.stage([file('一.txt', 'aa'), file('二.txt', 'bb')])
    const imported = await job.run()

    expect(imported?.ids).toEqual(['id-0', 'id-1'])
    expect(stored).toHaveLength(1)
    expect(stored[0]?.map(({ title }) => title)).toEqual(['一', '二'])
    expect(stored[0]?.[0]).toMatchObject({
      findings: 2,
      sources: [{ name: '一.txt', text: 'aa', payload: 'packed' }],
      events: [{ seq: 1, by: 'engine', event: { type: 'analysed', engine: '0', payload: 'h' } }],
    })
  })

  test('leaves out what cannot be read and what is here already', async () => {
    const { job } = bench(['known'])
    await job.stage([
      file('一.txt', 'bad'),
      file('二.txt', 'known'),
      file('三.txt', 'cc'),
      file('四.txt', 'cc'),
    ])

    expect(job.staged.map(({ reading, ready }) => [reading.kind, ready])).toEqual([
      ['refused', false],
      ['read', false],
      ['read', true],
      ['read', false],
    ])
    expect(job.staged.map(({ twin }) => (twin === null || twin === 'here' ? twin : twin.title))).toEqual([
      null,
      '旧',
      null,
      'here',
    ])
  })

  test('reads a file again as the editor says', async () => {
    const { job } = bench()
    await job.stage([file('一.txt', 'aa')])
    await job.recode(job.staged[0]!, 'big5')

    expect(job.staged[0]?.reading).toMatchObject({ source: { encoding: 'big5' } })
  })

  test('that is called off stores nothing, and can be begun again', async () => {
    const { stored, job } = bench()
    await job.stage([file('一.txt', 'aa'), file('二.txt', 'bb')])
    const running = job.run()
    job.cancel()

    expect(await running).toBeNull()
    expect(stored).toEqual([])
    expect(job.trouble).toBeNull()
    expect((await job.run())?.ids).toHaveLength(2)
  })

  test('moves forward only', async () => {
    const { job } = bench()
    const seen: number[] = []
    await job.stage([file('一.txt', 'a'.repeat(10)), file('二.txt', 'b'.repeat(30))])
    const stop = $effect.root(() => {
      $effect(() => {
        if (job.progress) seen.push(job.progress.done)
      })
    })
    await job.run()
    stop()

    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBeLessThanOrEqual(1)
  })

  test('of a file that cannot be read names it', async () => {
    const { job } = bench()
    await job.stage([{ name: '夹', size: 0, bytes: () => Promise.reject(new Error('NotReadableError')) }])

    expect(job.staged[0]?.reading).toEqual({ kind: 'unreadable' })
  })
})

test('a title is the file’s name without its last ending', () => {
  expect(['云山年鉴.txt', '云山.v2.txt', '.txt', 'C:\\稿\\云山.txt', '稿', ' .txt'].map(titleOf)).toEqual([
    '云山年鉴',
    '云山.v2',
    '.txt',
    '云山',
    '稿',
    ' .txt',
  ])
})
