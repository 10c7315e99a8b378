import type { JournalError, Mended } from '../contract/journal.ts'
import type { Logged } from '../core/document/event.ts'
import type { StoredRecord } from '../core/journal/book-record.ts'
import { type Scan, scanJournal } from '../core/journal/scan.ts'
import { codeOf, journalError, Refused } from './disk-error.ts'
import type { DiskFile, FileSystem } from './file-system.ts'
import { type Floor, linesAfter } from './journal-lines.ts'
import { utf8 } from './utf8.ts'
import { closing, writeAll, writeNew } from './whole-files.ts'
import { join, split } from './paths.ts'

export const JOURNAL = 'journal.log'

/** What is known of a journal without reading it again. */
export interface Standing {
  readonly record: StoredRecord
  /** Of each line, line 0 included: the last event is number `hashes.length - 1`. */
  readonly hashes: readonly string[]
  /** Why it must not be written to. */
  readonly fault: JournalError | null
}

export interface Reading extends Standing {
  readonly events: readonly Logged[]
}

export interface JournalPorts {
  readonly fs: FileSystem
  /** Takes the right to write to the book, or throws. */
  readonly lock: () => Promise<void>
  /** What the last acknowledged event was at least: a journal that ends before it has lost some. */
  readonly floor: () => Promise<Floor | null>
}

interface Known extends Standing {
  readonly renewed: ReadonlyMap<number, string>
  readonly hashes: string[]
  /** Bytes of good lines. */
  length: number
  /** A write that failed may have left something behind them, and it could not be taken away yet. */
  isDoubtful: boolean
}

/** The journal of one book. Calls must come one after the other. */
export class JournalFile {
  readonly #ports: JournalPorts
  readonly #folder: string
  readonly #path: string
  #known: Known | null = null
  /** Bytes of torn tails that were set aside and not told of yet. */
  #recovered = 0

  constructor(ports: JournalPorts, folder: string) {
    this.#ports = ports
    this.#folder = folder
    this.#path = join(folder, JOURNAL)
  }

  /** What is known, read if need be. */
  async standing(): Promise<Standing> {
    return this.#known ?? this.#examine()
  }

  /** All of it. A torn tail was set aside; where that could not be done, `fault` says why nothing can be written. */
  async read(): Promise<Reading> {
    return this.#examine()
  }

  /** Torn tails that were set aside since this was last asked. */
  mended(): Mended {
    const recovered = this.#recovered > 0 ? { bytes: this.#recovered } : null
    this.#recovered = 0
    return { recovered }
  }

  /**
   * Reads all of it anew. It is synced first, so that nothing is shown as saved that a process which died since has written and not
   * synced.
   */
  async #examine(): Promise<Reading> {
    const mended = await this.#mend()
    let loaded = await this.#load(mended)
    if (loaded.fault === null && loaded.scan.stop.kind === 'torn') {
      try {
        await this.#ports.lock()
        // Whoever had the lock until now may have been writing just that.
        loaded = await this.#load(mended)
        if (loaded.fault === null && loaded.scan.stop.kind === 'torn') {
          await this.#setAside(loaded.bytes.subarray(loaded.scan.end), loaded.scan)
          this.#recovered += loaded.scan.stop.bytes
        }
      } catch (error) {
        loaded = { ...loaded, fault: journalError(error) }
      }
    }
    const { scan, fault } = loaded
    if (!scan.book) throw new Refused(fault?.kind ?? 'damaged', fault?.detail ?? 'line 0')
    const { book: record, events } = scan
    const hashes = [...scan.hashes]
    // What could not be synced or repaired now is tried again with the next call.
    if (fault === null || fault.kind === 'damaged' || fault.kind === 'newer')
      this.#known = { record, hashes, renewed: scan.renewed, fault, length: scan.end, isDoubtful: false }
    else if (!this.#known?.isDoubtful) this.#known = null
    return { record, hashes, fault, events }
  }

