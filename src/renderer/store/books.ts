import type { Logged } from '../../core/document/event.ts'
import type { Source } from '../../core/document/source.ts'
import type { Database } from './database.ts'
import type { BookKey, BookRow } from './rows.ts'

/** A book that is to be put on the shelf. */
export interface NewBook {
  readonly title: string
  readonly sources: readonly Source[]
  /** The log as it begins, from 1 on. */
  readonly events: readonly Logged[]
  readonly findings: number
  /** Share of its entries that are read. Absent: none. */
  readonly read?: number
  readonly sample?: boolean
  readonly settings?: BookRow['settings']
}

/** Writes a new book; to be called within a transaction. */
export async function insertBook(db: Database, id: BookKey, book: NewBook, now: number): Promise<void> {
  const { title, sources, events, findings } = book
  if (events.some((event, i) => event.seq !== i + 1)) throw new Error('the log of a new book starts at 1')
  await db.sources.bulkAdd(
    sources.map(({ payload: _payload, ...source }, index) => ({ ...source, book: id, index })),
  )
  await db.payloads.bulkAdd(sources.map(({ payload }, index) => ({ book: id, index, payload })))
  await addEvents(db, id, events)
  await db.books.add({
    id,
    title,
    characters: sources.reduce((sum, source) => sum + source.text.length, 0),
    findings,
    read: book.read ?? 0,
    lastSeq: events.length,
    imported: now,
    touched: now,
    deleted: null,
    sample: book.sample ?? false,
    ...(book.settings ? { settings: book.settings } : {}),
  })
}

/** So many rows are written or read in one task of the window. */
const PORTION = 500

/** Writes events of a book; to be called within a transaction. */
export async function addEvents(db: Database, id: BookKey, events: readonly Logged[]): Promise<void> {
  for (let at = 0; at < events.length; at += PORTION)
    await db.events.bulkAdd(events.slice(at, at + PORTION).map((event) => ({ ...event, book: id })))
}

/** Events `from` to `to` of a book, both included; to be called within a transaction. */
export async function eventsOf(db: Database, id: BookKey, from: number, to: number): Promise<Logged[]> {
  const events: Logged[] = []
  for (let next = from; next <= to;) {
    const rows = await db.events
      .where('[book+seq]')
      .between([id, next], [id, to], true, true)
      .limit(PORTION)
      .toArray()
    events.push(...rows.map(({ book: _book, ...logged }) => logged))
    if (rows.length < PORTION) break
    next = (rows.at(-1)?.seq ?? to) + 1
  }
  return events
}

/** Removes all rows of a book; to be called within a transaction. */
export async function removeBook(db: Database, id: BookKey): Promise<void> {
  for (const table of [db.sources, db.payloads]) {
    await table.where('[book+index]').between([id, 0], [id, Infinity]).delete()
  }
  for (const table of [db.events, db.snapshots]) {
    await table.where('[book+seq]').between([id, 0], [id, Infinity]).delete()
  }
  await db.books.delete(id)
}
