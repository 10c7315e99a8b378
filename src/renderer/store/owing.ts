import type { JournalError } from '../../contract/journal.ts'
import type { BookKey } from './rows.ts'

/** Which copies lack something, and which books may not be written at all: by book, with the reason. */
export class Owing {
  readonly behind = new Map<BookKey, JournalError>()
  readonly faults = new Map<BookKey, JournalError>()
}
