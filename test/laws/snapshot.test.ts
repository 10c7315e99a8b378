import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redoTarget, undoTarget } from '../../src/core/document/history.ts'
import type { Document } from '../../src/core/document/document.ts'
import { replayOn, step } from '../../src/core/document/replay.ts'
import { assemble } from '../../src/core/document/parts.ts'
import { packSnapshot, unpackSnapshot } from '../../src/core/document/snapshot.ts'
import { whole } from './support/check-laws.ts'
import { randomBook } from './support/random-book.ts'
import { logged } from './support/random-event.ts'
import { start, walk } from './support/walk.ts'

const seeds = fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 60 }), cut: fc.nat() })
const runs = { seed: 20260107, numRuns: 150 }

/** Through a string and back. */
function reopened(doc: Document): Document {
  const back = unpackSnapshot(doc.raw, packSnapshot(doc))
  if (!back.ok) throw new Error(JSON.stringify(back.error))
  return assemble(doc.raw, back.value)
}

describe('a snapshot', () => {
  test('and the rest of the log give the same as all of the log', () => {
    let events = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, cut }) => {
        const book = randomBook(seed, size)
        const { doc, log } = walk(book, seed + 5, 24)
        const at = cut % (log.length + 1)
        const half = replayOn(start(book), log.slice(0, at))
        if (!half.ok) throw new Error(half.error.reason)
        const opened = reopened(half.value)
        expect(whole(opened)).toEqual(whole(half.value))
        const tail = replayOn(opened, log.slice(at))
        expect(tail.ok && whole(tail.value)).toEqual(whole(doc))
        // And once more: a snapshot of what came from a snapshot.
        if (tail.ok) expect(whole(reopened(tail.value))).toEqual(whole(doc))
        events += log.length
      }),
      runs,
    )
    expect(events).toBeGreaterThan(1000)
  })

  test('leaves undo as it was: every event is taken back, or refused, as before', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const { doc } = walk(randomBook(seed, size), seed + 6, 16)
        const opened = reopened(doc)
        expect([undoTarget(opened), redoTarget(opened)]).toEqual([undoTarget(doc), redoTarget(doc)])
        for (let seq = 1; seq <= doc.seq; seq++) {
          const undone = logged(doc.seq + 1, { type: 'undone', seq })
          const [live, kept] = [step(doc, undone), step(opened, undone)]
          if (live.ok) expect(kept.ok && whole(kept.value)).toEqual(whole(live.value))
          else expect(kept).toEqual(live)
          seen[live.ok ? 'taken' : 'refused']++
        }
      }),
      { ...runs, numRuns: 100 },
    )
    expect(seen.taken).toBeGreaterThan(100)
    expect(seen.refused).toBeGreaterThan(100)
  })

  test('stays as small as its state: packed again it is the same string', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const { doc } = walk(randomBook(seed, size), seed + 7, 12)
        const once = packSnapshot(reopened(doc))
        expect(packSnapshot(reopened(reopened(doc)))).toBe(once)
      }),
      { ...runs, numRuns: 50 },
    )
  })

  test('that was damaged gives an error, and never a document', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.constantFrom('', 'A', '"', '9', '\u0000'),
        fc.nat({ max: 3 }),
        (book, where, put, cut) => {
          const { doc } = walk(randomBook(book.seed, book.size), book.seed, 5)
          const packed = packSnapshot(doc)
          const at = where % packed.length
          const damaged = packed.slice(0, at) + put + packed.slice(at + cut)
          fc.pre(damaged !== packed)
          const back = unpackSnapshot(doc.raw, damaged)
          expect(back.ok ? 'a document' : back.error.kind).toMatch(
            /^(not-json|other-format|newer-version|damaged)$/,
          )
        },
      ),
      runs,
    )
  })
})
