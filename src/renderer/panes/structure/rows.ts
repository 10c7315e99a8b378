import { partitionPoint } from '../../../core/order/partition-point.ts'
import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Document } from '../../../core/document/document.ts'
import type { Role } from '../../../core/structure/block.ts'
import { readingOrder } from '../../session/reading-order.ts'

/** What stands on lines of its own: one block, a title with the paragraph that runs on after it, a caption with its credits. */
export interface Row {
  readonly key: BlockId
  readonly role: Role
  readonly blocks: readonly BlockId[]
  /** Place of its first block in reading order. */
  readonly at: number
}

/** The page as rows, in reading order. Furniture is left out unless it was asked for. */
export function rowsOf(doc: Document, withFurniture: boolean): Row[] {
  const rows: { key: BlockId; role: Role; blocks: BlockId[]; at: number }[] = []
  doc.order.forEach((id, at) => {
    const role = doc.blocks.get(id)?.role
    if (role === undefined || (role === 'furniture' && !withFurniture)) return
    const last = rows.at(-1)
    if (last && runsOn(last, role)) last.blocks.push(id)
    else rows.push({ key: id, role, blocks: [id], at })
  })
  return rows
}

function runsOn(row: { readonly role: Role; readonly blocks: readonly BlockId[] }, next: Role): boolean {
  if (row.role === 'title') return next === 'paragraph' && row.blocks.length === 1
  return row.role === 'caption' && next === 'credit'
}

/** Index of the row of a block; null where it has none. */
export function rowOf(doc: Document, rows: readonly Row[], block: BlockId): number | null {
  const at = readingOrder(doc).get(block)
  if (at === undefined) return null
  const lo = partitionPoint(rows.length, (i) => (rows[i]?.at ?? Infinity) <= at)
  return rows[lo - 1]?.blocks.includes(block) === true ? lo - 1 : null
}
