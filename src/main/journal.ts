import { app } from 'electron'
import type { JournalRequests } from '../contract/shell.ts'
import type { DiskJournal } from '../disk/disk-journal.ts'
import type { Handlers } from './requests.ts'

/** The journal for the window: each request is answered when the journal has answered. */
export function journalHandlers(journal: DiskJournal): Pick<Handlers, keyof JournalRequests> {
  return {
    journalList: () => journal.list(),
    journalCreate: (book) => journal.create(book),
    journalRead: (id) => journal.read(id),
    journalAppend: (id, events) => journal.append(id, events),
    journalPutSnapshot: (id, snapshot) => journal.putSnapshot(id, snapshot),
    journalDescribe: (id, changes) => journal.describe(id, changes),
    journalErase: (id) => journal.erase(id),
  }
}

/** Before the program ends, what was begun is written, and the books are given back to other processes. */
export function closeAtEnd(journal: DiskJournal): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void journal.close().finally(() => app.exit())
  })
}