  /**
   * Writes events after the last one, and syncs them. Those that are there already must be the same. Throws, and has written
   * nothing then: what a failed write left is taken away, now or before the next one.
   */
  async append(events: readonly { readonly seq: number; readonly json: string }[]): Promise<Standing> {
    await this.#ports.lock()
    const broken = await this.#mend()
    if (broken) throw new Refused(broken.kind, broken.detail)
    const file = await this.#ports.fs.open(this.#path, 'write').catch(missing)
    return closing(file, async () => {
      // Another process, which has ended since, or a person has changed the file.
      if (this.#known && (await file.size()) !== this.#known.length) this.#known = null
      await this.standing()
      const known = this.#known
      if (!known) throw new Refused('failed', 'the journal could not be synced or repaired')
      if (known.fault) throw new Refused(known.fault.kind, known.fault.detail)
      const { bytes, hashes } = linesAfter({ ...known, version: known.record.version }, events)
      if (hashes.length > 0) await this.#write(file, known, bytes)
      known.hashes.push(...hashes)
      return known
    })
  }

  async #write(file: DiskFile, known: Known, bytes: Uint8Array): Promise<void> {
    known.isDoubtful = true
    try {
      await writeAll(file, bytes, known.length)
      await file.sync()
      known.length += bytes.length
      known.isDoubtful = false
    } catch (error) {
      await this.#mend()
      throw error
    }
  }

  /** Takes away what a failed write has left. Says why where that fails, too. */
  async #mend(): Promise<JournalError | null> {
    const known = this.#known
    if (!known?.isDoubtful) return null
    try {
      await this.#cut(known.length)
      known.isDoubtful = false
      return null
    } catch (error) {
      return journalError(error)
    }
  }

  async #cut(length: number): Promise<void> {
    const file = await this.#ports.fs.open(this.#path, 'write')
    await closing(file, async () => {
      await file.truncate(length)
      await file.sync()
    })
  }

  /** The journal's bytes and what they say. `broken`: what stands behind the good lines could not be taken away. */
  async #load(
    broken: JournalError | null,
  ): Promise<{ bytes: Uint8Array; scan: Scan; fault: JournalError | null }> {
    const { file, fault: unsynced } = await this.#openSynced()
    const limit = broken ? (this.#known?.length ?? 0) : Infinity
    const bytes = await closing(file, async () => file.read(0, Math.min(await file.size(), limit)))
    const scan = scanJournal(bytes, utf8)
    return { bytes, scan, fault: broken ?? unsynced ?? faultOf(scan, await this.#ports.floor()) }
  }

  async #openSynced(): Promise<{ readonly file: DiskFile; readonly fault: JournalError | null }> {
    const { fs } = this.#ports
    try {
      const file = await fs.open(this.#path, 'write')
      try {
        await file.sync()
        await fs.syncFolder(this.#folder)
        await fs.syncFolder(split(this.#folder).folder)
        return { file, fault: null }
      } catch (error) {
        return { file, fault: journalError(error) }
      }
    } catch (error) {
      return { file: await fs.open(this.#path, 'read').catch(missing), fault: journalError(error) }
    }
  }

  /** Copies a torn tail into a file of its own, and only then takes it off the journal. */
  async #setAside(tail: Uint8Array, { end, hashes }: Scan): Promise<void> {
    const { fs } = this.#ports
    for (let copy = 0; ; copy++) {
      const path = join(this.#folder, `torn-after-${hashes.length - 1}${copy === 0 ? '' : `-${copy}`}.log`)
      try {
        await writeNew(fs, path, tail)
        break
      } catch (error) {
        if (codeOf(error) === 'EEXIST') continue
        await fs.remove(path).catch(() => undefined)
        throw error
      }
    }
    await fs.syncFolder(this.#folder)
    await this.#cut(end)
  }
}

/** A folder without its journal is no book that was never there. */
export function missing(error: unknown): never {
  throw codeOf(error) === 'ENOENT' ? new Refused('damaged', 'no journal in the folder') : error
}

function faultOf({ stop, hashes }: Scan, floor: Floor | null): JournalError | null {
  if (stop.kind === 'damaged' || stop.kind === 'newer') return stop
  if (floor === null || hashes[floor.seq] === floor.hash) return null
  const last = hashes.length - 1
  const detail =
    floor.seq > last
      ? `it ends with event ${last}, and event ${floor.seq} was saved once`
      : `event ${floor.seq} is another one than was saved`
  return { kind: 'damaged', detail }
}
