import type { BlockId } from '../corrections/correction.ts'
import type { Block, OwnedSpan } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import { piecesOf, type Piece } from './pieces.ts'
import { type Owned, standing } from './standing.ts'

/**
 * What stands in one line of the table raw | corrected: a block beside the raw text from its first to its last
 * standing character, with all that lies between; or raw text alone, which is read elsewhere or not at all; or a block
 * alone, whose raw text lies elsewhere. Small: the text itself comes from {@link rowPieces}.
 */
export interface Row {
  /** The block on the corrected side. */
  readonly block: Block | null
  /** Raw text on the raw side that the block does not read here, in raw order. */
  readonly loose: readonly Owned[]
  /** Of the block's spans, those that stand here. */
  readonly stands: readonly OwnedSpan[]
}

/** A piece with the side of the table on which it stands. */
export interface SidedPiece extends Piece {
  readonly side: 'both' | 'raw' | 'corrected'
  readonly block: BlockId
}

/**
 * The rows of the whole book. Raw sides, read downward, give the raw text in its own order, each character once;
 * corrected sides give the corrected text in reading order. Moved text stands on both sides, in different rows or
 * at different places of one.
 */
export function rows(blocks: readonly Block[]): Row[] {
  const { stands, away } = standing(blocks)
  const loose = [...away, ...furniture(blocks)].sort((a, b) => a.span.from - b.span.from)
  const out: Row[] = []
  let next = 0
  /** Loose text up to a raw offset, a row for each owner. */
  const flush = (until: number): void => {
    while (next < loose.length && loose[next]!.span.from < until) {
      const run = [loose[next++]!]
      while (next < loose.length && loose[next]!.span.from < until && loose[next]!.block === run[0]!.block)
        run.push(loose[next++]!)
      out.push({ block: null, loose: run, stands: [] })
    }
  }
  for (const block of blocks) {
    if (block.role === 'furniture') continue
    const here = block.spans.filter((s) => stands.has(s))
    const [first, last] = [here[0], here.at(-1)]
    const inside: Owned[] = []
    if (first && last) {
      flush(first.from)
      while (next < loose.length && loose[next]!.span.from < last.to) inside.push(loose[next++]!)
    }
    out.push({ block, loose: inside, stands: here })
  }
  flush(Infinity)
  return out
}

/** The text of one row: its pieces as they are read, what stands on the raw side only in between at its raw place. */
export function rowPieces(source: Diffable, row: Row): SidedPiece[] {
  const out: SidedPiece[] = []
  let next = 0
  const flush = (until: number): void => {
    for (; next < row.loose.length && row.loose[next]!.span.from < until; next++) {
      const { block, span } = row.loose[next]!
      for (const piece of piecesOf(source, block))
        if (within(span, piece) && piece.from < piece.to) out.push({ ...piece, side: 'raw', block: block.id })
    }
  }
  const { block } = row
  if (block)
    for (const piece of piecesOf(source, block)) {
      const stands = row.stands.some((s) => within(s, piece))
      if (stands) flush(piece.from)
      if (stands || piece.after !== '' || (piece.change && piece.change.kind !== 'structural'))
        out.push({ ...piece, side: stands ? 'both' : 'corrected', block: block.id })
    }
  flush(Infinity)
  return out
}

function furniture(blocks: readonly Block[]): Owned[] {
  return blocks
    .filter((b) => b.role === 'furniture')
    .flatMap((block) => block.spans.filter((s) => s.from < s.to).map((span) => ({ block, span })))
}

function within(span: OwnedSpan, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return span.from <= from && to <= span.to
}
