import type { BlockId } from '../../core/corrections/correction.ts'
import { blockAt, type Document } from '../../core/document/document.ts'
import type { Block } from '../../core/structure/block.ts'
import type { RawOffset } from '../../core/text/offset.ts'

const INDEXES = new WeakMap<readonly BlockId[], ReadonlyMap<BlockId, number>>()

/** The place of each block in reading order. Made once for each order. */
export function readingOrder(doc: Document): ReadonlyMap<BlockId, number> {
  let index = INDEXES.get(doc.order)
  if (!index) INDEXES.set(doc.order, (index = new Map(doc.order.map((id, i) => [id, i]))))
  return index
}

/** Who owns the raw character at `at`. `likely` is asked first: it nearly always does, and costs no search. */
export function ownerOf(doc: Document, at: RawOffset, likely: BlockId): Block | null {
  const block = doc.blocks.get(likely)
  if (block?.spans.some((s) => s.from <= at && at < s.to)) return block
  // An insertion at the very end of the text is owned by whoever ends there.
  return blockAt(doc, at) ?? block ?? null
}

/** Of two places in one block, which is read first: index of the span, then raw offset. */
export function placeInBlock(block: Block, at: RawOffset): number {
  let read = 0
  for (const { from, to } of block.spans) {
    if (from <= at && at < to) return read + at - from
    read += to - from
  }
  return 0
}
