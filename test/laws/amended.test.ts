import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amended } from '../../src/core/document/amended.ts'
import type { DigitViolation } from '../../src/core/document/digits/reader.ts'
import type { Document } from '../../src/core/document/document.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { takeBack, type TakenBack } from '../../src/core/take-back.ts'
import { Chance } from './support/chance.ts'
import { type Book, randomBook } from './support/random-book.ts'
import { start } from './support/walk.ts'

const seeds = fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 60 }) })
const runs = { seed: 20260104, numRuns: 300 }

/** A book of which some corrections of rules, taken by chance, were taken back. */
function takenBack(seed: number, size: number): { book: Book; doc: Document; back: TakenBack } | null {
  const chance = new Chance(seed)
  const book = randomBook(seed, size)
  const doc = start(book)
  const blamed = book.analysis.corrections.filter((c) => c.origin.kind === 'rule' && chance.oneIn(3))
  const violations = blamed.map((c): DigitViolation => ({
    ...{ kind: 'edit', from: 0, to: 0, raw: [], clean: [] },
    correction: c.id,
    block: chance.oneIn(4) ? c.block : null,
  }))
  const furniture = violations.map((v) => (chance.oneIn(3) ? { ...v, kind: 'furniture' as const } : v))
  const back = takeBack(doc, book.analysis, furniture)
  return back && { book, doc, back }
}

const held = (doc: Document | null): unknown =>
  doc && {
    ...{ order: doc.order, blocks: new Map(doc.blocks), corrections: new Map(doc.corrections) },
    suggestions: new Map(doc.suggestions),
  }

describe('a document of which something was taken back', () => {
  test('is the one that the whole analysis makes', () => {
    let taken = 0
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const made = takenBack(seed, size)
        if (!made) return
        const whole = fromAnalysis(made.book.raw, made.back.analysis)
        const expected = whole.ok ? held(whole.value) : null
        expect(held(amended(made.doc, made.back))).toEqual(expected)
        if (whole.ok) taken++
      }),
      runs,
    )
    expect(taken).toBeGreaterThan(100)
  })

  test('is none where the amendment is not whole, or goes further', () => {
    const ways: ((back: TakenBack, doc: Document) => Partial<TakenBack>)[] = [
      // A block still holds what is gone, or lacks what is there.
      () => ({ blocks: [] }),
      ({ blocks }, doc) => ({ blocks: blocks.map((b) => doc.blocks.get(b.id)!) }),
      () => ({ corrections: new Map() }),
      ({ blocks }) => ({ blocks: blocks.map((b) => ({ ...b, edits: [] as never })) }),
      // A block owns other text, or is not there.
      ({ blocks: [first, ...rest] }) => ({
        blocks: [{ ...first!, spans: [{ ...first!.spans[0], to: first!.spans[0].from }] }, ...rest],
      }),
      ({ blocks }) => ({ blocks: [...blocks, { ...blocks[0]!, id: 'none' as never }] }),
      ({ blocks }) => ({ blocks: [...blocks, blocks[0]!] }),
      ({ suggestions: [one] }) => (one ? { suggestions: [one, one] } : { blocks: [] }),
    ]
    const refused = ways.map(() => 0)
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const made = takenBack(seed, size)
        if (!made || made.back.corrections.size === 0) return
        for (const [i, way] of ways.entries()) {
          const wrong = { ...made.back, ...way(made.back, made.doc) }
          const whole = amended(made.doc, wrong)
          // An edit of none of its corrections may be all that a block held.
          if (whole && i !== 3) throw new Error(`way ${i} was taken for right`)
          if (!whole) refused[i]!++
        }
      }),
      runs,
    )
    for (const times of refused) expect(times).toBeGreaterThan(15)
  })
})
