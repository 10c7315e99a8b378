import type { BlockId, Correction, Layer, Reason, RuleId, SuggestionKey } from '../corrections/correction.ts'
import type { CorrectionId, EditList } from '../corrections/edit.ts'
import type { RawOffset, Span } from '../text/offset.ts'

/** What a block is. `list` and `table` are paragraphs with a line of their own: an item, a row. */
export type Role =
  | 'category'
  | 'category-en'
  | 'heading'
  | 'title'
  | 'paragraph'
  | 'list'
  | 'table'
  | 'caption'
  | 'credit'
  | 'contributor'
  | 'furniture'

export const ROLES: readonly Role[] = [
  'category',
  'category-en',
  'heading',
  'title',
  'paragraph',
  'list',
  'table',
  'caption',
  'credit',
  'contributor',
  'furniture',
]

/** What is set beside the running text, which goes on behind it. */
export const ASIDE: ReadonlySet<Role> = new Set<Role>(['furniture', 'caption', 'credit'])

/** What one block may break off and the next go on with. */
export const RUNNING: ReadonlySet<Role> = new Set<Role>(['paragraph', 'list'])

/** A stretch of raw text that a block owns; `moved` names the relocation that brought it here. */
export interface OwnedSpan extends Span {
  readonly moved?: CorrectionId
}

/**
 * A run of text with one role. Its spans are in reading order; a lift leaves several, a block typed in by
 * hand has one empty span. Break and bracket marks inside the spans are structural: see `frame`.
 */
export interface Block {
  readonly id: BlockId
  readonly role: Role
  readonly decidedBy: 'engine' | 'editor'
  /** Depth of a heading: 1 a section, 2 a section inside a section. Absent: 1. */
  readonly level?: number
  readonly spans: readonly [OwnedSpan, ...OwnedSpan[]]
  readonly edits: EditList
}

/** One way to settle a suggestion. */
export type Fix = { readonly id: string; readonly layer: Layer } & (
  | {
      readonly kind: 'edit'
      readonly edits: readonly { readonly span: Span; readonly insert: string }[]
      readonly markedReading?: true
      readonly rejoined?: true
    }
  /** A paragraph ends at this raw offset, or does not. */
  | { readonly kind: 'split' | 'join'; readonly at: RawOffset }
  | { readonly kind: 'role'; readonly role: Role }
)

/** What cannot be decided: shown with a reason and a confidence, not applied. */
export interface Suggestion {
  /** Hash of rule, quoted text, 8 characters on each side and the occurrence: outlives a shift of offsets. */
  readonly key: SuggestionKey
  readonly rule: RuleId
  readonly version: number
  readonly block: BlockId
  readonly span: Span
  readonly quote: string
  readonly reason: Reason
  /** 0 to 1: how sure the rule is that something is wrong here. */
  readonly confidence: number
  readonly fixes: readonly Fix[]
  /** For figures that disagree: the two quotes, as corrected. */
  readonly quotes?: readonly [string, string]
}

/** Raw order, for sorting. */
export function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.from - b.span.from || a.span.to - b.span.to
}

/** A printed page as far as the extractor left traces of it. */
export interface Page {
  /** Where its text starts. */
  readonly from: RawOffset
  /** What said so. */
  readonly mark: 'start' | 'form-feed' | 'leading-space' | 'page-number'
  /** Its printed number, digits only, where one was found. */
  readonly printed: string | null
}

/** All that the engine decided by itself on import. Frozen with the book. */
export interface Analysis {
  /** Engine version, so that a later one never changes a reviewed book unasked. */
  readonly engine: string
  readonly rules: readonly { readonly rule: RuleId; readonly version: number }[]
  /** In reading order. Their spans partition the raw text. */
  readonly blocks: readonly Block[]
  readonly corrections: readonly Correction[]
  readonly suggestions: readonly Suggestion[]
  readonly pages: readonly Page[]
}
