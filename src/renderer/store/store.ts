import { liveQuery } from 'dexie'
import { createContext } from 'svelte'
import type { JournalContent, JournalError, JournalLabel, JournalSnapshot } from '../../contract/journal.ts'
import type { Logged } from '../../core/document/event.ts'
import { isNearlyEmpty } from '../../core/journal/near-empty.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { BookLock, BookLocks } from './book-lock.ts'
import { eventsOf, insertBook, removeBook, type NewBook } from './books.ts'
import { type Copies, forbids, FORKED } from './copies.svelte.ts'
import type { Database } from './database.ts'
import { Refused, storeError, type StoreError } from './errors.ts'
import { readBook, type StoredBook } from './read-book.ts'
import { copyOf, restoreBook } from './restore.ts'
import type { BookKey, BookRow } from './rows.ts'

export interface StorePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
}

/** Events that are on the disk. */
export interface Written {
  /** Why the copy outside of the browser lacks some of them; null where it has all. */
  readonly copy: JournalError | null
}

/** What of a book is in the tables. */
export interface Census {
  readonly events: number
  readonly last: number
  readonly isComplete: boolean
}

/**
 * All that outlives the window. Each method is one transaction: it is done as a whole and on the disk when it resolves,
 * or it is an error and nothing was written.
 */
export class Store {
  readonly locks: BookLocks
  /** Made by a newer program: every write is refused. */
  readonly readOnly: boolean
  /** The copies outside of the browser. Null where there is no place for them. */
  readonly copies: Copies | null
  readonly #db: Database
  readonly #ports: StorePorts
  /** Events that are in the copy, and could not be written here. */
  readonly #owed = new Map<BookKey, readonly Logged[]>()

  constructor(
    database: Database,
    locks: BookLocks,
    ports: StorePorts,
    readOnly = false,
    copies: Copies | null = null,
  ) {
    this.#db = database
    this.locks = locks
    this.#ports = ports
    this.readOnly = readOnly
    this.copies = copies
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
  async importBooks(books: readonly NewBook[]): Promise<Result<BookKey[], StoreError>> {
    if (this.readOnly) return err({ kind: 'newer' })
    const now = this.#ports.now()
    const rows = books.map((book) => ({ book, id: this.#ports.newId() as BookKey }))
    for (const { book, id } of rows) {
      const { sample = false, settings = {} } = book
      await this.copies?.create({ ...book, sample, settings, id, imported: now })
    }
    return this.#write(['books', 'sources', 'payloads', 'events'], async () => {
      for (const { book, id } of rows) await insertBook(this.#db, id, book, now)
      return rows.map(({ id }) => id)
    })
  }

  renameBook(id: BookKey, title: string): Promise<Result<void, StoreError>> {
    return this.#label(id, { title }, { touched: this.#ports.now() })
  }

  /** The library's figures of a book, as the open book counts them. */
  putProgress(
    id: BookKey,
    { findings, read }: Pick<BookRow, 'findings' | 'read'>,
  ): Promise<Result<void, StoreError>> {
    return this.#write(['books'], async () => {
      await this.#db.books.update(id, { findings, read })
    })
  }

  /** Puts it in the bin; `restoreBook` takes it out again. */
  deleteBook(id: BookKey): Promise<Result<void, StoreError>> {
    return this.#label(id, { deleted: this.#ports.now() })
  }

  restoreBook(id: BookKey): Promise<Result<void, StoreError>> {
    return this.#label(id, { deleted: null })
  }

  /** Removes it for good, with its sources and its log. Only from the bin. */
  async eraseBook(id: BookKey): Promise<Result<void, StoreError>> {
    if (this.copies && !this.readOnly) {
      const erased = await this.copies.erase(id)
      // Gone here and not there, it would come back at the next start.
      if (!erased.ok && erased.error.kind !== 'no-such-book') return err({ kind: 'copy-unreachable' })
    }
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
    return this.#attempt(() =>
      this.#db.transaction('r', this.#db.events, () => eventsOf(this.#db, id, from, to)),
    )
  }

