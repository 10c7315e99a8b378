import type { BookSession } from '../../session/book-session.svelte.ts'
import type { Replica } from '../../session/replica.svelte.ts'
import type { BookLock } from '../../store/book-lock.ts'
import type { StoredBook } from '../../store/read-book.ts'

/** An open book, for all of its views: made once, however often they are changed. */
export interface OpenBook {
  readonly stored: StoredBook
  /** Null: it can be read only. */
  readonly lock: BookLock | null
  readonly session: BookSession
  /** The worker's copy: ledger, digit lock, search. */
  readonly replica: Replica
}
