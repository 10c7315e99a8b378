import { partitionPoint } from '../partition-point.ts'
import type { Segment } from '../corrections/segment.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Block } from './block.ts'
import { frame } from './frame.ts'

export type { Segment }

/** Raw text of all spans of a block, in reading order. */
export function ownedText(raw: RawText, block: Block): string {
  if (block.spans.length === 1) return raw.text.slice(block.spans[0].from, block.spans[0].to)
  return block.spans.map((s) => raw.text.slice(s.from, s.to)).join('')
}

/**
 * Walks a block once. Every owned raw character is in exactly one segment; edits win over structural marks,
 * so that text typed over a bracket is text. The one walk from which corrected text, ledger, diff and
 * provenance are all made, so that they cannot disagree.
 */
export function segments(raw: RawText, block: Block): Segment[] {
  const out: Segment[] = []
  const owned = ownedText(raw, block)
  const marks = frame(block.role, owned)
  const closeAt = owned.length - marks.close
  let before = 0
  for (const span of block.spans) {
    const moved = span.moved ?? null
    // The two borders of the frame, which may lie in any span.
    const open = span.from + marks.open - before
    const close = span.from + closeAt - before
    const plain = (from: number, to: number): void => {
      if (from < open) out.push({ kind: 'mark', from, to: Math.min(to, open), moved })
      const lo = Math.max(from, open)
      const hi = Math.min(to, close)
      if (lo < hi) out.push({ kind: 'kept', from: lo, to: hi, moved })
      if (to > Math.max(from, close)) out.push({ kind: 'mark', from: Math.max(from, close), to, moved })
    }
    let at: number = span.from
    // Spans may be out of raw order after a move: find this span's first edit by search, not by walking on.
    for (let next = firstEditFrom(block, span.from); next < block.edits.length; next++) {
      const edit = block.edits[next]!
      const inside = edit.span.to <= span.to && edit.span.from >= span.from
      if (!inside) break
      // An insertion at the border of two spans belongs to the one that ends there, unless it starts the block.
      if (edit.span.from === edit.span.to && edit.span.from === span.from && !startsHere(block, span.from))
        continue
      if (at < edit.span.from) plain(at, edit.span.from)
      const { from, to } = edit.span
      out.push({ kind: 'edit', from, to, insert: edit.insert, correction: edit.correction, moved })
      at = to
    }
    if (at < span.to) plain(at, span.to)
    before += span.to - span.from
  }
  return out
}

/** The block's text as corrected so far, without structural marks. */
export function correctedText(raw: RawText, block: Block): string {
  // Most blocks are one stretch of the raw text.
  if (block.edits.length === 0 && block.spans.length === 1) {
    const owned = ownedText(raw, block)
    const { open, close } = frame(block.role, owned)
    return owned.slice(open, owned.length - close)
  }
  let text = ''
  for (const s of segments(raw, block)) {
    if (s.kind === 'kept') text += raw.text.slice(s.from, s.to)
    else if (s.kind === 'edit') text += s.insert
  }
  return text
}

function firstEditFrom(block: Block, from: number): number {
  return partitionPoint(block.edits.length, (i) => block.edits[i]!.span.from < from)
}

/** Does no other span of the block end where this one starts? Then an insertion at its start is its own. */
function startsHere(block: Block, from: number): boolean {
  return !block.spans.some((s) => s.to === from && s.from < from)
}
