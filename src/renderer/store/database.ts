import { Dexie, type DexieOptions, type Table } from 'dexie'
import { VERSION } from '../../core/project/migrate.ts'
import type { BookKey, BookRow, EventRow, KeyedRow, PayloadRow, SnapshotRow, SourceRow } from './rows.ts'
import { upgradeTables } from './upgrade-tables.ts'

/** In a browser its own; in tests one of theirs. */
export type Backend = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>

/**
 * The tables, of one version with all that this program writes. Opened by `openStore` only, which checks who may write.
 *
 * Nothing is seeded in `populate`: after the browser has found its files damaged it hands out an empty database as if
 * it were new, and a sample that comes by itself would look like all that there ever was.
 */
export class Database extends Dexie {
  declare readonly books: Table<BookRow, BookKey>
  declare readonly sources: Table<SourceRow, [BookKey, number]>
  declare readonly payloads: Table<PayloadRow, [BookKey, number]>
  declare readonly events: Table<EventRow, [BookKey, number]>
  declare readonly snapshots: Table<SnapshotRow, [BookKey, number]>
  declare readonly settings: Table<KeyedRow, string>
  declare readonly meta: Table<KeyedRow, string>

  /** `asFound`: opened with whatever tables it has, and nothing is added. Only for what a newer program has left. */
  constructor(name: string, backend: Backend = {}, asFound = false) {
    super(name, {
      ...backend,
      // An acknowledged correction is on the disk, not in a buffer. It costs a third of a millisecond.
      chromeTransactionDurability: 'strict',
      // Dexie's cache answers from memory before the disk has agreed.
      cache: 'disabled',
      // Otherwise any late call would open the tables again after they were given up to a newer program.
      autoOpen: false,
    })
    if (asFound) {
      // Dexie gives tables that it has found no names of their own.
      this.on('ready', () =>
        Object.assign(this, Object.fromEntries(this.tables.map((one) => [one.name, one]))),
      )
      return
    }
    this.version(VERSION)
      .stores({
        books: 'id',
        sources: '[book+index], sha256',
        payloads: '[book+index]',
        events: '[book+seq]',
        snapshots: '[book+seq]',
        settings: 'key',
        meta: 'key',
      })
      .upgrade(upgradeTables)
  }
}
