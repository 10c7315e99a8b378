import { err, ok, type Result } from '../../core/result.ts'
import { VERSION } from '../../core/project/migrate.ts'
import { Database, type Backend } from './database.ts'
import { storeError, type StoreError } from './errors.ts'
import { claims } from './upgrade-tables.ts'

export interface Opened {
  readonly database: Database
  /** The books were made by a newer program: look, export, but write nothing. */
  readonly newer: boolean
  /** There was nothing here before. New, or wiped by the browser: only the caller can know. */
  readonly empty: boolean
}

export interface OpenOptions {
  readonly name?: string
  readonly backend?: Backend
  /** Another window holds on to older tables and must be closed first; `open` goes on by itself after that. */
  readonly onBlocked?: () => void
  /** A newer program wants these tables. They are closed already; this window cannot write any more. */
  readonly onSuperseded?: () => void
}

/** Opens the tables, makes them where there are none, and finds out whether this program may write. */
export async function openDatabase(options: OpenOptions = {}): Promise<Result<Opened, StoreError>> {
  const name = options.name ?? 'jiaokan'
  const later = await laterTables(name, options.backend)
  const database = new Database(name, options.backend, later)
  database.on('blocked', () => options.onBlocked?.())
  database.on('versionchange', () => {
    // Dexie's own handler would open the tables again at the next call, and this old program would write into the
    // new one's tables.
    database.close({ disableAutoOpen: true })
    options.onSuperseded?.()
    return false
  })
  try {
    await database.open()
    const stored = (await database.meta.get('minWriter'))?.value
    const newer = later || (typeof stored === 'number' && stored > VERSION)
    if (!newer && stored === undefined) await database.meta.bulkPut(claims())
    return ok({ database, newer, empty: stored === undefined })
  } catch (error) {
    database.close({ disableAutoOpen: true })
    return err(storeError(error))
  }
}

/**
 * Whether the tables are of a later version. Dexie would open them without a word, keep saying its own version, and even
 * add the tables that it misses; so the browser is asked before. (Its numbers are ten times Dexie's.)
 */
async function laterTables(name: string, backend: Backend = {}): Promise<boolean> {
  const factory = (backend.indexedDB as IDBFactory | undefined) ?? indexedDB
  // Where the browser will not say, opening fails, too, and that is reported.
  const all = await factory.databases().catch(() => [])
  const found = all.find((one) => one.name === name)
  return Math.floor((found?.version ?? 0) / 10) > VERSION
}
