/** One end of a move on the screen, in the coordinates of the list's viewport. */
export interface End {
  readonly top: number
  readonly bottom: number
}

export interface Ribbon {
  readonly move: string
  readonly path: string
}

/** How far a ribbon reaches whose other end is not on the screen. */
const STUB = 28

/**
 * The shape that joins raw text with the place where it is read, across a gutter of this width. An end that is not
 * rendered lies beyond the edge of the view: above it (-1) or below it (1).
 */
export function ribbon(raw: End | -1 | 1, read: End | -1 | 1, width: number): string | null {
  if (typeof raw === 'number' && typeof read === 'number') return null
  if (typeof raw === 'number') return stub(read as End, raw, width, 0)
  if (typeof read === 'number') return stub(raw, read, 0, width)
  const bend = width / 2
  return (
    `M0 ${raw.top}C${bend} ${raw.top} ${bend} ${read.top} ${width} ${read.top}` +
    `V${read.bottom}C${bend} ${read.bottom} ${bend} ${raw.bottom} 0 ${raw.bottom}Z`
  )
}

/** A ribbon that leaves the side `from` and is lost on its way to `to`, upward or downward. */
function stub(end: End, away: -1 | 1, from: number, to: number): string {
  const mid = (from + to) / 2
  const tip = (away === 1 ? end.bottom : end.top) + away * STUB
  return `M${from} ${end.top}Q${mid} ${end.top} ${mid} ${tip}Q${mid} ${end.bottom} ${from} ${end.bottom}Z`
}

/** What one move covers of each side, from all the pieces of it that are rendered. */
export function endsOf(
  pieces: Iterable<{ readonly move: string; readonly raw: boolean } & End>,
): Map<string, { raw: End | null; read: End | null }> {
  const out = new Map<string, { raw: End | null; read: End | null }>()
  for (const { move, raw, top, bottom } of pieces) {
    const ends = out.get(move) ?? { raw: null, read: null }
    const side = raw ? 'raw' : 'read'
    const known = ends[side]
    ends[side] = known
      ? { top: Math.min(known.top, top), bottom: Math.max(known.bottom, bottom) }
      : { top, bottom }
    out.set(move, ends)
  }
  return out
}
