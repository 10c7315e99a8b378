import type { Draft } from '../draft.ts'
import type { Piece } from '../piece.ts'
import { hanging, isFinal } from './stretch.ts'

/** Widths that are tried, in half squares. */
const LEAST = 24
const MOST = 96
/** Pieces that a sample holds: some fifty rows of print. */
const SAMPLE = 280
/** Samples for the common width of a text. */
const SAMPLES = 8
/** So far apart, in pieces, the width is looked up again. */
const ZONE = 1200
/** Share of runs at which an extractor is taken to set them apart. */
const RUNS = 0.2
const MOST_PIECES = 24

interface Fitted {
  readonly common: readonly number[]
  near(at: number): readonly number[]
}

const NONE: Fitted = { common: [], near: () => [] }

/**
 * Widths of columns where runs of digits are set apart, so that hardly a line has the printed length: the widths at which
 * the pieces between titles fill rows best.
 */
export function fitWidths(draft: Draft, flow: readonly Piece[]): Fitted {
  const runs = flow.reduce((n, p) => n + (p.isRun ? 1 : 0), 0)
  if (runs <= RUNS * flow.length) return NONE
  const step = Math.max(SAMPLE, Math.floor(flow.length / SAMPLES))
  const costs = new Float64Array(MOST + 1)
  for (let at = 0; at < flow.length; at += step) {
    const part = flow.slice(at, at + SAMPLE)
    for (let width = LEAST; width <= MOST; width++) costs[width]! += fillCost(draft, part, width)
  }
  const common = cheapest(costs, 4)
  const zones: { upTo: number; widths: number[] }[] = []
  for (let at = 0; at < flow.length; at += ZONE) {
    const part = flow.slice(at, at + SAMPLE)
    const here = new Float64Array(MOST + 1).fill(Infinity)
    for (const w of common)
      for (let width = w - 1; width <= w + 1; width++)
        if (width >= LEAST && width <= MOST) here[width] = fillCost(draft, part, width)
    zones.push({ upTo: flow[Math.min(flow.length, at + ZONE) - 1]!.from, widths: cheapest(here, 1) })
  }
  return {
    common: common.slice(0, 1),
    near: (at) => zones.find((z) => z.upTo >= at)?.widths ?? [],
  }
}

/** The widths with the least cost, neighbours of a better one left out. */
function cheapest(costs: Float64Array, count: number): number[] {
  const order = Array.from(costs.keys())
    .filter((w) => w >= LEAST && costs[w]! < Infinity)
    .sort((a, b) => costs[a]! - costs[b]! || a - b)
  const out: number[] = []
  for (const w of order) {
    if (out.length >= count) break
    if (!out.some((o) => Math.abs(o - w) <= 1)) out.push(w)
  }
  return out
}

/** How badly rows of one width explain the pieces: each row full, or the last of its paragraph. */
function fillCost(draft: Draft, pieces: readonly Piece[], width: number): number {
  const n = pieces.length
  const cost = new Float64Array(n + 1).fill(Infinity)
  cost[0] = 0
  for (let i = 0; i < n; i++) {
    const here = cost[i]!
    if (here === Infinity) continue
    let used = rowStart(pieces, i)
    for (let j = i + 1; j <= Math.min(n, i + MOST_PIECES); j++) {
      const last = pieces[j - 1]!
      const next = pieces[j]
      used += last.width
      const apart = next !== undefined && (last.isRun || next.isRun)
      if (!next?.inline) {
        const bound = next?.role !== null || last.role !== null
        let slack = width - used
        if (slack < -1) slack += hanging(draft.text, last)
        const full = slack >= -2 && slack <= 2 ? 1 : Infinity
        const ends = slack >= -2 ? (bound ? 1.5 : isFinal(draft.text, last) ? 5.5 : 11) : 12
        const total = here + Math.min(full, ends)
        if (total < cost[j]!) cost[j] = total
        if (!apart || bound) break
      }
      if (used > width + 8) {
        if (here + 14 < cost[j]!) cost[j] = here + 14
        break
      }
    }
  }
  return cost[n]!
}

/** A first paragraph stands on the row of its title, or on one of its own; its year is set apart in both. */
function rowStart(pieces: readonly Piece[], i: number): number {
  const p = pieces[i]!
  return !p.inline && p.line.indent >= 2 ? p.line.indent : 0
}
