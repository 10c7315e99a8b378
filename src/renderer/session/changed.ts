import type { BlockId } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { Document } from '../../core/document/document.ts'
import type { Logged } from '../../core/document/event.ts'

/** What a stroke has touched. */
export interface Changed {
  /** Blocks whose text, ownership or role is another, those that are gone included. */
  readonly blocks: ReadonlySet<BlockId>
  readonly corrections: ReadonlySet<CorrectionId>
  /** Blocks came, went, or changed their role or their place in reading order. */
  readonly isStructural: boolean
}

export function changedBy(doc: Document, logged: readonly Logged[]): Changed {
  const blocks = new Set<BlockId>()
  const corrections = new Set<CorrectionId>()
  let isStructural = false
  for (const { change } of logged.flatMap(({ seq }) => doc.past.get(seq) ?? [])) {
    for (const cell of change.blocks) {
      blocks.add(cell.id)
      isStructural ||= cell.kind === 'head' || cell.kind === 'whole'
    }
    for (const cell of change.cells)
      if (cell.table === 'corrections') corrections.add(cell.key as CorrectionId)
    isStructural ||= change.order.length > 0
  }
  return { blocks, corrections, isStructural }
}
