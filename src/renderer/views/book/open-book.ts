import type { BookLock } from '../../store/book-lock.ts'
import type { StoredBook } from '../../store/read-book.ts'

/** A book as it came from the store, and the right to write to it. */
export interface OpenBook {
  readonly stored: StoredBook
  /** Null: it can be read only. */
  readonly lock: BookLock | null
}
