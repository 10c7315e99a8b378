import { liveQuery } from 'dexie'
import { createContext } from 'svelte'
import type { Logged } from '../../core/document/event.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { BookLock, BookLocks } from './book-lock.ts'
import { insertBook, removeBook, type NewBook } from './books.ts'
import type { Database } from './database.ts'
import { Refused, storeError, type StoreError } from './errors.ts'
import { readBook, type StoredBook } from './read-book.ts'
import type { BookKey, BookRow } from './rows.ts'

export interface StorePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
}

/**
 * All that outlives the window. Each method is one transaction: it is done as a whole and on the disk when it resolves,
 * or it is an error and nothing was written.
 */
export class Store {
  readonly locks: BookLocks
  /** Made by a newer program: every write is refused. */
  readonly readOnly: boolean
  readonly #db: Database
  readonly #ports: StorePorts

  constructor(database: Database, locks: BookLocks, ports: StorePorts, readOnly = false) {
    this.#db = database
    this.locks = locks
    this.#ports = ports
    this.readOnly = readOnly
  }

  // ---- the shelf

  /** All books, those in the bin included, last touched first. */
  listBooks(): Promise<Result<BookRow[], StoreError>> {
    return this.#attempt(async () => (await this.#db.books.toArray()).sort(lastTouched))
  }

