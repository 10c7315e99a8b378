import type { Logged } from '../../core/document/event.ts'
import type { SourceMeta } from '../../core/document/source.ts'
import type { Id } from '../../core/text/offset.ts'

export type BookKey = Id<'BookKey'>

/** A book as the library lists it. What can be counted from other tables is kept here, too, to list without reading them. */
export interface BookRow {
  readonly id: BookKey
  readonly title: string
  /** UTF-16 units of raw text, all sources together. */
  readonly characters: number
  /** Findings that wait for a decision. Null: not counted, since only the open book can tell. */
  readonly findings: number | null
  /** Share of the entries that are marked read, 0 to 1. Null: not counted. */
  readonly read: number | null
  /** Sequence number of the last event in its log; the first is 1. */
  readonly lastSeq: number
  /** Milliseconds since 1970; for show only, order in the log is by sequence number. */
  readonly imported: number
  readonly touched: number
  /** When it was put in the bin; null on the shelf. */
  readonly deleted: number | null
  /** Title and bin are newer here than in the copy outside of the browser. */
  readonly isOwed?: boolean
  /** The one that comes with the program. */
  readonly sample: boolean
  /** What came with it in a project file, kept for the next one. Absent: nothing. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** One raw text of a book. Never changes after the import. */
export interface SourceRow extends SourceMeta {
  readonly book: BookKey
  /** Its place in the book, from 0. */
  readonly index: number
  readonly text: string
}

/** The packed analysis of a source, as made on import. Opaque here. */
export interface PayloadRow {
  readonly book: BookKey
  readonly index: number
  readonly payload: string
}

export interface EventRow extends Logged {
  readonly book: BookKey
}

/** The packed state of a book after event `seq`. Opaque here, and never the truth: the log is. */
export interface SnapshotRow {
  readonly book: BookKey
  readonly seq: number
  readonly state: string
}

/** A row of `settings` and of `meta`. */
export interface KeyedRow {
  readonly key: string
  readonly value: unknown
}
