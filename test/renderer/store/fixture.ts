import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { JournalPort } from '../../../src/contract/journal.ts'
import type { Logged } from '../../../src/core/document/event.ts'
import type { Result } from '../../../src/core/result.ts'
import { rawOffset } from '../../../src/core/text/offset.ts'
import { BookLocks } from '../../../src/renderer/store/book-lock.ts'
import type { NewBook } from '../../../src/renderer/store/books.ts'
import { Copies } from '../../../src/renderer/store/copies.svelte.ts'
import { openDatabase, type OpenOptions, type Opened } from '../../../src/renderer/store/open-store.ts'
import { Store } from '../../../src/renderer/store/store.ts'
import { FakeLocks } from './fake-locks.ts'

// Dexie's live queries look for the browser's own before they start, whatever the tables are made of.
Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange })

/** One browser profile: what several windows share. */
export class Profile {
  backend = { indexedDB: new IDBFactory(), IDBKeyRange }
  readonly locks = new FakeLocks()
  #ids = 0
  #clock = 1_000

  async open(options: OpenOptions = {}): Promise<Opened> {
    return value(await openDatabase({ backend: this.backend, ...options }))
  }

  /** The browser removes all that it keeps, without a word. */
  wipe(): void {
    this.backend = { indexedDB: new IDBFactory(), IDBKeyRange }
  }

  /** A window on it. */
  async window(
    options: OpenOptions = {},
    journal: JournalPort | null = null,
  ): Promise<{ store: Store; opened: Opened }> {
    const opened = await this.open(options)
    const locks = new BookLocks({
      locks: this.locks.manager(),
      channel: (name) => new BroadcastChannel(name),
      patience: 100,
    })
    const ports = { now: () => this.#clock++, newId: () => `book-${++this.#ids}` }
    const copies = journal && new Copies(journal, () => new Date(this.#clock))
    return { store: new Store(opened.database, locks, ports, opened.newer, copies), opened }
  }
}

export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export function failure<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error('expected to fail')
  return result.error
}

export function event(seq: number): Logged {
  return {
    seq,
    at: '2026-01-01T00:00:00.000Z',
    by: 'editor',
    event: { type: 'bookmarked', at: rawOffset(seq), label: `${seq}` },
  }
}

export function newBook(title: string, changes: Partial<NewBook> = {}): NewBook {
  return {
    title,
    findings: 3,
    events: [
      {
        seq: 1,
        at: '2026-01-01T00:00:00.000Z',
        by: 'engine',
        event: { type: 'analysed', engine: '0', payload: 'f00' },
      },
    ],
    sources: [
      {
        name: `${title}.txt`,
        sha256: `sha-${title}`,
        encoding: 'utf-8',
        evidence: 'valid',
        bom: false,
        newline: 'lf',
        text: `【${title}】\n`,
        payload: `payload of ${title}`,
      },
    ],
    ...changes,
  }
}
