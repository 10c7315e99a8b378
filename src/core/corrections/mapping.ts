import { partitionPoint } from '../order/partition-point.ts'
import { type CleanOffset, cleanOffset, type RawOffset, rawOffset } from '../text/offset.ts'
import { cleanLength, type Segment } from './segment.ts'

/** Which neighbour a place between two characters holds on to: -1 the one before it, 1 the one after it. */
export type Side = -1 | 1

/** The way between raw offsets and the corrected text of one block, both ways in logarithmic time. */
export interface Mapping {
  /** Length of the corrected text, in UTF-16 units. */
  readonly cleanLength: number
  /**
   * Where a raw offset stands in the corrected text; null where the block owns neither the character before
   * it nor the one after it. Raw text that is gone gives the place where it was: inside a replacement, `side`
   * chooses its start or its end; at an insertion, its near side.
   */
  toClean(at: RawOffset, side: Side): CleanOffset | null
  /**
   * Where an offset of the corrected text stands in the raw text; out of range counts as the nearer end.
   * `exact` is false inside inserted text, which has no raw place of its own: `side` chooses the start or the
   * end of what it replaces. At a border of two pieces `side` chooses the piece.
   */
  toRaw(at: CleanOffset, side: Side): { readonly at: RawOffset; readonly exact: boolean }
}

interface Piece {
  readonly segment: Segment
  readonly clean: number
  readonly length: number
}

/**
 * `segments` are those of one block in reading order, at least one, or none with `home`, the raw offset of an
 * empty block.
 */
export function mapping(segments: readonly Segment[], home: RawOffset): Mapping {
  const pieces: Piece[] = []
  let clean = 0
  for (const segment of segments) {
    const length = cleanLength(segment)
    pieces.push({ segment, clean, length })
    clean += length
  }
  const total = clean
  // Raw order: a move puts spans out of it. Pieces without raw text (insertions) own no character.
  const owning = pieces
    .filter((p) => p.segment.to > p.segment.from)
    .sort((a, b) => a.segment.from - b.segment.from)
  const inserting = new Map(
    pieces.filter((p) => p.segment.to === p.segment.from).map((p) => [p.segment.from, p]),
  )
  const visible = pieces.filter((p) => p.length > 0)

  /** The clean place right before (1) or right after (-1) the raw character on that side of `at`. */
  const beside = (at: number, side: Side): number | null => {
    const unit = side === 1 ? at : at - 1
    const p = owning[lastAtOrBefore(owning, unit, (x) => x.segment.from)]
    if (!p || unit >= p.segment.to) return null
    if (p.segment.kind === 'kept') return p.clean + at - p.segment.from
    if (at === p.segment.from) return p.clean
    if (at === p.segment.to) return p.clean + p.length
    return side === 1 ? p.clean + p.length : p.clean
  }

  return {
    cleanLength: total,
    toClean(at, side) {
      const own = beside(at, side)
      if (own !== null) return cleanOffset(own)
      const p = inserting.get(at)
      if (p) return cleanOffset(side === 1 ? p.clean + p.length : p.clean)
      const other = beside(at, side === 1 ? -1 : 1)
      if (other !== null) return cleanOffset(other)
      return at === home && pieces.length === 0 ? cleanOffset(0) : null
    },
    toRaw(at, side) {
      const clean = Math.min(Math.max(at, 0), total)
      if (visible.length === 0) return { at: rawOffset(pieces[0]?.segment.from ?? home), exact: true }
      const before = lastAtOrBefore(visible, clean - 1, (x) => x.clean)
      const after = lastAtOrBefore(visible, clean, (x) => x.clean)
      const choice = side === 1 && clean < total ? after : Math.max(before, 0)
      const { segment, clean: start, length } = visible[choice]!
      if (segment.kind === 'kept') return { at: rawOffset(segment.from + clean - start), exact: true }
      if (clean === start) return { at: rawOffset(segment.from), exact: true }
      if (clean === start + length) return { at: rawOffset(segment.to), exact: true }
      return { at: rawOffset(side === 1 ? segment.to : segment.from), exact: false }
    },
  }
}

/** Index of the last item whose number is not above `limit`, or -1. Items are sorted by it. */
function lastAtOrBefore<T>(items: readonly T[], limit: number, number: (item: T) => number): number {
  return partitionPoint(items.length, (i) => number(items[i]!) <= limit) - 1
}
