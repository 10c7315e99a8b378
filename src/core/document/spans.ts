import type { CorrectionId } from '../corrections/edit.ts'
import type { Block, OwnedSpan } from '../structure/block.ts'
import { type RawOffset, rawOffset, type Span } from '../text/offset.ts'

/** Arithmetic on the owned spans of one block, in reading order. */
export type Spans = Block['spans']

export function ownedSpan(from: number, to: number, moved: CorrectionId | undefined): OwnedSpan {
  const span = { from: rawOffset(from), to: rawOffset(to) }
  return moved === undefined ? span : { ...span, moved }
}

/**
 * The same ownership written in the one way: neighbours that touch and were moved alike are one span, and an
 * empty span stands only where no other one touches it. Null where that would change the reading order of an
 * insertion (an empty span that another one touches from the wrong side) and for no spans at all.
 */
export function tidy(spans: readonly OwnedSpan[]): Spans | null {
  const out: OwnedSpan[] = []
  for (const span of spans) {
    const last = out.at(-1)
    const joins = last?.to === span.from && (last.moved === span.moved || isEmpty(last) || isEmpty(span))
    if (last && joins)
      out[out.length - 1] = ownedSpan(last.from, span.to, isEmpty(last) ? span.moved : last.moved)
    else out.push(span)
  }
  const [first, ...rest] = out
  if (!first) return null
  const stray = out.some((e) => isEmpty(e) && out.some((s) => s !== e && s.from <= e.from && e.from <= s.to))
  return stray ? null : [first, ...rest]
}

export function isEmpty(span: Span): boolean {
  return span.from === span.to
}

/** Index of the owned span that holds all of `[from, to)`, borders included; -1 where none does. */
export function holder(spans: readonly Span[], from: number, to: number): number {
  return spans.findIndex((s) => s.from <= from && to <= s.to)
}

/** Takes `piece` out of the one span that holds it. Null where none does, or the piece is empty. */
export function without(
  spans: readonly OwnedSpan[],
  piece: Span,
): { rest: OwnedSpan[]; taken: OwnedSpan } | null {
  if (isEmpty(piece)) return null
  const at = holder(spans, piece.from, piece.to)
  const span = spans[at]
  if (!span) return null
  const left = ownedSpan(span.from, piece.from, span.moved)
  const right = ownedSpan(piece.to, span.to, span.moved)
  return {
    rest: spans.toSpliced(at, 1, ...[left, right].filter((s) => !isEmpty(s))),
    taken: ownedSpan(piece.from, piece.to, span.moved),
  }
}

/**
 * Cuts spans in two in reading order: where the character at raw `at` stands, or else behind the span that
 * ends there. Null where the block has neither.
 */
export function cutAt(
  spans: readonly OwnedSpan[],
  at: number,
): { left: OwnedSpan[]; right: OwnedSpan[] } | null {
  const inside = spans.findIndex((s) => s.from <= at && at < s.to)
  if (inside >= 0) {
    const span = spans[inside]!
    const left = spans.slice(0, inside)
    if (at > span.from) left.push(ownedSpan(span.from, at, span.moved))
    return { left, right: [ownedSpan(at, span.to, span.moved), ...spans.slice(inside + 1)] }
  }
  const ending = spans.findIndex((s) => s.to === at)
  if (ending < 0) return null
  return { left: spans.slice(0, ending + 1), right: spans.slice(ending + 1) }
}

/** The raw offset where a block starts to be read: names it by place. */
export function startOf(block: Block): RawOffset {
  return block.spans[0].from
}

/** Do two lists own the same, in the same order, moved by the same relocations? */
export function sameSpans(a: readonly OwnedSpan[], b: readonly OwnedSpan[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  return a.every((s, i) => s.from === b[i]!.from && s.to === b[i]!.to && s.moved === b[i]!.moved)
}

export type Neighbour = 'before' | 'after' | 'both'

/**
 * Which neighbour an insertion at `at` is read beside, as `segments` reads it: the character before it, where
 * a span ends there, else the one after it. Both, where the two are read one after the other.
 */
export function sideAt(spans: readonly Span[], at: number): Neighbour {
  const ending = spans.findIndex((s) => s.from < at && s.to === at)
  const starting = spans.findIndex((s) => s.from === at && at < s.to)
  if (ending >= 0) return starting === ending + 1 ? 'both' : 'before'
  return starting >= 0 ? 'after' : 'both'
}

/** Does a span own the neighbour of `at` on that side? */
export function touches({ from, to }: Span, at: number, side: Neighbour): boolean {
  if (at < from || at > to) return false
  return side === 'before' ? from < at : side === 'after' ? at < to : true
}
