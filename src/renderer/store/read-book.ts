import type { Logged } from '../../core/document/event.ts'
import { eventsOf } from './books.ts'
import type { Database } from './database.ts'
import { Refused } from './errors.ts'
import type { BookKey, BookRow, SourceRow } from './rows.ts'

export interface StoredSource extends SourceRow {
  /** The packed analysis. */
  readonly payload: string
}

/** All that is needed to show a book. */
export interface StoredBook {
  readonly book: BookRow
  readonly sources: readonly StoredSource[]
  /** The latest packed state, or null where the log must be replayed from its beginning. */
  readonly snapshot: { readonly seq: number; readonly state: string } | null
  /** What happened after the snapshot, without a gap. */
  readonly events: readonly Logged[]
  /** The first event that is missing though the book counts it. Then what follows is left out: look, do not write. */
  readonly missing: number | null
}

export function readBook(db: Database, id: BookKey): Promise<StoredBook> {
  return db.transaction('r', [db.books, db.sources, db.payloads, db.snapshots, db.events], async () => {
    const book = await db.books.get(id)
    if (!book) throw new Refused({ kind: 'no-such-book', book: id })
    const sources = await db.sources.where('[book+index]').between([id, 0], [id, Infinity]).toArray()
    const payloads = await db.payloads.where('[book+index]').between([id, 0], [id, Infinity]).toArray()
    const snapshot = await db.snapshots.where('[book+seq]').between([id, 0], [id, Infinity]).last()
    const after = snapshot?.seq ?? 0
    const rows = await eventsOf(db, id, after + 1, Infinity)
    const gap = rows.findIndex((row, i) => row.seq !== after + 1 + i)
    const whole = gap < 0 ? rows : rows.slice(0, gap)
    const missing = after + whole.length < book.lastSeq ? after + whole.length + 1 : null
    return {
      book,
      sources: sources.map((source, i) => {
        const payload = payloads[i]?.payload
        if (payload === undefined) throw new Error(`source ${i} of book ${id} has no analysis`)
        return { ...source, payload }
      }),
      snapshot: snapshot ? { seq: snapshot.seq, state: snapshot.state } : null,
      events: whole,
      missing,
    }
  })
}
