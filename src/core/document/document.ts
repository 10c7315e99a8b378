import type { BlockId, Correction, SuggestionKey } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Analysis, Block, Page, Suggestion } from '../structure/block.ts'
import type { RawOffset, Span } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import type { NoteId } from './event.ts'
import type { Ownership } from './ownership.ts'
import type { Past } from './past.ts'
import type { Table } from './table.ts'

/** Who did something, and in which event. */
export interface Signature {
  readonly seq: number
  readonly at: string
  readonly by: string
}

export interface Dismissal extends Signature {
  readonly suggestion: Suggestion
  readonly note: string
}

export interface Acceptance extends Signature {
  readonly suggestion: Suggestion
}

export interface PrintedSo extends Signature {
  readonly span: Span
  readonly suggestions: readonly Suggestion[]
}

export interface Note extends Signature {
  readonly span: Span
  readonly text: string
}

export interface ReadMark extends Signature {
  readonly span: Span
}

export interface Bookmark extends Signature {
  readonly label: string
}

/**
 * What the log says now. Immutable, made by `fromAnalysis`, `step` and `replay` only, never stored as the
 * truth. Of its maps, none has an order that means anything: `order` is the reading order of blocks.
 */
export interface Document {
  readonly raw: RawText
  /** Number of the last event; 0 before the first. */
  readonly seq: number
  readonly engine: string
  readonly rules: Analysis['rules']
  readonly blocks: Table<BlockId, Block>
  readonly order: readonly BlockId[]
  readonly corrections: Table<CorrectionId, Correction>
  /**
   * Open ones. Their `block` is the one in which the engine found them; who owns the text by now, `blockAt`
   * knows.
   */
  readonly suggestions: Table<SuggestionKey, Suggestion>
  readonly dismissed: Table<SuggestionKey, Dismissal>
  readonly accepted: Table<SuggestionKey, Acceptance>
  /** By the number of their event. */
  readonly asPrinted: Table<number, PrintedSo>
  readonly notes: Table<NoteId, Note>
  /** By the raw offset where they start. They may overlap. */
  readonly read: Table<RawOffset, ReadMark>
  readonly bookmarks: Table<RawOffset, Bookmark>
  readonly pages: readonly Page[]
  readonly ownership: Ownership
  /** Blocks that an event has changed, those that are gone included: rules look at them again. */
  readonly touched: Table<BlockId, true>
  /** What each event changed, by its number: undo lives on it. */
  readonly past: Table<number, Past>
}

/** The block that owns the raw character at `at`; null past the end of the text. */
export function blockAt(doc: Document, at: RawOffset): Block | null {
  const id = doc.ownership.at(at)
  return id === null ? null : (doc.blocks.get(id) ?? null)
}

/** The blocks in reading order. */
export function blocksOf(doc: Document): Block[] {
  return doc.order.map((id) => doc.blocks.get(id)!)
}
