import type { Block, OwnedSpan } from '../structure/block.ts'

/** A stretch of raw text with its owner. Never empty. */
export interface Owned {
  readonly block: Block
  readonly span: OwnedSpan
}

/**
 * Parts what the book reads into what stands where it is read (both orders agree on it) and what is read
 * elsewhere. Furniture is in neither. What a relocation has moved is never standing; of the rest, nearly always all is,
 * and otherwise the longest text that can be.
 */
export function standing(blocks: readonly Block[]): {
  stands: ReadonlySet<OwnedSpan>
  away: readonly Owned[]
} {
  const fixed: OwnedSpan[] = []
  const all: Owned[] = []
  for (const block of blocks) {
    if (block.role === 'furniture') continue
    for (const span of block.spans) {
      if (span.from === span.to) continue
      all.push({ block, span })
      if (span.moved === undefined) fixed.push(span)
    }
  }
  const rising = fixed.every((span, i) => i === 0 || span.from >= fixed[i - 1]!.to)
  const stands = new Set(rising ? fixed : heaviestRise(fixed))
  return { stands, away: all.filter((o) => !stands.has(o.span)) }
}

/** Of disjoint spans in any order, those that rise and hold the most text. */
function heaviestRise(spans: readonly OwnedSpan[]): OwnedSpan[] {
  const ranks = new Map([...spans].sort((a, b) => a.from - b.from).map((s, i) => [s, i + 1]))
  // A Fenwick tree over raw order: the best chain that ends at or before a rank, by the index of its last span.
  const best = new Int32Array(spans.length + 1).fill(-1)
  const weight = new Float64Array(spans.length)
  const before = new Int32Array(spans.length).fill(-1)
  const heavier = (a: number, b: number): number => (b >= 0 && (a < 0 || weight[b]! > weight[a]!) ? b : a)
  let last = -1
  spans.forEach((span, i) => {
    const rank = ranks.get(span)!
    let chain = -1
    for (let r = rank - 1; r > 0; r -= r & -r) chain = heavier(chain, best[r]!)
    before[i] = chain
    weight[i] = span.to - span.from + (chain < 0 ? 0 : weight[chain]!)
    for (let r = rank; r <= spans.length; r += r & -r) best[r] = heavier(best[r]!, i)
    last = heavier(last, i)
  })
  const out: OwnedSpan[] = []
  for (let i = last; i >= 0; i = before[i]!) out.push(spans[i]!)
  return out.reverse()
}
