import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import type { Segment } from '../corrections/segment.ts'
import { partitionPoint } from '../order/partition-point.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Block } from './block.ts'
import { frame } from './frame.ts'

export type { Segment }

/** Raw text of all spans of a block, in reading order. */
export function ownedText(raw: RawText, block: Block): string {
  if (block.spans.length === 1) return raw.text.slice(block.spans[0].from, block.spans[0].to)
  return block.spans.map((s) => raw.text.slice(s.from, s.to)).join('')
}

/** What a walk over a block tells, in reading order. Offsets are raw; `moved` is the relocation of the span. */
export interface Walker {
  /** Stands in the corrected text as it is. */
  kept(from: number, to: number, moved: CorrectionId | undefined): void
  /** Structural: drawn by exporters. */
  mark(from: number, to: number, moved: CorrectionId | undefined): void
  edit(edit: BlockEdit, moved: CorrectionId | undefined): void
}

/**
 * Walks a block once. Every owned raw character is told exactly once; edits win over structural marks, so that text typed
 * over a bracket is text. The one walk from which corrected text, ledger, digit lock, diff and provenance are all made, so
 * that they cannot disagree.
 */
export function walk(raw: RawText, block: Block, walker: Walker): void {
  const owned = ownedText(raw, block)
  const marks = frame(block.role, owned)
  const closeAt = owned.length - marks.close
  let before = 0
  for (const span of block.spans) {
    const { moved } = span
    // The two borders of the frame, which may lie in any span.
    const open = span.from + marks.open - before
    const close = span.from + closeAt - before
    let at: number = span.from
    // Spans may be out of raw order after a move: find this span's first edit by search, not by walking on.
    for (let next = firstEditFrom(block, span.from); next < block.edits.length; next++) {
      const edit = block.edits[next]!
      const { from, to } = edit.span
      if (to > span.to || from < span.from) break
      // An insertion at the border of two spans belongs to the one that ends there, unless it starts the block.
      if (from === to && from === span.from && !startsHere(block, from)) continue
      if (at < from) plain(walker, at, from, open, close, moved)
      walker.edit(edit, moved)
      at = to
    }
    if (at < span.to) plain(walker, at, span.to, open, close, moved)
    before += span.to - span.from
  }
}

/** Tells a stretch without edits: what of it lies outside the frame's two borders is structural. */
function plain(
  walker: Walker,
  from: number,
  to: number,
  open: number,
  close: number,
  moved: CorrectionId | undefined,
): void {
  if (from < open) walker.mark(from, Math.min(to, open), moved)
  const lo = Math.max(from, open)
  const hi = Math.min(to, close)
  if (lo < hi) walker.kept(lo, hi, moved)
  if (to > Math.max(from, close)) walker.mark(Math.max(from, close), to, moved)
}

/** The walk as a list. */
export function segments(raw: RawText, block: Block): Segment[] {
  const list = new SegmentList()
  walk(raw, block, list)
  return list.segments
}

class SegmentList implements Walker {
  readonly segments: Segment[] = []

  kept(from: number, to: number, moved: CorrectionId | undefined): void {
    this.segments.push({ kind: 'kept', from, to, moved: moved ?? null })
  }

  mark(from: number, to: number, moved: CorrectionId | undefined): void {
    this.segments.push({ kind: 'mark', from, to, moved: moved ?? null })
  }

  edit({ span, insert, correction }: BlockEdit, moved: CorrectionId | undefined): void {
    this.segments.push({
      kind: 'edit',
      from: span.from,
      to: span.to,
      insert,
      correction,
      moved: moved ?? null,
    })
  }
}

/** The stretch of raw text that is all of a block's text, as in most blocks; null where it has edits or lies in pieces. */
export function wholeStretch(raw: RawText, block: Block): { from: number; to: number } | null {
  if (block.edits.length > 0 || block.spans.length > 1) return null
  const { open, close } = frame(block.role, ownedText(raw, block))
  const [{ from, to }] = block.spans
  return { from: from + open, to: to - close }
}

/** The block's text as corrected so far, without structural marks. */
export function correctedText(raw: RawText, block: Block): string {
  const whole = wholeStretch(raw, block)
  if (whole) return raw.text.slice(whole.from, whole.to)
  let text = ''
  walk(raw, block, {
    kept: (from, to) => (text += raw.text.slice(from, to)),
    mark: () => undefined,
    edit: ({ insert }) => (text += insert),
  })
  return text
}

function firstEditFrom(block: Block, from: number): number {
  return partitionPoint(block.edits.length, (i) => block.edits[i]!.span.from < from)
}

/** Does no other span of the block end where this one starts? Then an insertion at its start is its own. */
function startsHere(block: Block, from: number): boolean {
  return !block.spans.some((s) => s.to === from && s.from < from)
}
