import type { BlockId, Correction, Layer } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import type { CleanOffset, Span } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'

/**
 * What became of a stretch of raw text.
 * - removed, inserted, replaced: by a correction
 * - joined: a correction took out what is blank around a line's end
 * - moved: unchanged, but read elsewhere
 * - furniture: a running head or a page number, no part of the text
 * - structural: a break, an indent, a bracket, which exporters draw anew
 */
export type ChangeKind = 'removed' | 'inserted' | 'replaced' | 'joined' | 'moved' | 'furniture' | 'structural'

/** One place where raw and corrected text are not the same. */
export interface Change {
  /** Unique in its document. */
  readonly key: string
  readonly kind: ChangeKind
  readonly layer: Layer
  /** Null for furniture and structural marks, which belong to their block. */
  readonly correction: CorrectionId | null
  readonly block: BlockId
  readonly span: Span
  /** The raw text under the span. */
  readonly before: string
  /** What stands for it in the corrected text; of furniture and structural marks, nothing. */
  readonly after: string
  /** Where that stands in the corrected text of its block. */
  readonly clean: CleanOffset
  /** The relocation that brought the text here, where it is read elsewhere as well. */
  readonly moved: CorrectionId | null
  /** It changes a number: other digits, another point, pieces put together. Such a change always stands out. */
  readonly figures: boolean
}

/** What a comparison needs of a book: an analysis fresh from the engine, or a document under work. */
export interface Diffable {
  readonly raw: RawText
  /** In reading order; their spans partition the raw text. */
  readonly blocks: readonly Block[]
  readonly corrections: { get(id: CorrectionId): Correction | undefined }
}

/** What a change counts as where changes are filtered. */
export type Facet = Layer | 'furniture' | 'structure'

export const FACETS: readonly Facet[] = ['layout', 'character', 'substance', 'furniture', 'structure']

export function facetOf(change: Change): Facet {
  if (change.kind === 'furniture') return 'furniture'
  return change.kind === 'structural' ? 'structure' : change.layer
}
