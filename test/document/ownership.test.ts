import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import { NO_EDITS } from '../../src/core/corrections/edit.ts'
import { Ownership } from '../../src/core/document/ownership.ts'
import type { Block, OwnedSpan } from '../../src/core/structure/block.ts'
import { rawSpan } from '../../src/core/text/offset.ts'

const LENGTH = 40

/** Who owns each character. */
type Map40 = readonly number[]

function blocksOf(owners: Map40): ReadonlyMap<BlockId, Block> {
  const out = new Map<BlockId, Block>()
  for (const owner of new Set(owners)) {
    const spans: OwnedSpan[] = []
    owners.forEach((one, at) => {
      const last = spans.at(-1)
      if (one !== owner) return
      if (last?.to === at) spans[spans.length - 1] = rawSpan(last.from, at + 1)
      else spans.push(rawSpan(at, at + 1))
    })
    const id = `b${owner}` as BlockId
    const [first, ...rest] = spans
    out.set(id, { id, role: 'paragraph', decidedBy: 'engine', spans: [first!, ...rest], edits: NO_EDITS })
  }
  return out
}

function changedBetween(a: Map40, b: Map40): ReadonlySet<BlockId> {
  const changed = new Set<BlockId>()
  a.forEach((owner, at) => {
    if (owner !== b[at]) changed.add(`b${owner}` as BlockId).add(`b${b[at]}` as BlockId)
  })
  return changed
}

describe('ownership', () => {
  it('is the same after each step, asked or not, as if it were sorted anew', () => {
    const owners = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: LENGTH, maxLength: LENGTH })
    fc.assert(
      fc.property(fc.array(fc.tuple(owners, fc.boolean()), { minLength: 2, maxLength: 6 }), (steps) => {
        let before = steps[0]![0]
        let ownership = new Ownership(blocksOf(before))
        for (const [now, isAsked] of steps) {
          ownership = ownership.with(blocksOf(now), changedBetween(before, now))
          before = now
          if (isAsked) ownership.at(0)
        }
        for (let at = 0; at < LENGTH; at++) expect(ownership.at(at)).toBe(`b${before[at]}`)
        expect(ownership.at(LENGTH)).toBeNull()
      }),
    )
  })
})
