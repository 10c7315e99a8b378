import { splitsPair } from '../text/surrogates.ts'
import type { Change } from './change.ts'
import type { SidedPiece } from './rows.ts'

/** What is shown of a row: its pieces, or how many characters of text between them are left out. */
export type Shown =
  { readonly kind: 'piece'; readonly piece: SidedPiece } | { readonly kind: 'gap'; readonly length: number }

/**
 * Only what has changed, with `context` characters of the text around it. `shows` says which changes count; a change that
 * does not is text like any other. Whole characters only; the pieces that are shown keep their raw offsets.
 */
export function hunks(
  pieces: readonly SidedPiece[],
  shows: (change: Change) => boolean,
  context: number,
): Shown[] {
  const out: Shown[] = []
  let still: SidedPiece[] = []
  let first = true
  const flush = (last: boolean): void => {
    out.push(...elide(still, first ? 0 : context, last ? 0 : context))
    still = []
  }
  for (const piece of pieces) {
    if (!piece.change || !shows(piece.change)) {
      still.push(piece)
      continue
    }
    flush(false)
    first = false
    out.push({ kind: 'piece', piece })
  }
  flush(true)
  return out
}

/** Keeps so much of the head and the tail of unchanged text. */
function elide(pieces: readonly SidedPiece[], head: number, tail: number): Shown[] {
  const length = pieces.reduce((sum, p) => sum + lengthOf(p), 0)
  // A gap that hides next to nothing only costs the eye a jump.
  if (length <= head + tail + 4) return pieces.map((piece) => ({ kind: 'piece', piece }))
  const start = take(pieces, head, 1)
  const end = take(pieces, tail, -1)
  const kept = [...start, ...end].reduce((sum, p) => sum + lengthOf(p), 0)
  return [
    ...start.map((piece): Shown => ({ kind: 'piece', piece })),
    { kind: 'gap', length: length - kept },
    ...end.map((piece): Shown => ({ kind: 'piece', piece })),
  ]
}

/** As many characters of the run as asked for, from its start (1) or its end (-1). */
function take(pieces: readonly SidedPiece[], length: number, from: 1 | -1): SidedPiece[] {
  const out: SidedPiece[] = []
  let left = length
  for (const piece of from === 1 ? pieces : [...pieces].reverse()) {
    if (left <= 0) break
    const size = lengthOf(piece)
    out.push(size > left && piece.change === null ? cut(piece, left, from) : piece)
    left -= size
  }
  return from === 1 ? out : out.reverse()
}

function cut(piece: SidedPiece, length: number, from: 1 | -1): SidedPiece {
  const { before } = piece
  let at = from === 1 ? length : before.length - length
  if (splitsPair(before, at)) at -= 1
  const text = from === 1 ? before.slice(0, at) : before.slice(at)
  const [lo, hi] = from === 1 ? [piece.from, piece.from + at] : [piece.from + at, piece.to]
  return { ...piece, from: lo, to: hi, before: text, after: text }
}

function lengthOf({ before, after }: SidedPiece): number {
  return Math.max(before.length, after.length)
}
