import type { JournalSnapshot } from '../../contract/journal.ts'
import type { PackedState } from '../worker/book-api.ts'

export interface SnapshotPorts {
  /** The packed state of the worker's copy, after all strokes that were done when it is called. */
  readonly pack: () => Promise<PackedState>
  /** Resolves when the events so far are on the disk, or could not be put there. */
  readonly saved: () => Promise<void>
  /** Keeps it. Whether it did so is of no matter: the log has everything. */
  readonly keep: (snapshot: JournalSnapshot) => Promise<unknown>
}

/** Events between two snapshots at least; of a long log a twentieth, so that all snapshots together stay in proportion to it. */
const EVENTS = 500
const SHARE = 1 / 20
/** Events that are worth a snapshot when the book is closed: fewer are replayed before one could notice. */
const FEW = 50
/** Milliseconds. */
const LONGEST = 5 * 60_000

/**
 * Sees to it that a book opens soon: takes the packed state of the worker's copy now and then. Never more than one at a
 * time, and nothing waits for it.
 */
export class Snapshots {
  readonly #ports: SnapshotPorts
  /** The event of the latest one. */
  #last: number
  #seq: number
  #taking: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `last`: the event of the snapshot that the book was opened with, 0 without one; `seq`: the last event of its log. */
  constructor(ports: SnapshotPorts, last: number, seq: number) {
    this.#ports = ports
    this.#last = last
    this.#seq = seq
    this.#look()
  }

  /** Follows the log. */
  note(seq: number): void {
    this.#seq = seq
    this.#look()
  }

  /** Takes the state as it is now. What is done after this call is not in it. */
  take(why: JournalSnapshot['why']): Promise<void> {
    this.#taking ??= this.#take(why).finally(() => {
      this.#taking = null
    })
    return this.#taking
  }

  /** Takes a last one, if there was much to do since the one before. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#taking
    if (this.#seq - this.#last >= FEW) await this.take('close')
    this.dispose()
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  #look(): void {
    const since = this.#seq - this.#last
    if (since >= Math.max(EVENTS, this.#last * SHARE)) void this.take('count')
    else if (since > 0) this.#timer ??= setTimeout(() => void this.take('time'), LONGEST)
  }

  async #take(why: JournalSnapshot['why']): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#seq === this.#last) return
    const before = this.#last
    // Not again with each event while this one is being made.
    this.#last = this.#seq
    try {
      const { seq, state } = await this.#ports.pack()
      this.#last = seq
      await this.#ports.saved()
      await this.#ports.keep({ seq, state, why })
    } catch {
      // The worker has stopped, and says so elsewhere.
      this.#last = Math.max(before, this.#last)
    }
  }
}
