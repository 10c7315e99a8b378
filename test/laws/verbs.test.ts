import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent } from '../../src/core/document/event.ts'
import { step } from '../../src/core/document/replay.ts'
import { joinBlocks } from '../../src/core/document/verbs/join-blocks.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { splitBlock } from '../../src/core/document/verbs/split-block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { cleanOffset } from '../../src/core/text/offset.ts'
import { Chance } from './support/chance.ts'
import { expectBalanced } from './support/check-laws.ts'
import { logged } from './support/random-event.ts'
import { randomDocument } from './support/walk.ts'

const seeds = fc.record({
  seed: fc.nat(),
  size: fc.integer({ min: 1, max: 60 }),
  events: fc.integer({ min: 0, max: 6 }),
})
const runs = { seed: 20260108, numRuns: 400 }
const created = 'new' as BlockId
const correction = 'new' as CorrectionId

function after(doc: Document, event: DocumentEvent): Document {
  const now = step(doc, logged(doc.seq + 1, event))
  if (!now.ok) throw new Error(JSON.stringify(now.error))
  expectBalanced(now.value)
  return now.value
}

function textOf(doc: Document, id: BlockId): string {
  return correctedText(doc.raw, doc.blocks.get(id)!)
}

/** Blanks and brackets that become structure, or stop being it, where a border is drawn or taken away. */
function solid(text: string): string {
  return text.replace(/[\s\u200b【】（）]/g, '')
}

/** The same characters in whatever order. */
function sorted(text: string): string {
  return Array.from(text).sort().join('')
}

describe('of the corrected text', () => {
  test('a split loses and changes nothing', () => {
    let done = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const chance = new Chance(seed)
        const doc = randomDocument(seed, size, events)
        const block = chance.pick(blocksOf(doc))
        const text = correctedText(doc.raw, block)
        const at = chance.below(text.length + 1)
        const event = splitBlock(doc, block.id, cleanOffset(at), created)
        if (!event.ok) return
        const now = after(doc, event.value)
        expect(textOf(now, block.id)).toBe(text.slice(0, at))
        expect(solid(textOf(now, created))).toBe(solid(text.slice(at)))
        expect(now.order.indexOf(created)).toBe(now.order.indexOf(block.id) + 1)
        done++
      }),
      runs,
    )
    expect(done).toBeGreaterThan(120)
  })

  test('a join loses and changes nothing but what it says', () => {
    let done = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const chance = new Chance(seed)
        const doc = randomDocument(seed, size, events)
        const at = chance.below(doc.order.length)
        const [first, second] = [doc.order[at]!, doc.order[at + 1]]
        if (second === undefined) return
        const event = joinBlocks(doc, first, second, { correction, move: 'move' as CorrectionId })
        if (!event.ok) return
        // Text that was typed where another span ends by chance would be read elsewhere: that is refused.
        const possible = step(doc, logged(doc.seq + 1, event.value))
        if (!possible.ok && possible.error.reason === 'overlap') return
        const now = after(doc, event.value)
        expect(solid(textOf(now, first))).toBe(solid(textOf(doc, first) + textOf(doc, second)))
        expect(now.blocks.has(second)).toBe(false)
        done++
      }),
      runs,
    )
    expect(done).toBeGreaterThan(120)
  })

  test('a lift takes just the selection, widened to whole edits', () => {
    let done = 0
    fc.assert(
      fc.property(seeds, ({ seed, size, events }) => {
        const chance = new Chance(seed)
        const doc = randomDocument(seed, size, events)
        const block = chance.pick(blocksOf(doc))
        const text = correctedText(doc.raw, block)
        const from = chance.below(text.length + 1)
        const to = from + chance.below(text.length - from + 1)
        const place = chance.pick(['before', 'after'] as const)
        const event = liftText(doc, block.id, cleanSpan(from, to), {
          created,
          correction,
          role: 'caption',
          place,
        })
        const now = event.ok ? step(doc, logged(doc.seq + 1, event.value)) : event
        if (!now.ok) return
        expectBalanced(now.value)
        const lifted = solid(textOf(now.value, created))
        expect(lifted).toContain(solid(text.slice(from, to)))
        expect(sorted(lifted + solid(textOf(now.value, block.id)))).toBe(sorted(solid(text)))
        done++
      }),
      runs,
    )
    expect(done).toBeGreaterThan(120)
  })
})
