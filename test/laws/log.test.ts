import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import { replay, replayOn, step } from '../../src/core/document/replay.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { Chance } from './support/chance.ts'
import { expectBalanced, plain, whole } from './support/check-laws.ts'
import { randomBook } from './support/random-book.ts'
import { logged, randomEvent } from './support/random-event.ts'
import { start, walk } from './support/walk.ts'

const seeds = fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 60 }) })
const runs = { seed: 20260101, numRuns: 200 }

describe('after any sequence of events', () => {
  test('blocks partition the raw text and both sums balance', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const book = randomBook(seed, size)
        expectBalanced(start(book))
        walk(book, seed, 12, (_before, after, { event }) => {
          expectBalanced(after)
          seen.set(event.type, (seen.get(event.type) ?? 0) + 1)
        })
      }),
      runs,
    )
    // The walk is of no use if most of it is refused.
    const types = [
      'corrected',
      'split',
      'joined',
      'merged',
      'lifted',
      'moved',
      'typed-in',
      'role-set',
      'undone',
    ]
    for (const type of types) expect([type, (seen.get(type) ?? 0) > 20]).toEqual([type, true])
  })

  test('replaying the log gives the same as stepping through it', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const book = randomBook(seed, size)
        const { doc, log } = walk(book, seed + 1, 15)
        const again = replay(book.raw, book.analysis, log)
        expect(again.ok && whole(again.value)).toEqual(whole(doc))
        const half = replay(book.raw, book.analysis, log.slice(0, log.length / 2))
        const tail = half.ok ? replayOn(half.value, log.slice(log.length / 2)) : half
        expect(tail.ok && whole(tail.value)).toEqual(whole(doc))
      }),
      runs,
    )
  })

  test('undoing the last event restores the document, and redoing it does it again', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        walk(randomBook(seed, size), seed + 2, 10, (before, after) => {
          const undone = step(after, logged(after.seq + 1, { type: 'undone', seq: after.seq }))
          expect(undone.ok && plain(undone.value)).toEqual(plain(before))
          if (!undone.ok) return
          const redone = step(undone.value, logged(after.seq + 2, { type: 'undone', seq: after.seq + 1 }))
          expect(redone.ok && plain(redone.value)).toEqual(plain(after))
        })
      }),
      runs,
    )
  })

  test('text is only changed by those who say so', () => {
    const keeping = new Set([
      'split',
      'lifted',
      'moved',
      'promoted',
      'role-set',
      'found',
      'dismissed',
      'noted',
    ])
    const textOf = (doc: Document): string[] =>
      // Brackets and blanks become structure, or stop being it, with each border.
      Array.from(
        blocksOf(doc)
          .map((b) => correctedText(doc.raw, b))
          .join('')
          .replace(/[\s\u200b【】（）]/g, ''),
      ).sort()
    let kept = 0
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        walk(randomBook(seed, size), seed + 3, 10, (before, after, { event }) => {
          if (!keeping.has(event.type)) return
          expect(textOf(after)).toEqual(textOf(before))
          kept++
        })
      }),
      runs,
    )
    expect(kept).toBeGreaterThan(200)
  })

  test('a refused event leaves nothing behind', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const chance = new Chance(seed)
        const doc = start(randomBook(seed, size))
        if (doc.order.length === 0) return
        const before = whole(doc)
        for (let i = 0; i < 10; i++) step(doc, logged(doc.seq + 1, randomEvent(chance, doc)))
        expect(whole(doc)).toEqual(before)
      }),
      { ...runs, numRuns: 100 },
    )
  })
})
