import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Replacement, RuleId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import { type DigitLock, DigitReader } from '../../src/core/document/digits/reader.ts'
import { remnants } from '../../src/core/document/digits/remnants.ts'
import { runsBySearch } from '../../src/core/document/digits/tokens.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import { Pieces } from '../../src/core/document/pieces.ts'
import { step } from '../../src/core/document/replay.ts'
import { correctedText, segments } from '../../src/core/structure/segments.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { Chance } from './support/chance.ts'
import { randomBook } from './support/random-book.ts'
import { logged } from './support/random-event.ts'
import { randomDocument, start, walk } from './support/walk.ts'

const seeds = fc.record({
  seed: fc.nat(),
  size: fc.integer({ min: 0, max: 60 }),
  events: fc.integer({ min: 0, max: 8 }),
})
const runs = { seed: 20260103, numRuns: 400 }

function count(runs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1)
  return counts
}

/** A book whose every correction is gone: raw text cut into blocks, nothing else. */
function bare(seed: number, size: number): Document {
  const { raw, analysis } = randomBook(seed, size)
  const blocks = analysis.blocks.map((b) => ({
    ...b,
    edits: [] as never,
    spans: b.spans.map(({ from, to }) => ({ from, to })) as never,
  }))
  return start({ raw, analysis: { ...analysis, blocks, corrections: [], suggestions: [] } })
}

const bad = (lock: DigitLock) => lock.violations.filter((v) => v.kind !== 'furniture')

describe('the digit lock', () => {
  test('accounts for all that differs between the two texts, whatever was done', () => {
    let differing = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const doc = randomDocument(seed, size, events)
        const lock = digitLock(doc)
        expect(lock.violations.filter((v) => v.kind === 'unaccounted')).toEqual([])
        expect(lock.rawRuns).toBe(runsBySearch(doc.raw.text).length)
        const clean = blocksOf(doc).flatMap((b) => runsBySearch(correctedText(doc.raw, b)))
        expect(lock.cleanRuns).toBe(clean.length)
        // No violation and nothing explained: then the multisets are one.
        if (lock.violations.length === 0 && lock.explained.length === 0)
          expect(count(clean)).toEqual(count(runsBySearch(doc.raw.text)))
        else differing++
      }),
      runs,
    )
    expect(differing).toBeGreaterThan(150)
  })

  test('is the same where only the blocks are read again that an event has changed', () => {
    let kept = 0
    let found = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const reader = new DigitReader(start(randomBook(seed, size)).raw)
        const read = (by: DigitReader, doc: Document) => by.read(doc, new Pieces(doc.raw, blocksOf(doc)))
        walk(randomBook(seed, size), seed, events, (before, after) => {
          const was = read(reader, before).violations.length
          const now = read(reader, after)
          expect(now).toEqual(read(new DigitReader(after.raw), after))
          if (before.order.some((id, i) => id !== after.order[i])) return
          kept++
          if (now.violations.length > was) found++
        })
      }),
      { ...runs, numRuns: 200 },
    )
    expect(kept).toBeGreaterThan(250)
    expect(found).toBeGreaterThan(8)
  })

  test('reads again only what may differ: what is left out of both texts has the same numbers', () => {
    const difference = (raw: string, clean: string): Map<string, number> => {
      const counts = count(runsBySearch(raw))
      for (const [run, times] of count(runsBySearch(clean))) counts.set(run, (counts.get(run) ?? 0) - times)
      return new Map([...counts].filter(([, times]) => times !== 0).sort())
    }
    let shorter = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const doc = randomDocument(seed, size, events)
        const { raw, clean } = remnants(doc.raw, new Pieces(doc.raw, blocksOf(doc)))
        const whole = blocksOf(doc).map((b) => correctedText(doc.raw, b))
        expect(difference(raw, clean)).toEqual(difference(doc.raw.text, whole.join('\n')))
        if (raw.length < doc.raw.text.length) shorter++
      }),
      runs,
    )
    expect(shorter).toBeGreaterThan(100)
  })

  test('catches a rule that changes any one digit of a text that was in order', () => {
    let caught = 0
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const chance = new Chance(seed)
        const doc = bare(seed, size)
        const places = blocksOf(doc).flatMap((b) =>
          segments(doc.raw, b).flatMap((s) =>
            Array.from(doc.raw.text.slice(s.from, s.to)).map((ch, i) => ({
              block: b.id,
              at: s.from + i,
              ch,
            })),
          ),
        )
        const digits = places.filter(({ at, ch }) => /^[0-9]$/.test(ch) && doc.raw.text[at] === ch)
        if (bad(digitLock(doc)).length > 0 || digits.length === 0) return
        const { block, at, ch } = chance.pick(digits)
        const correction: Replacement = {
          kind: 'replace',
          id: 'c' as CorrectionId,
          origin: { kind: 'rule', rule: 'r' as RuleId, version: 1 },
          layer: 'substance',
          reason: { key: 'r' },
          block,
          edits: [
            {
              span: rawSpan(at, at + 1),
              insert: chance.pick(['', String((Number(ch) + 1) % 10), `${ch}0`, `0${ch}`, '一', `${ch}.5`]),
            },
          ],
          replaces: [ch],
          ...chance.pick([{}, { markedReading: true as const }, { rejoined: true as const }]),
        }
        const after = step(doc, logged(1, { type: 'corrected', added: [correction], withdrawn: [] }))
        if (!after.ok) throw new Error(after.error.reason)
        expect(bad(digitLock(after.value)).map((v) => v.correction)).toContain('c')
        // The same by an editor is their word.
        const manual = { ...correction, origin: { kind: 'manual' as const } }
        const by = step(doc, logged(1, { type: 'corrected', added: [manual], withdrawn: [] }))
        expect(by.ok && bad(digitLock(by.value))).toEqual([])
        caught++
      }),
      runs,
    )
    expect(caught).toBeGreaterThan(50)
  })
})
