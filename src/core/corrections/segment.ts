import type { CorrectionId } from './edit.ts'

/**
 * A piece of a block's owned raw text with its fate. `from`/`to` are raw offsets.
 * - kept: stands in the corrected text as it is
 * - mark: structural (break, indent, bracket): drawn by exporters
 * - edit: replaced by `insert`
 */
export type Segment =
  | { readonly kind: 'kept'; readonly from: number; readonly to: number; readonly moved: CorrectionId | null }
  | { readonly kind: 'mark'; readonly from: number; readonly to: number; readonly moved: CorrectionId | null }
  | {
      readonly kind: 'edit'
      readonly from: number
      readonly to: number
      readonly insert: string
      readonly correction: CorrectionId
      readonly moved: CorrectionId | null
    }

/** How many UTF-16 units of corrected text a segment gives. */
export function cleanLength(segment: Segment): number {
  if (segment.kind === 'kept') return segment.to - segment.from
  return segment.kind === 'edit' ? segment.insert.length : 0
}
