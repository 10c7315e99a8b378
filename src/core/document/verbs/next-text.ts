import type { BlockId } from '../../corrections/correction.ts'
import type { Role } from '../../structure/block.ts'
import type { Document } from '../document.ts'

const ASIDE: ReadonlySet<Role> = new Set<Role>(['furniture', 'caption', 'credit'])

/** The block after this one in reading order, past captions and furniture that stand between; null after the last. */
export function nextText(doc: Document, block: BlockId): BlockId | null {
  const after = doc.order.slice(doc.order.indexOf(block) + 1)
  return after.find((id) => !ASIDE.has(doc.blocks.get(id)?.role ?? 'furniture')) ?? null
}
