import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapping } from '../../src/core/corrections/mapping.ts'
import { partsOf } from '../../src/core/corrections/parts.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import { step } from '../../src/core/document/replay.ts'
import { holder } from '../../src/core/document/spans.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { correctedText, segments } from '../../src/core/structure/segments.ts'
import { cleanOffset, rawOffset } from '../../src/core/text/offset.ts'
import { Chance } from './support/chance.ts'
import { expectBalanced } from './support/check-laws.ts'
import { place, randomText } from './support/random-book.ts'
import { logged } from './support/random-event.ts'
import { randomDocument } from './support/walk.ts'

const seeds = fc.record({
  seed: fc.nat(),
  size: fc.integer({ min: 1, max: 50 }),
  events: fc.integer({ min: 0, max: 8 }),
})
const runs = { seed: 20260102, numRuns: 900 }

/** A random change of a random block: what it makes of the text, and the event that should do the same. */
function randomChange(chance: Chance, doc: Document) {
  const block = chance.pick(blocksOf(doc))
  const text = correctedText(doc.raw, block)
  const from = place(chance, text, 0, text.length)
  const to = chance.oneIn(4) ? from : place(chance, text, from, text.length)
  // Now and then what stood there before is a part of what is typed.
  const kept = chance.oneIn(2) ? text.slice(from, to) : ''
  const insert = chance.pick([
    kept,
    '',
    randomText(chance, 2),
    randomText(chance, 1) + kept,
    kept + randomText(chance, 1),
  ])
  return { block, insert, from, to, spliced: text.slice(0, from) + insert + text.slice(to) }
}

describe('a change of corrected text', () => {
  test('becomes raw edits that give exactly the spliced text', () => {
    let changed = 0
    let multiple = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const chance = new Chance(seed)
        const doc = randomDocument(seed, size, events)
        const { block, insert, from, to, spliced } = randomChange(chance, doc)
        const id = 'typed' as CorrectionId
        const made = retype(doc, block.id, { span: cleanSpan(from, to), insert }, id)
        if (!made.ok) throw new Error(made.error.reason)
        if (!made.value) {
          expect(spliced).toBe(correctedText(doc.raw, block))
          return
        }
        const after = step(doc, logged(doc.seq + 1, made.value))
        if (!after.ok) throw new Error(JSON.stringify(after.error))
        const now = after.value.blocks.get(block.id)!
        expect(correctedText(doc.raw, now)).toBe(spliced)
        for (const other of blocksOf(doc))
          if (other !== block) expect(after.value.blocks.get(other.id)).toEqual(other)
        expectBalanced(after.value)

        const mine = made.value.added.find((c) => c.id === id)
        const parts = mine ? partsOf(mine) : []
        const owners = parts.map((p) => holder(block.spans, p.span.from, p.span.to))
        expect(owners).not.toContain(-1)
        expect(new Set(parts.filter((p) => p.span.from < p.span.to).map((p) => p.span.from)).size).toBe(
          parts.filter((p) => p.span.from < p.span.to).length,
        )
        changed++
        if (parts.length > 1) multiple++
      }),
      runs,
    )
    expect(changed).toBeGreaterThan(500)
    expect(multiple).toBeGreaterThan(5)
  })

  test('leaves corrections that it does not touch alone', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const chance = new Chance(seed)
        const doc = randomDocument(seed, size, events)
        const { block, insert, from, to } = randomChange(chance, doc)
        const made = retype(doc, block.id, { span: cleanSpan(from, to), insert }, 'typed' as CorrectionId)
        if (!made.ok || !made.value) return
        const gone = new Set(made.value.withdrawn)
        let clean = 0
        for (const s of segments(doc.raw, block)) {
          const start = clean
          clean += s.kind === 'mark' ? 0 : s.kind === 'kept' ? s.to - s.from : s.insert.length
          const apart = clean < from || start > to
          const whole = doc.corrections.get(s.kind === 'edit' ? s.correction : ('' as CorrectionId))
          const alone = whole?.kind === 'replace' && whole.edits.length === 1
          if (s.kind === 'edit' && apart && alone) expect(gone.has(s.correction)).toBe(false)
        }
      }),
      { ...runs, numRuns: 300 },
    )
  })
})

describe('the mapping between raw and corrected text', () => {
  test('agrees with the pieces of the block, both ways', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const doc = randomDocument(seed, size, events)
        for (const block of blocksOf(doc)) {
          const pieces = segments(doc.raw, block)
          const map = mapping(pieces, block.spans[0].from)
          const text = correctedText(doc.raw, block)
          expect(map.cleanLength).toBe(text.length)
          let clean = 0
          for (const s of pieces) {
            if (s.kind === 'kept') {
              for (let at = s.from; at < s.to; at++, clean++) {
                expect(map.toClean(rawOffset(at), 1)).toBe(clean)
                expect(map.toClean(rawOffset(at + 1), -1)).toBe(clean + 1)
                expect(map.toRaw(cleanOffset(clean), 1)).toEqual({ at, exact: true })
                expect(map.toRaw(cleanOffset(clean + 1), -1)).toEqual({ at: at + 1, exact: true })
              }
            } else if (s.kind === 'edit') {
              for (let k = 1; k < s.insert.length; k++) {
                expect(map.toRaw(cleanOffset(clean + k), -1)).toEqual({ at: s.from, exact: false })
                expect(map.toRaw(cleanOffset(clean + k), 1)).toEqual({ at: s.to, exact: false })
              }
              clean += s.insert.length
            }
          }
        }
      }),
      { ...runs, numRuns: 150 },
    )
  })

  test('knows no place for text of other blocks', () => {
    const doc = randomDocument(5, 50, 0)
    const [first, ...others] = blocksOf(doc)
    const map = mapping(segments(doc.raw, first!), first!.spans[0].from)
    const inside = others.flatMap((b) => b.spans).find((s) => s.to - s.from > 2)!
    expect(map.toClean(first!.spans[0].from, 1)).not.toBeNull()
    expect(map.toClean(rawOffset(inside.from + 1), 1)).toBeNull()
  })
})
