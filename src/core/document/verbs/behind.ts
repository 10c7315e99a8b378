import type { BlockId } from '../../corrections/correction.ts'
import { ASIDE, RUNNING, type Block } from '../../structure/block.ts'
import { type RawOffset, rawOffset } from '../../text/offset.ts'
import { blockAt, type Document } from '../document.ts'

/** The block after this one in reading order, past captions and furniture that stand between; null after the last. */
export function nextText(doc: Document, block: BlockId): BlockId | null {
  const after = doc.order.slice(doc.order.indexOf(block) + 1)
  return after.find((id) => !ASIDE.has(doc.blocks.get(id)?.role ?? 'furniture')) ?? null
}

/** The block whose text ends at `at`, a raw offset, but for blanks: the break after a line belongs to the line. */
export function blockEndingAt(doc: Document, at: RawOffset): Block | null {
  const first = at > 0 ? blockAt(doc, rawOffset(at - 1)) : null
  if (!first || blockAt(doc, at)?.id !== first.id) return first
  const { from, to } = first.spans.at(-1)!
  return from < at && at <= to && doc.raw.text.slice(at, to).trim() === '' ? first : null
}

/**
 * The two blocks of which one goes on where the other ends, at `at`; null where none ends there, or nothing comes after it
 * that running text could go on with.
 */
export function blocksAround(doc: Document, at: RawOffset): readonly [Block, Block] | null {
  const first = blockEndingAt(doc, at)
  if (!first) return null
  const id = nextText(doc, first.id)
  const next = id === null ? null : doc.blocks.get(id)!
  return next && (next.role === first.role || RUNNING.has(next.role)) ? [first, next] : null
}
