import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Document } from '../../../core/document/document.ts'
import type { Role } from '../../../core/structure/block.ts'

/** What stands on lines of its own: one block, a title with the paragraph that runs on after it, a caption with its credits. */
export interface Row {
  readonly key: BlockId
  readonly role: Role
  readonly blocks: readonly BlockId[]
}

/** The page as rows, in reading order. Furniture is left out unless it was asked for. */
export function rowsOf(doc: Document, withFurniture: boolean): Row[] {
  const rows: { key: BlockId; role: Role; blocks: BlockId[] }[] = []
  for (const id of doc.order) {
    const role = doc.blocks.get(id)?.role
    if (role === undefined || (role === 'furniture' && !withFurniture)) continue
    const last = rows.at(-1)
    if (last && runsOn(last, role)) last.blocks.push(id)
    else rows.push({ key: id, role, blocks: [id] })
  }
  return rows
}

function runsOn(row: { readonly role: Role; readonly blocks: readonly BlockId[] }, next: Role): boolean {
  if (row.role === 'title') return next === 'paragraph' && row.blocks.length === 1
  return row.role === 'caption' && next === 'credit'
}

/** The row of each block. */
export function rowIndex(rows: readonly Row[]): ReadonlyMap<BlockId, number> {
  return new Map(rows.flatMap((row, i) => row.blocks.map((id) => [id, i] as const)))
}