  /** Calls back now and whenever a book has changed, in this window or in another. Returns what ends it. */
  watchBooks(onChange: (books: Result<BookRow[], StoreError>) => void): () => void {
    const subscription = liveQuery(() => this.#db.books.toArray()).subscribe({
      next: (books) => onChange(ok(books.sort(lastTouched))),
      error: (error) => onChange(err(storeError(error))),
    })
    return () => subscription.unsubscribe()
  }

  /** The books on the shelf that hold a source of these bytes. */
  findBySource(sha256: string): Promise<Result<BookRow[], StoreError>> {
    return this.#attempt(async () => {
      const sources = await this.#db.sources.where('sha256').equals(sha256).toArray()
      const books = await this.#db.books.bulkGet([...new Set(sources.map((source) => source.book))])
      return books.filter((book) => book !== undefined).filter((book) => book.deleted === null)
    })
  }

  /** Puts books on the shelf: all of them, or none. */
  importBooks(books: readonly NewBook[]): Promise<Result<BookKey[], StoreError>> {
    const now = this.#ports.now()
    const rows = books.map((book) => ({ book, id: this.#ports.newId() as BookKey }))
    return this.#write(['books', 'sources', 'payloads', 'events'], async () => {
      for (const { book, id } of rows) await insertBook(this.#db, id, book, now)
      return rows.map(({ id }) => id)
    })
  }

  renameBook(id: BookKey, title: string): Promise<Result<void, StoreError>> {
    return this.#change(id, { title, touched: this.#ports.now() })
  }

  /** Puts it in the bin; `restoreBook` takes it out again. */
  deleteBook(id: BookKey): Promise<Result<void, StoreError>> {
    return this.#change(id, { deleted: this.#ports.now() })
  }

  restoreBook(id: BookKey): Promise<Result<void, StoreError>> {
    return this.#change(id, { deleted: null })
  }

  /** Removes it for good, with its sources and its log. Only from the bin. */
  eraseBook(id: BookKey): Promise<Result<void, StoreError>> {
    return this.#write(['books', 'sources', 'payloads', 'events', 'snapshots'], async () => {
      const book = await this.#db.books.get(id)
      if ((book?.deleted ?? null) === null) throw new Refused({ kind: 'no-such-book', book: id })
      await removeBook(this.#db, id)
    })
  }

  // ---- one book

  /** Its sources, packed analysis, latest snapshot and the events after that. */
  openBook(id: BookKey): Promise<Result<StoredBook, StoreError>> {
    return this.#attempt(() => readBook(this.#db, id))
  }

  /** Events `from` to `to`, both included: history, undo, export. */
  readEvents(id: BookKey, from = 1, to = Infinity): Promise<Result<Logged[], StoreError>> {
    return this.#attempt(async () => {
      const rows = await this.#db.events
        .where('[book+seq]')
        .between([id, from], [id, to], true, true)
        .toArray()
      return rows.map(({ book: _book, ...logged }) => logged)
    })
  }

  /** Appends to the log, in order and without a gap. With `progress`, the library's figures change along with it. */
  appendEvents(
    lock: BookLock,
    logged: readonly Logged[],
    progress: Partial<Pick<BookRow, 'findings' | 'read'>> = {},
  ): Promise<Result<void, StoreError>> {
    const now = this.#ports.now()
    return this.#write(['books', 'events'], async () => {
      if (!lock.held) throw new Refused({ kind: 'not-the-editor' })
      const book = await this.#db.books.get(lock.book)
      if (!book) throw new Refused({ kind: 'no-such-book', book: lock.book })
      logged.forEach(({ seq }, i) => {
        const expected = book.lastSeq + 1 + i
        if (seq !== expected) throw new Refused({ kind: 'gap', expected, found: seq })
      })
      await this.#db.events.bulkAdd(logged.map((event) => ({ ...event, book: lock.book })))
      const lastSeq = book.lastSeq + logged.length
      await this.#db.books.update(lock.book, { ...progress, lastSeq, touched: now })
    })
  }

  /** Keeps the packed state after event `seq`, and the one before it in case this one cannot be read. */
  putSnapshot(lock: BookLock, seq: number, state: string): Promise<Result<void, StoreError>> {
    return this.#write(['books', 'snapshots'], async () => {
      if (!lock.held) throw new Refused({ kind: 'not-the-editor' })
      const book = await this.#db.books.get(lock.book)
      if (!book) throw new Refused({ kind: 'no-such-book', book: lock.book })
      if (seq > book.lastSeq) throw new Refused({ kind: 'gap', expected: book.lastSeq, found: seq })
      await this.#db.snapshots.put({ book: lock.book, seq, state })
      const all = this.#db.snapshots.where('[book+seq]').between([lock.book, 0], [lock.book, Infinity])
      const keys = await all.primaryKeys()
      await this.#db.snapshots.bulkDelete(keys.slice(0, -2))
    })
  }

  // ---- settings

  async settings(): Promise<Result<ReadonlyMap<string, unknown>, StoreError>> {
    return this.#attempt(async () => {
      const rows = await this.#db.settings.toArray()
      return new Map(rows.map(({ key, value }) => [key, value]))
    })
  }

  putSetting(key: string, value: unknown): Promise<Result<void, StoreError>> {
    return this.#write(['settings'], async () => {
      await this.#db.settings.put({ key, value })
    })
  }

  close(): void {
    this.#db.close({ disableAutoOpen: true })
  }

  #change(id: BookKey, changes: Partial<BookRow>): Promise<Result<void, StoreError>> {
    return this.#write(['books'], async () => {
      const changed = await this.#db.books.update(id, changes)
      if (changed === 0 && !(await this.#db.books.get(id)))
        throw new Refused({ kind: 'no-such-book', book: id })
    })
  }

  /** Nothing but calls of the tables may be awaited in `work`: the browser ends a transaction that waits for others. */
  async #write<T>(tables: readonly TableName[], work: () => Promise<T>): Promise<Result<T, StoreError>> {
    if (this.readOnly) return err({ kind: 'newer' })
    return this.#attempt(() =>
      this.#db.transaction(
        'rw',
        tables.map((name) => this.#db[name]),
        work,
      ),
    )
  }

  async #attempt<T>(work: () => Promise<T>): Promise<Result<T, StoreError>> {
    try {
      return ok(await work())
    } catch (error) {
      return err(storeError(error))
    }
  }
}

/** Those that came in together are as old as each other: by title then. */
function lastTouched(a: BookRow, b: BookRow): number {
  return b.touched - a.touched || (a.title < b.title ? -1 : 1)
}

type TableName = 'books' | 'sources' | 'payloads' | 'events' | 'snapshots' | 'settings'

export const [getStore, setStore] = createContext<Store>()
