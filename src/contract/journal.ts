import type { Logged } from '../core/document/event.ts'
import type { Source } from '../core/document/source.ts'
import type { SnapshotReason } from '../core/journal/snapshot-file.ts'
import type { Result } from '../core/result.ts'

/**
 * The copy of each book that outlives the browser's database. Both hosts offer it: the desktop shell and the local server
 * on the disk, a page without a server in the origin's private files. The order of truth is journal, snapshot, IndexedDB,
 * memory: nothing is called saved before `append` has resolved.
 */
export interface JournalPort {
  /** Where the copies lie. `private` is taken away together with IndexedDB: the editor is told to keep a project file. */
  readonly place: 'disk' | 'private'
  /**
   * All books, those in the bin included. A book that cannot be read is listed with what is wrong. Only the ends of a
   * journal are looked at: damage in its middle shows in `read`.
   */
  list(): Promise<JournalResult<readonly JournalHead[]>>
  /**
   * Begins the copy of a book: as a whole and synced, or not at all. (As a whole, and synced before it is shown, where a disk that
   * had failed refused to take it back, too.) An id that is there already is an error.
   */
  create(book: JournalBook): Promise<JournalResult<JournalHead>>
  /**
   * All that a book is made of, with what was mended. Of a damaged journal the
   * events before the damage, with `head.fault`. What it answers has been synced.
   */
  read(id: string): Promise<JournalResult<JournalContent>>
  /**
   * Events right after the last one (`gap` otherwise). Resolves when they are synced. Events that are there already, the
   * same to the letter, may be sent again: so a call whose answer was lost can be repeated. After an error nothing of
   * them is in the journal; only after `unreachable` nobody knows.
   */
  append(id: string, events: readonly Logged[]): Promise<JournalResult<JournalHead & Mended>>
  /**
   * Keeps the packed state after an event of the journal; older ones are thinned. One that has shrunk to less than half
   * of the one before is refused as `invalid`: the journal says all that it would say.
   */
  putSnapshot(id: string, snapshot: JournalSnapshot): Promise<JournalResult<void>>
  /** What stands on the shelf, and is no part of the log. */
  describe(id: string, changes: Partial<JournalLabel>): Promise<JournalResult<JournalHead>>
  /** Removes a book for good; only from the bin. */
  erase(id: string): Promise<JournalResult<void>>
}

/** The calls by name, for what forwards them from one process to another. */
export const JOURNAL_CALLS = [
  'list',
  'create',
  'read',
  'append',
  'putSnapshot',
  'describe',
  'erase',
] as const satisfies readonly (keyof JournalPort)[]

export type JournalResult<T> = Result<T, JournalError>

export interface JournalError {
  /**
   * - no-such-book, exists, gap: the call does not fit what is there (`gap`: `list` says what is)
   * - newer: written by a later version of this program; look, do not write
   * - elsewhere: another process of this program has the book open for writing
   * - damaged: the chain is broken before its last line; what could be read is in `read`
   * - full, denied, failed: the disk's answer
   * - unreachable: no answer from the process that keeps the journal
   * - invalid: the call itself is not well formed
   */
  readonly kind:
    | 'no-such-book'
    | 'exists'
    | 'gap'
    | 'newer'
    | 'elsewhere'
    | 'damaged'
    | 'full'
    | 'denied'
    | 'failed'
    | 'unreachable'
    | 'invalid'
  /** For a report of the fault, in English; never a path. */
  readonly detail: string
}

export interface JournalLabel {
  readonly title: string
  /** Milliseconds since 1970 when it was put in the bin; null on the shelf. */
  readonly deleted: number | null
}

/** Where a book's journal stands. */
export interface JournalHead extends JournalLabel {
  readonly id: string
  readonly sample: boolean
  /** Milliseconds since 1970. */
  readonly imported: number
  /** The last event on the disk, and the hash of its line; 0 and '' where the journal cannot be read. */
  readonly seq: number
  readonly hash: string
  /** Null where it can be read and written. */
  readonly fault: JournalError | null
}

export interface JournalBook {
  /** A UUID, made by the caller. */
  readonly id: string
  readonly title: string
  readonly sample: boolean
  readonly imported: number
  readonly sources: readonly Source[]
  /** From 1 on. */
  readonly events: readonly Logged[]
  /** Of this book, by name, as it came: JSON. The proof before it is one of them. */
  readonly settings: Readonly<Record<string, unknown>>
}

export interface JournalSnapshot {
  readonly seq: number
  /** The packed state of the document after event `seq`; opaque here. */
  readonly state: string
  readonly why: SnapshotReason
}

/** What was put right before a call was answered. Told once, by whichever call comes first. */
export interface Mended {
  /** Bytes of a torn tail that were set aside, not deleted; null where the journal was whole. */
  readonly recovered: { readonly bytes: number } | null
}

export interface JournalContent extends Mended {
  readonly head: JournalHead
  readonly sources: readonly Source[]
  /** All of them, from 1, without a gap. */
  readonly events: readonly Logged[]
  /** None where the journal was begun by a version that did not keep them. */
  readonly settings: JournalBook['settings']
  /** The latest that is whole and fits the journal's chain; null where there is none. */
  readonly snapshot: JournalSnapshot | null
}
