import type { JournalBook, JournalContent } from '../../contract/journal.ts'
import type { Logged } from '../../core/document/event.ts'
import { addEvents, removeBook } from './books.ts'
import type { Database } from './database.ts'
import type { StoredBook } from './read-book.ts'
import type { BookKey } from './rows.ts'

/**
 * Puts a book into the tables as its copy has it, in place of whatever is there; to be called within a transaction. `more`
 * are events that only the tables had, right after those of the copy.
 */
export async function restoreBook(
  db: Database,
  { head, sources, events, settings, snapshot }: JournalContent,
  more: readonly Logged[],
  now: number,
): Promise<void> {
  const id = head.id as BookKey
  const before = await db.books.get(id)
  await removeBook(db, id)
  await db.sources.bulkAdd(
    sources.map(({ payload: _payload, ...source }, index) => ({ ...source, book: id, index })),
  )
  await db.payloads.bulkAdd(sources.map(({ payload }, index) => ({ book: id, index, payload })))
  const all = [...events, ...more]
  await addEvents(db, id, all)
  if (snapshot) await db.snapshots.add({ book: id, seq: snapshot.seq, state: snapshot.state })
  await db.books.add({
    id,
    title: head.title,
    characters: sources.reduce((sum, { text }) => sum + text.length, 0),
    findings: null,
    read: null,
    lastSeq: all.length,
    imported: head.imported,
    touched: before?.touched ?? now,
    deleted: head.deleted,
    sample: head.sample,
    // A journal that was begun without them says nothing of what the tables may still have.
    settings: { ...before?.settings, ...settings },
  })
}

/** A stored book as its copy begins. `events` are all of its log. */
export function copyOf({ book, sources }: StoredBook, events: readonly Logged[]): JournalBook {
  const { id, title, sample, imported, settings = {} } = book
  return {
    id,
    title,
    sample,
    imported,
    sources: sources.map(({ book: _book, index: _index, ...source }) => source),
    events,
    settings,
  }
}