  /**
   * Appends to the log, in order and without a gap: to the copy first, then here. Either alone is enough: what only the
   * copy has is written here later, and `copy` says why it lacks something. With `progress`, the library's figures change
   * along with it.
   */
  async appendEvents(
    lock: BookLock,
    logged: readonly Logged[],
    progress: Partial<Pick<BookRow, 'findings' | 'read'>> = {},
  ): Promise<Result<Written, StoreError>> {
    if (this.readOnly) return err({ kind: 'newer' })
    if (!lock.held) return err({ kind: 'not-the-editor' })
    const copied = this.copies ? await this.copies.append(lock.book, logged) : null
    if (copied && !copied.ok && forbids(copied.error)) return err(forbidden(copied.error))
    const all = [...(this.#owed.get(lock.book) ?? []), ...logged]
    const written = await this.#appendRows(lock, all, progress)
    if (written.ok) {
      this.#owed.delete(lock.book)
      return ok({ copy: copied && !copied.ok ? await this.catchUp(lock.book) : null })
    }
    if (!copied?.ok || !isOfTables(written.error)) return written
    this.#owed.set(lock.book, all)
    return ok({ copy: null })
  }

  /** Writes into the copy of a book what only the tables have. Null, or why it could not be done. */
  async catchUp(id: BookKey): Promise<JournalError | null> {
    const { copies } = this
    if (!copies) return null
    const head = await copies.head(id)
    if (!head.ok) return head.error
    if (head.value?.fault) return head.value.fault
    const from = head.value?.seq ?? 0
    const events = await this.readEvents(id, Math.max(1, from))
    const stored = head.value === null && events.ok ? await this.openBook(id) : null
    if (!events.ok || stored?.ok === false) return { kind: 'failed', detail: 'the tables cannot be read' }
    // The last one that is there already goes along: were it another one, the two have parted.
    const done = stored
      ? await copies.create(copyOf(stored.value, events.value))
      : await copies.catchUp(id, events.value)
    if (done.ok) return null
    if (done.error.kind !== 'gap') return done.error
    copies.setFault(id, FORKED)
    return FORKED
  }

  /**
   * Whether the copy of a book says the same as the tables, by the last event. Null where it does, or cannot be reached; else why
   * nothing may be written.
   */
  async confirm(id: BookKey): Promise<JournalError | null> {
    const error = await this.catchUp(id)
    return forbids(error) ? error : null
  }

  #appendRows(
    lock: BookLock,
    logged: readonly Logged[],
    progress: Partial<Pick<BookRow, 'findings' | 'read'>>,
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

  /**
   * Keeps the packed state after event `seq`, and the one before it in case this one cannot be read. A nearly empty one takes
   * the place of none.
   */
  async putSnapshot(lock: BookLock, snapshot: JournalSnapshot): Promise<Result<void, StoreError>> {
    const { seq, state } = snapshot
    if (lock.held) await this.copies?.putSnapshot(lock.book, snapshot)
    return this.#write(['books', 'snapshots'], async () => {
      if (!lock.held) throw new Refused({ kind: 'not-the-editor' })
      const book = await this.#db.books.get(lock.book)
      if (!book) throw new Refused({ kind: 'no-such-book', book: lock.book })
      if (seq > book.lastSeq) throw new Refused({ kind: 'gap', expected: book.lastSeq, found: seq })
      const all = this.#db.snapshots.where('[book+seq]').between([lock.book, 0], [lock.book, Infinity])
      const before = await all.clone().last()
      if (before && isNearlyEmpty(before.state.length, state.length)) return
      await this.#db.snapshots.put({ book: lock.book, seq, state })
      const keys = await all.primaryKeys()
      await this.#db.snapshots.bulkDelete(keys.slice(0, -2))
    })
  }

  // ---- recovery

  /** What of a book is really here: how many events, the last of them, and whether its sources are complete. */
  census(id: BookKey): Promise<Result<Census, StoreError>> {
    return this.#attempt(async () => {
      const events = this.#db.events.where('[book+seq]').between([id, 0], [id, Infinity])
      const count = await events.count()
      const keys = count === 0 ? [] : [await events.clone().last()]
      const sources = await this.#db.sources.where('[book+index]').between([id, 0], [id, Infinity]).count()
      const payloads = await this.#db.payloads.where('[book+index]').between([id, 0], [id, Infinity]).count()
      return { events: count, last: keys[0]?.seq ?? 0, isComplete: sources > 0 && sources === payloads }
    })
  }

  /** Takes a book over from its copy, in place of what is here. `more`: events that only were here, right after those. */
  restore(content: JournalContent, more: readonly Logged[] = []): Promise<Result<void, StoreError>> {
    return this.#write(['books', 'sources', 'payloads', 'events', 'snapshots'], () =>
      restoreBook(this.#db, content, more, this.#ports.now()),
    )
  }

  /** Writes on the row what its copy says of it. */
  relabel(id: BookKey, label: JournalLabel): Promise<Result<void, StoreError>> {
    return this.#change(id, { ...label, isOwed: false })
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

  /** Says it to the copy first. Where that cannot be reached, the row remembers that it owes it. */
  async #label(
    id: BookKey,
    label: Partial<JournalLabel>,
    changes: Partial<BookRow> = {},
  ): Promise<Result<void, StoreError>> {
    if (this.readOnly) return err({ kind: 'newer' })
    const said = (await this.copies?.describe(id, label)) ?? null
    return this.#change(id, { ...label, ...changes, ...(said?.ok === false ? { isOwed: true } : {}) })
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

/** Whether only the tables refuse, and the copy that has the events may go on. */
function isOfTables({ kind }: StoreError): boolean {
  return kind === 'full' || kind === 'broken' || kind === 'gap' || kind === 'no-such-book'
}

/** What it means for whoever writes. */
export function forbidden({ kind }: JournalError): StoreError {
  return { kind: 'copy', why: kind === 'newer' || kind === 'elsewhere' ? kind : 'damaged' }
}

/** Those that came in together are as old as each other: by title then. */
function lastTouched(a: BookRow, b: BookRow): number {
  return b.touched - a.touched || (a.title < b.title ? -1 : 1)
}

type TableName = 'books' | 'sources' | 'payloads' | 'events' | 'snapshots' | 'settings'

export const [getStore, setStore] = createContext<Store>()
