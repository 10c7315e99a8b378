import type { Draft } from '../draft.ts'
import { isAside } from '../draft.ts'
import type { Piece } from '../piece.ts'
import { fitWidths } from './fit.ts'
import { hanging, WIDEST } from './stretch.ts'

/** A column narrower than this (half squares) is not set in yearbooks. */
const LEAST = 16
/** Rows looked at together: about a page of print. */
const WINDOW = 48
/** So many rows of one width make a column. */
const MEMBERS = 4

/**
 * The printed widths, in half squares, that lines of this text are set to. A page has one or two: columns beside a
 * photo are narrower. Learnt from lines whose two ends are certainly line ends of the print; where an extractor sets runs
 * apart there are few, so that the widths which fill rows best are taken in as well.
 */
export class ColumnWidths {
  private readonly windows: { readonly upTo: number; readonly widths: readonly number[] }[] = []
  private readonly common: readonly number[]

  constructor(draft: Draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role))
    const rows = certainRows(draft, flow)
    const fitted = fitWidths(draft, flow)
    this.common = merged(fitted.common, clusters(rows.map((r) => r.width)).slice(0, 2))
    for (let i = 0; i < rows.length; i += WINDOW) {
      const part = rows.slice(Math.max(0, i - WINDOW / 4), i + (WINDOW * 5) / 4)
      const last = rows[Math.min(rows.length, i + WINDOW) - 1]!
      const local = clusters(part.map((r) => r.width)).slice(0, 3)
      this.windows.push({ upTo: last.at, widths: merged(fitted.near(last.at), local) })
    }
  }

  /** Candidate widths at a raw offset, most common first; empty where lines have no common width. */
  near(at: number): readonly number[] {
    let lo = 0
    let hi = this.windows.length - 1
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (this.windows[mid]!.upTo < at) lo = mid + 1
      else hi = mid
    }
    return merged(this.windows[lo]?.widths ?? [], this.common).slice(0, 3)
  }
}

function merged(first: readonly number[], rest: readonly number[]): number[] {
  const out: number[] = []
  for (const w of [...first, ...rest]) if (!out.some((o) => Math.abs(o - w) <= 1)) out.push(w)
  return out
}

/**
 * Rows whose two ends are certainly ends of the print: between two stretches of Han no extractor breaks without
 * reason, while a break beside a run of digits may be its own. A title and what follows it on its line are one row.
 */
function certainRows(draft: Draft, flow: readonly Piece[]): { at: number; width: number }[] {
  const out: { at: number; width: number }[] = []
  let width = 0
  for (let i = 0; i < flow.length; i++) {
    const p = flow[i]!
    const next = flow[i + 1]
    width += width === 0 ? rowWidth(p) : p.width
    if (next?.inline || (next && (p.isRun || next.isRun))) continue
    const row = width - hanging(draft.text, p)
    if (p.role === null && next?.role === null && row >= LEAST && row <= WIDEST)
      out.push({ at: p.from, width: row })
    width = 0
  }
  return out
}

/** A piece's width with its visible indent. */
function rowWidth(p: Piece): number {
  return p.width + (!p.inline && p.line.indent >= 2 ? p.line.indent : 0)
}

/** Upper edges of the crowded places among `widths`, the most crowded first. */
function clusters(widths: readonly number[]): number[] {
  const counts = new Array<number>(WIDEST + 4).fill(0)
  for (const w of widths) counts[w]!++
  const found: { width: number; members: number }[] = []
  for (;;) {
    let best = -1
    let members = 0
    for (let w = LEAST; w <= WIDEST; w++) {
      // Justification and characters that may not begin a line make lines a little shorter, hardly longer.
      const sum = counts[w]! + counts[w - 1]! * 0.9 + counts[w - 2]! * 0.7 + counts[w - 3]! * 0.4
      if (sum > members) {
        members = sum
        best = w
      }
    }
    if (best < 0 || members < MEMBERS || members < widths.length * 0.06) break
    found.push({ width: best, members })
    for (let w = best - 4; w <= best + 2; w++) if (w >= 0) counts[w] = 0
  }
  return found.map((f) => f.width)
}
