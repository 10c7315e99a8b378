import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CorrectionId } from '../../../src/core/corrections/edit.ts'
import { Differ } from '../../../src/core/diff/book.ts'
import { countsOf } from '../../../src/core/diff/counts.ts'
import { packDiff } from '../../../src/core/diff/packed.ts'
import { blocksOf, type Document } from '../../../src/core/document/document.ts'
import { tree } from '../../../src/core/structure/tree.ts'
import { DiffBook } from '../../../src/renderer/views/diff/diff-book.svelte.ts'
import { onlyWith } from '../../../src/renderer/views/diff/diff-items.ts'
import type { ComparedBook } from '../../../src/renderer/worker/book-api.ts'
import { diffable, open, work } from '../../diff/worked-on.ts'

const SAMPLE = open(readFileSync(join(import.meta.dirname, '../../../resources/sample/sample.txt'), 'utf8'))

function compare(doc: Document): ComparedBook {
  const source = diffable(doc)
  return { seq: doc.seq, packed: packDiff(new Differ().book(source), source.blocks) }
}

async function opened(): Promise<DiffBook> {
  const book = new DiffBook(() => Promise.resolve(compare(SAMPLE)))
  await book.follow(SAMPLE)
  return book
}

/** All stops, as the editor comes to them. */
function walk(book: DiffBook, step: 1 | -1): CorrectionId[] {
  const out: CorrectionId[] = []
  for (let next = book.beside(step); next !== null; next = book.beside(step)) {
    out.push(next)
    book.selected = next
  }
  return out
}

describe('the way from change to change', () => {
  it('meets each correction once, in both directions, and counts along', async () => {
    const book = await opened()
    const met = walk(book, 1)
    expect(new Set(met).size).toBe(SAMPLE.corrections.size)
    expect(book.place?.number).toBe(book.total)
    const back = walk(book, -1)
    expect(back.reverse()).toEqual(met.slice(0, -1))
    expect(book.place?.number).toBe(1)
  })

  it('keeps to the layers that are shown', async () => {
    const book = await opened()
    book.toggle('layout')
    book.toggle('character')
    const met = walk(book, 1).map((id) => SAMPLE.corrections.get(id)?.layer)
    expect(met.length).toBe(book.compared?.table.counts.layers.substance)
    expect(new Set(met)).toEqual(new Set(['substance']))
  })

  it('starts at what is looked at', async () => {
    const book = await opened()
    const row = 40
    const first = book.beside(1, row)
    expect(first && book.rowOf(first)).toBeGreaterThanOrEqual(row)
  })

  it('leads round all changed numbers', async () => {
    const book = await opened()
    const met = new Set<CorrectionId>()
    for (;;) {
      const next = book.nextFigure()
      if (next === null || met.has(next)) break
      met.add(next)
      book.selected = next
    }
    expect(met.size).toBeGreaterThan(5)
    expect(met.size).toBeLessThanOrEqual(book.counts?.figures ?? 0)
  })
})

describe('one entry', () => {
  it('has its own rows and counts; all entries together have what the book has', async () => {
    const book = await opened()
    const all = { layout: 0, character: 0, substance: 0 }
    const rows = new Set<number>()
    const blocks = blocksOf(SAMPLE)
    const parts = tree(blocks).categories.flatMap((c) => {
      const heads = [...(c.title ? [c.title] : []), ...c.english]
      return [
        heads,
        ...c.sections.flatMap((s) => [
          [...(s.heading ? [s.heading] : []), ...s.contributors],
          ...s.entries.map((e) => [
            ...(e.title ? [e.title] : []),
            ...e.paragraphs,
            ...e.captions.flatMap((p) => [...(p.caption ? [p.caption] : []), ...p.credits]),
            ...e.contributors,
          ]),
        ]),
      ]
    })
    for (const part of parts) {
      book.entry = part.map((b) => b.id)
      for (const row of book.rows) rows.add(row)
      const expected = countsOf(diffable(SAMPLE), part)
      // The furniture between its paragraphs is shown with it, and may have corrections of its own.
      for (const layer of ['layout', 'character', 'substance'] as const) {
        expect(book.counts?.layers[layer]).toBeGreaterThanOrEqual(expected.layers[layer])
        all[layer] += expected.layers[layer]
      }
    }
    const furniture = blocks.filter((b) => b.role === 'furniture')
    const rest = countsOf(diffable(SAMPLE), furniture).layers
    const whole = countsOf(diffable(SAMPLE)).layers
    for (const layer of ['layout', 'character', 'substance'] as const)
      expect(all[layer] + rest[layer]).toBe(whole[layer])
  })
})

describe('following the book', () => {
  it('shows the new comparison whole, and forgets what is gone', async () => {
    let doc = SAMPLE
    const book = new DiffBook(() => Promise.resolve(compare(doc)))
    await book.follow(doc)
    for (let n = 0; n < 40 && doc.seq < 5; n++) doc = work(doc, n, [0.72, (n * 0.37) % 1, (n * 0.61) % 1])
    const gone = [...SAMPLE.corrections.keys()].find((id) => !doc.corrections.has(id))
    expect(gone).toBeDefined()
    book.selected = gone ?? null
    const following = book.follow(doc)
    expect(book.compared?.doc).toBe(SAMPLE)
    await following
    expect(book.compared?.doc).toBe(doc)
    expect(book.selected).toBeNull()
  })

  it('says so where the worker is at another event', async () => {
    const book = new DiffBook(() => Promise.resolve({ ...compare(SAMPLE), seq: 7 }))
    await book.follow(SAMPLE)
    expect(book.hasFailed).toBe(true)
    expect(book.compared).toBeNull()
  })
})

it('rows without changes are counted, not shown', () => {
  expect(onlyWith([3, 4, 5, 8, 9], (row) => row === 5)).toEqual([
    { kind: 'skipped', row: 4, rows: 2 },
    { kind: 'row', row: 5 },
    { kind: 'skipped', row: 9, rows: 2 },
  ])
})
