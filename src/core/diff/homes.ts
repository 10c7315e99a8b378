import type { BlockId } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import type { Digest } from './digest.ts'

/**
 * Where each correction is counted and met, once in the book, however many blocks it has a hand in: in the block that it
 * names; where a later split or move left it nothing there, in the first block that has some of it. Only the latter are
 * listed.
 */
export type Strays = ReadonlyMap<CorrectionId, BlockId>

export function strays(source: Diffable, digest: (block: Block) => Digest): Strays {
  const found = new Map<CorrectionId, BlockId>()
  for (const block of source.blocks)
    for (const id of digest(block).corrections)
      if (!found.has(id) && source.corrections.get(id)?.block !== block.id) found.set(id, block.id)
  if (found.size === 0) return found
  for (const block of source.blocks)
    for (const id of digest(block).corrections)
      if (found.size > 0 && source.corrections.get(id)?.block === block.id) found.delete(id)
  return found
}

/** The block in which a correction is counted; undefined where there is no such correction. */
export function homeOf(source: Diffable, found: Strays, id: CorrectionId): BlockId | undefined {
  return found.get(id) ?? source.corrections.get(id)?.block
}
