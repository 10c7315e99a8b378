import type { JournalError } from '../../contract/journal.ts'
import type { Logged } from '../../core/document/event.ts'
import type { Result } from '../../core/result.ts'
import type { StoreError } from '../store/errors.ts'
import type { Written } from '../store/store.ts'
import type { Saving } from '../ui/frame.svelte.ts'

/** What the library shows of a book, sent along with each write. */
export interface Progress {
  readonly findings: number
  /** Share of the entries that are read. */
  readonly read: number
}

/** Where events go. Resolves when they are on the disk. */
export interface Journal {
  append(logged: readonly Logged[], progress: Progress): Promise<Result<Written, StoreError>>
  /** Gives the copy outside of the browser what it lacks. Null, or why it still does. */
  catchUp(): Promise<JournalError | null>
}

export interface LogPorts {
  readonly journal: Journal
  readonly now: () => Date
  readonly progress: () => Progress
  /** Says what is wrong. */
  readonly explain: (error: StoreError) => string
  readonly explainCopy: (error: JournalError) => string
}

/** After these the window may not write any more; trying again would be of no use. */
const FINAL: ReadonlySet<StoreError['kind']> = new Set([
  'closed',
  'newer',
  'not-the-editor',
  'gap',
  'no-such-book',
  'copy',
])
/** Milliseconds until the next try, by how often it has failed. */
const PATIENCE = [1_000, 3_000, 10_000, 30_000]

/**
 * Writes the log, in order, one transaction at a time. What could not be written stays in memory and is tried again; until
 * then the state says so, and since when.
 */
export class EventLog {
  state = $state.raw<Saving>({ kind: 'none' })
  /** Why this window may not write any more. */
  ended = $state.raw<StoreError | null>(null)
  readonly #ports: LogPorts
  #waiting: Logged[] = []
  #writing: Promise<void> | null = null
  #failures = 0
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ports: LogPorts) {
    this.#ports = ports
  }

  /** Events that are in memory only. */
  get pending(): number {
    return this.#waiting.length
  }

  add(logged: readonly Logged[]): void {
    this.#waiting.push(...logged)
    if (this.state.kind !== 'failed' && this.state.kind !== 'alone') this.state = { kind: 'saving' }
    void this.flush()
  }

  /** Writes what waits, and resolves when that was done or has failed. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0 && this.ended === null) {
      this.#writing ??= this.#write().finally(() => {
        this.#writing = null
      })
      await this.#writing
      if (this.#failures > 0) return
    }
  }

  /** Nothing more may be written, and why. */
  end(error: StoreError): void {
    this.ended ??= error
  }

  /** Stops trying again. */
  dispose(): void {
    clearTimeout(this.#timer)
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer)
    const batch = [...this.#waiting]
    const written = await this.#ports.journal.append(batch, this.#ports.progress())
    if (written.ok) {
      this.#waiting.splice(0, batch.length)
      this.#failures = 0
      this.#settle(written.value.copy)
      return
    }
    const since = this.state.kind === 'failed' ? this.state.since : this.#ports.now()
    const reason = this.#ports.explain(written.error)
    this.state = { kind: 'failed', since, pending: this.#waiting.length, reason }
    if (FINAL.has(written.error.kind)) {
      this.ended = written.error
      return
    }
    this.#timer = setTimeout(() => void this.flush(), this.#patience())
    this.#failures++
  }

  /** What was written is in the browser; it is saved when it is in the copy, too. */
  #settle(copy: JournalError | null): void {
    if (copy === null) {
      this.#tries = 0
      this.state = { kind: 'saved', at: this.#ports.now() }
      return
    }
    const since = this.state.kind === 'alone' ? this.state.since : this.#ports.now()
    this.state = { kind: 'alone', since, reason: this.#ports.explainCopy(copy) }
    this.#timer = setTimeout(() => void this.#copy(), this.#patience(this.#tries++))
  }

  async #copy(): Promise<void> {
    // Whatever is written meanwhile catches up by itself.
    if (this.#waiting.length === 0) this.#settle(await this.#ports.journal.catchUp())
  }

  #patience(tries = this.#failures): number | undefined {
    return PATIENCE[Math.min(tries, PATIENCE.length - 1)]
  }
}
