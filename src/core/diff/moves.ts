import type { BlockId } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { OwnedSpan } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import { piecesOf } from './pieces.ts'

/** Raw text that is read elsewhere: where it stands, and where it is read. */
export interface Move {
  readonly correction: CorrectionId
  /** In raw order. */
  readonly from: readonly OwnedSpan[]
  /** The blocks that read it, in reading order, each with the place of its first moved character. */
  readonly to: readonly { readonly block: BlockId; readonly clean: number; readonly length: number }[]
}

/** All moves of the book with both their ends, in reading order. */
export function moves(source: Diffable): Move[] {
  const found = new Map<
    CorrectionId,
    { from: OwnedSpan[]; to: { block: BlockId; clean: number; length: number }[] }
  >()
  for (const block of source.blocks) {
    const ids = new Set(block.spans.flatMap((s) => s.moved ?? []))
    if (ids.size === 0) continue
    const pieces = piecesOf(source, block)
    for (const id of ids) {
      const move = found.get(id) ?? { from: [], to: [] }
      found.set(id, move)
      move.from.push(...block.spans.filter((s) => s.moved === id))
      const read = pieces.filter((p) => p.change?.moved === id && p.after !== '')
      const length = read.reduce((sum, p) => sum + p.after.length, 0)
      const first = read[0]?.change
      if (first) move.to.push({ block: block.id, clean: first.clean, length })
    }
  }
  return [...found].map(([correction, { from, to }]) => ({
    correction,
    from: from.sort((a, b) => a.from - b.from),
    to,
  }))
}
