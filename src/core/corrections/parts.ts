import type { Span } from '../text/offset.ts'
import type { BlockId, CorrectionEdit, Replacement } from './correction.ts'

/** One edit of a replacement with all that is said of it. */
export interface Part {
  readonly span: Span
  readonly insert: string
  readonly replaces: string
  readonly block: BlockId
}

/** The edits of a replacement, each with its block and the raw text it replaces. */
export function partsOf(correction: Replacement): Part[] {
  return correction.edits.map((edit, i) => ({
    span: edit.span,
    insert: edit.insert,
    replaces: correction.replaces[i] ?? '',
    block: edit.block ?? correction.block,
  }))
}

/**
 * The same correction, its name and origin kept, with other edits; null where none are left. Its block is the
 * block of the first, and only edits in other blocks name theirs: one way to write each state.
 */
export function withParts(correction: Replacement, parts: readonly Part[]): Replacement | null {
  const first = parts[0]
  if (!first) return null
  const edits = parts.map(({ span, insert, block }): CorrectionEdit =>
    block === first.block ? { span, insert } : { span, insert, block },
  )
  return { ...correction, block: first.block, edits, replaces: parts.map((p) => p.replaces) }
}
