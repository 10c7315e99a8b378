import type {
  JournalContent,
  JournalError,
  JournalHead,
  JournalLabel,
  JournalSnapshot,
  Mended,
} from '../contract/journal.ts'
import { Refused } from './disk-error.ts'
import { JournalFile, type Standing } from './journal-file.ts'
import type { EventJson } from './journal-lines.ts'
import { type Label, readLabel, saveLabel } from './label-file.ts'
import { LockFile } from './lock-file.ts'
import { type Peek, peekJournal } from './peek.ts'
import type { FolderPorts } from './ports.ts'
import { erased } from './root-folder.ts'
import { keepSnapshot, latestSnapshot } from './snapshots.ts'
import { readSources } from './source-files.ts'
import { isTemporary } from './whole-files.ts'
import { join } from './paths.ts'

/** A book on the disk. Calls must come one after the other; what goes wrong is thrown. */
export class BookFolder {
  readonly #ports: FolderPorts
  readonly #root: string
  readonly #id: string
  readonly #folder: string
  readonly #lock: LockFile
  readonly #journal: JournalFile

  /** `token` is that of whoever opens it: two of them exclude each other. */
  constructor(ports: FolderPorts, root: string, id: string, token: string) {
    this.#ports = ports
    this.#root = root
    this.#id = id
    this.#folder = join(root, id)
    this.#lock = new LockFile({ ...ports, token }, this.#folder)
    const floor = (): Promise<Label | null> => readLabel(ports.fs, this.#folder)
    this.#journal = new JournalFile({ fs: ports.fs, lock: () => this.#takeLock(), floor }, this.#folder)
  }

  async read(): Promise<JournalContent> {
    const { fs } = this.#ports
    const { events, ...standing } = await this.#journal.read()
    return {
      head: await this.#headOf(standingAt(standing), await this.#label()),
      sources: await readSources(fs, this.#folder, standing.record.sources),
      events,
      settings: standing.record.settings,
      snapshot: await this.#snapshot(standing),
      ...this.#journal.mended(),
    }
  }

  /** The head, from both ends of the journal. Throws where line 0 cannot be read. */
  async head(): Promise<JournalHead> {
    const peek = await peekJournal(this.#ports.fs, this.#folder)
    if ('kind' in peek) throw new Refused(peek.kind, peek.detail)
    return this.#headOf(peek, await this.#label())
  }

  async append(events: readonly EventJson[]): Promise<JournalHead & Mended> {
    // Before: when the events are written, nothing may fail any more.
    await this.#takeLock()
    const label = await this.#label()
    const head = await this.#headOf(standingAt(await this.#journal.append(events)), label)
    return { ...head, ...this.#journal.mended() }
  }

  async putSnapshot(snapshot: JournalSnapshot): Promise<void> {
    const standing = await this.#writable()
    const { fs, today, unique } = this.#ports
    const day = today()
    await keepSnapshot(fs, this.#folder, snapshot, { hashes: standing.hashes, day, unique: unique() })
    await this.#saveLabel(standing, {})
  }

  async describe(changes: Partial<JournalLabel>): Promise<JournalHead> {
    const standing = await this.#writable()
    return this.#headOf(standingAt(standing), await this.#saveLabel(standing, changes))
  }

  async erase(): Promise<void> {
    const { fs } = this.#ports
    await this.#takeLock()
    const label = await readLabel(fs, this.#folder)
    if (label?.deleted === null) throw new Refused('invalid', 'the book is not in the bin')
    const grave = join(this.#root, erased(this.#ports, this.#id))
    await fs.rename(this.#folder, grave)
    try {
      await fs.syncFolder(this.#root)
    } catch (error) {
      await fs.rename(grave, this.#folder).catch(() => undefined)
      throw error
    }
    // Swept with the next start where it does not work now.
    await fs.removeFolder(grave).catch(() => undefined)
  }

  /** Gives the lock back. */
  async close(): Promise<void> {
    await this.#lock.release()
  }

  async #writable(): Promise<Standing> {
    await this.#takeLock()
    const standing = await this.#journal.standing()
    if (standing.fault) throw new Refused(standing.fault.kind, standing.fault.detail)
    return standing
  }

  async #takeLock(): Promise<void> {
    if (this.#lock.held) return
    await this.#lock.acquire()
    const { fs } = this.#ports
    for (const name of await fs.names(this.#folder))
      if (isTemporary(name)) await fs.remove(join(this.#folder, name)).catch(() => undefined)
  }

  async #snapshot({ hashes }: Standing): Promise<JournalSnapshot | null> {
    const found = await latestSnapshot(this.#ports.fs, this.#folder, hashes)
    return found && { seq: found.seq, state: found.state, why: found.why }
  }

  async #label(): Promise<Label | null> {
    return readLabel(this.#ports.fs, this.#folder)
  }

  async #saveLabel(standing: Standing, changes: Partial<JournalLabel>): Promise<Label> {
    const { record, last } = standingAt(standing)
    const { title, deleted } = (await this.#label()) ?? { title: record.title, deleted: null }
    const label: Label = { title, deleted, ...changes, ...last }
    await saveLabel(this.#ports.fs, this.#folder, label, this.#ports.unique())
    return label
  }

  async #headOf({ record, last, fault }: Peek, label: Label | null): Promise<JournalHead> {
    const { title, deleted } = label ?? { title: record.title, deleted: null }
    const { sample, imported } = record
    const found = fault ?? (await this.#faultBeside(label))
    return { id: this.#id, title, deleted, sample, imported, ...last, fault: found }
  }

  async #faultBeside(label: Label | null): Promise<JournalError | null> {
    if (await this.#lock.isElsewhere()) return { kind: 'elsewhere', detail: 'another process writes to it' }
    return label ? null : { kind: 'damaged', detail: 'title and bin cannot be read' }
  }
}

function standingAt({ record, hashes, fault }: Standing): Peek {
  const seq = hashes.length - 1
  return { record, last: { seq, hash: hashes[seq] ?? '' }, fault }
}
