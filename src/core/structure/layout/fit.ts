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
  if (!draft.isolates) return NONE
  const step = Math.max(SAMPLE, Math.floor(flow.length / SAMPLES))
  const costs = new Float64Array(MOST + 1).fill(Infinity)
  const samples: Sample[] = []
  for (let at = 0; at < flow.length; at += step) samples.push(sampleOf(draft, flow.slice(at, at + SAMPLE)))
  const tryWidth = (width: number): void => {
    if (width < LEAST || width > MOST || costs[width]! < Infinity) return
    costs[width] = samples.reduce((sum, s) => sum + fillCost(s, width), 0)
  }
  for (let width = LEAST; width <= MOST; width += 2) tryWidth(width)
  for (const width of cheapest(costs, 5)) for (const near of [width - 1, width + 1]) tryWidth(near)
  const common = cheapest(costs, 4)
  const zones: { upTo: number; widths: number[] }[] = []
  for (let at = 0; at < flow.length; at += ZONE) {
    const sample = sampleOf(draft, flow.slice(at, at + SAMPLE))
    const here = new Float64Array(MOST + 1).fill(Infinity)
    for (const w of common)
      for (let width = w - 1; width <= w + 1; width++)
        if (width >= LEAST && width <= MOST) here[width] = fillCost(sample, width)
    zones.push({ upTo: flow[Math.min(flow.length, at + ZONE) - 1]!.from, widths: cheapest(here, 1) })
  }
  return {
    common: common.slice(0, 1),
    near(at) {
      let lo = 0
      let hi = zones.length - 1
      while (lo < hi) {
        const mid = (lo + hi) >> 1
        if (zones[mid]!.upTo < at) lo = mid + 1
        else hi = mid
      }
      return zones[lo]?.widths ?? []
    },
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

/** Pieces in a row, as far as filling rows looks at them. */
interface Sample {
  readonly width: readonly number[]
  readonly hang: readonly number[]
  /** Used up before a piece that begins a row. */
  readonly indent: readonly number[]
  readonly final: readonly boolean[]
  /** After the piece: no break, one that the extractor may have made, one of the print, one between roles. */
  readonly after: readonly ('inline' | 'apart' | 'row' | 'bound')[]
}

function sampleOf(draft: Draft, pieces: readonly Piece[]): Sample {
  return {
    width: pieces.map((p) => p.width),
    hang: pieces.map((p) => hanging(draft.text, p)),
    indent: pieces.map((p) => (!p.inline && p.line.indent >= 2 ? p.line.indent : 0)),
    final: pieces.map((p) => isFinal(draft.text, p)),
    after: pieces.map((p, i) => {
      const next = pieces[i + 1]
      if (next?.inline) return 'inline'
      if (next?.role !== null || p.role !== null) return 'bound'
      return p.isRun || next.isRun ? 'apart' : 'row'
    }),
  }
}

/** How badly rows of one width explain the pieces: each row full, or the last of its paragraph. */
function fillCost(s: Sample, width: number): number {
  const n = s.width.length
  const cost = new Float64Array(n + 1).fill(Infinity)
  cost[0] = 0
  for (let i = 0; i < n; i++) {
    const here = cost[i]!
    if (here === Infinity) continue
    let used = s.indent[i]!
    for (let j = i + 1; j <= Math.min(n, i + MOST_PIECES); j++) {
      used += s.width[j - 1]!
      const after = s.after[j - 1]!
      if (after !== 'inline') {
        let slack = width - used
        if (slack < -1) slack += s.hang[j - 1]!
        const full = slack >= -2 && slack <= 2 ? 1 : Infinity
        const ends = slack >= -2 ? (after === 'bound' ? 1.5 : s.final[j - 1] ? 5.5 : 11) : 12
        const total = here + Math.min(full, ends)
        if (total < cost[j]!) cost[j] = total
        if (after !== 'apart') break
      }
      if (used > width + 8) {
        if (here + 14 < cost[j]!) cost[j] = here + 14
        break
      }
    }
  }
  return cost[n]!
}
