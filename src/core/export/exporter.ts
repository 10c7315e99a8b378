import type { Correction, Reason, RuleId } from '../corrections/correction.ts'
import type { Result } from '../result.ts'
import type { Block, Page, Suggestion } from '../structure/block.ts'
import type { Encoding } from '../text/encoding.ts'
import type { RawText } from '../text/raw-text.ts'

/** One source of a book as exporters see it: an analysis fresh from the engine, or a document under work. */
export interface ExportSource {
  /** File name without its folder. */
  readonly name: string
  readonly encoding: Encoding
  readonly raw: RawText
  /** In reading order. */
  readonly blocks: readonly Block[]
  readonly corrections: readonly Correction[]
  /** Those that are still open. */
  readonly suggestions: readonly Suggestion[]
  readonly pages: readonly Page[]
}

/** A book: its sources in the order in which they are read. */
export interface Exportable {
  readonly sources: readonly ExportSource[]
}

/** The words for a reason. Core has none of its own; the caller chooses the language, once for all machines. */
export type Messages = (rule: RuleId, reason: Reason) => string

export interface ExportOptions {
  /** Name of the input without its last extension; the files are named after it. */
  readonly stem: string
  readonly messages: Messages
  /** Adds what the rules suspect and nobody has settled yet. */
  readonly findings?: boolean
  /** Adds everything number-like as a typed value. */
  readonly figures?: boolean
  /** Adds every change that was made. */
  readonly corrections?: boolean
  /** Adds to each node where its text stands in the raw sources. */
  readonly spans?: boolean
}

/** A half of a surrogate pair was typed in, which no file in UTF-8 can hold. */
export interface ExportError {
  readonly kind: 'lone-surrogate'
  readonly file: string
  /** UTF-16 offset in the text that would have been written. */
  readonly at: number
}

export interface Exporter {
  readonly id: string
  /** What is put behind the stem: `.json`, `.txt`; `.<id>.<ext>` for all but these two. */
  readonly extension: `.${string}`
  /**
   * Whole files in memory, name to content, LF only, for the shell to write. Equal input gives equal bytes.
   */
  write(book: Exportable, options: ExportOptions): Result<ReadonlyMap<string, string>, ExportError>
}
