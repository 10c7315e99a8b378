import type { Layer } from '../../core/corrections/correction.ts'
import type { PackedDiff } from '../../core/diff/packed.ts'
import type { CodecError } from '../../core/document/codec.ts'
import type { DigitViolation } from '../../core/document/digits/reader.ts'
import type { Logged } from '../../core/document/event.ts'
import type { Imbalance, LedgerFigures } from '../../core/document/ledger.ts'
import type { ReplayError } from '../../core/document/refusal.ts'
import type { SnapshotError } from '../../core/document/snapshot.ts'
import type { ExportError } from '../../core/export/exporter.ts'
import type { Result } from '../../core/result.ts'
import type { RulePreview } from '../../core/user-rules/preview.ts'
import type { UserRule } from '../../core/user-rules/user-rule.ts'
import type { BookStats } from './book-stats.ts'
import type { ExportedBlob, ExportPreview, ExportRequest } from './export-book.ts'
import type { Portion } from './portions.ts'
import type { QuantityQuery, QuantityRow, QuantitySummary } from './quantities.ts'
import type { QuoteQuery } from './quote-places.ts'

/** A book as the store has it: what its document is made of. */
export interface BookSource {
  readonly text: string
  readonly sha256: string
  /** The packed analysis. */
  readonly payload: string
  /** The packed state that the events go on from; null: they are the whole log. */
  readonly snapshot: string | null
  readonly events: readonly Logged[]
}

export type OpenError =
  | { readonly kind: 'payload'; readonly error: CodecError }
  /** Never the last word: the log has all that the snapshot had. */
  | { readonly kind: 'snapshot'; readonly error: SnapshotError }
  | { readonly kind: 'replay'; readonly error: ReplayError }

/** The packed state of the book after event `seq`. */
export interface PackedState {
  readonly seq: number
  readonly state: string
}

/** The conscience of the book, as of one event. */
export interface BookFigures {
  readonly seq: number
  readonly ledger: LedgerFigures
  readonly layers: Readonly<Record<Layer, number>>
  /** The first few places where the books do not balance; `imbalanceCount` says how many there are. */
  readonly imbalances: readonly Imbalance[]
  readonly imbalanceCount: number
  /** Digit runs of the raw text. */
  readonly digitRuns: number
  readonly violations: readonly DigitViolation[]
  readonly violationCount: number
}

export interface Hit {
  readonly from: number
  readonly to: number
  /** Text around the hit: before it, the hit, after it. */
  readonly context: readonly [string, string, string]
}

export interface Hits {
  /** In raw order. */
  readonly hits: readonly Hit[]
  /** More were found than are listed. */
  readonly isCut: boolean
}

/** The comparison of raw and corrected text, as of one event. */
export interface ComparedBook {
  readonly seq: number
  readonly packed: PackedDiff
}

/** What the worker's copy of a book does. Everything here is sent by value. */
export interface BookApi {
  /** Checks what was stored and replays the log over it. Every other call comes after this. */
  open(source: BookSource): Result<void, OpenError>
  /** The next stretch of what the document was before the events of its source; null after the last. */
  portion(): Portion | null
  /** For a snapshot. */
  pack(): PackedState
  /** Follows the window. False: the copy is at another event, and must be opened anew. */
  take(events: readonly Logged[]): boolean
  figures(): BookFigures
  /** Places of a text. Without `matchCase` A and a are the same; width never matters. */
  find(query: string, matchCase: boolean): Hits
  /** Raw against corrected text, for the whole book. */
  compare(): ComparedBook
  /** Counts and selects the quantities of the book; null: a later call came, or it was called off. */
  quantities(query: QuantityQuery): Promise<QuantitySummary | null>
  /** Of those last selected. */
  quantityRows(from: number, to: number): readonly QuantityRow[]
  cancelQuantities(): void
  /** Where the second quotes of findings stand, as raw offsets. */
  quotePlaces(queries: readonly QuoteQuery[]): readonly (number | null)[]
  /** Corrections by layer over so many equal parts of the text. */
  bookStats(bins: number): BookStats
  /** What rules would propose in the book as it is now. */
  previewRules(rules: readonly UserRule[]): readonly RulePreview[]
  /** The beginning of what an exporter would write. */
  preview(request: ExportRequest): Result<ExportPreview, ExportError>
  /** What an exporter writes. */
  export(request: ExportRequest): Result<ExportedBlob, ExportError>
}
