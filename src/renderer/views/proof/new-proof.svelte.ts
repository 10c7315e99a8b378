import type { ProjectFault } from '../../../core/project/fault.ts'
import type { RuleChoice } from '../../../core/switches.ts'
import type { InputFile } from '../../host/host.ts'
import { bookOf, storedProject } from '../../session/stored-project.ts'
import type { StoreError } from '../../store/errors.ts'
import type { BookKey } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { Cancelled, EngineFailed, type Engine } from '../../worker/engine.ts'
import type { MadeProof, ProofWords } from '../../worker/proof.ts'
import { Import } from '../library/import.svelte.ts'

export type ProofTrouble =
  /** `at`: the earlier book could not be read, the new one not be written. */
  | { readonly kind: 'store'; readonly at: 'reading' | 'writing'; readonly error: StoreError }
  /** The earlier book itself. */
  | { readonly kind: 'earlier'; readonly fault: ProjectFault }
  | { readonly kind: 'engine'; readonly reason: string }

export interface ProofPorts {
  readonly store: Store
  readonly engine: Engine
  readonly now: () => Date
  /** The rules of an import, as they are set when the comparison begins. */
  readonly choice: () => RuleChoice
}

/**
 * A later proof on its way in: its file is read as in an import, compared with the book as it is stored, and what would become
 * of each decision is told. Only then, and only if the editor says so, it becomes a book of its own, in one step; the earlier
 * one is never written to.
 */
export class NewProof {
  /** The file, with its encoding. */
  readonly reading: Import
  /** Share of the comparison that is done; null while there is none. */
  progress = $state.raw<number | null>(null)
  /** What is ready to be stored. */
  made = $state.raw<MadeProof | null>(null)
  isStoring = $state(false)
  trouble = $state.raw<ProofTrouble | null>(null)
  readonly #store: Store
  readonly #engine: Engine
  readonly #now: () => Date
  readonly #choice: () => RuleChoice
  readonly #earlier: BookKey
  #running: AbortController | null = null

  constructor({ store, engine, now, choice }: ProofPorts, earlier: BookKey) {
    this.#store = store
    this.#now = now
    this.#choice = choice
    this.#engine = engine
    this.#earlier = earlier
    this.reading = new Import(store, engine)
  }

  /** Reads the file. `title` is what the book of the proof is to be called. */
  async stage(file: InputFile, title: string): Promise<void> {
    await this.reading.stage([file], () => title)
  }

  /** A raw text was read, and can be compared. */
  get isReady(): boolean {
    return this.reading.staged[0]?.reading.kind === 'read'
  }

  /** Says what would become of each decision. Nothing is written, and it can be called off at any moment. */
  async compare(words: ProofWords): Promise<void> {
    const [staged] = this.reading.staged
    if (staged?.reading.kind !== 'read') return
    const running = new AbortController()
    this.#running = running
    this.trouble = null
    this.progress = 0
    try {
      const earlier = await storedProject(this.#store, this.#earlier)
      if (!earlier.ok) {
        this.trouble = { kind: 'store', at: 'reading', error: earlier.error }
        return
      }
      const request = {
        earlier: earlier.value,
        title: staged.title.trim() || staged.file.name,
        source: { ...staged.reading.source, name: staged.file.name },
        at: this.#now().toISOString(),
        choice: this.#choice(),
        words,
      }
      const report = (done: number): void => {
        if (!running.signal.aborted) this.progress = done
      }
      const made = await this.#engine.nextProof(request, report, running.signal)
      if (made.ok) this.made = made.value
      else this.trouble = { kind: 'earlier', fault: made.error }
    } catch (error) {
      if (error instanceof EngineFailed) this.trouble = { kind: 'engine', reason: error.message }
      else if (!(error instanceof Cancelled)) throw error
    } finally {
      this.progress = null
      this.#running = null
    }
  }

  /** Puts the proof on the shelf. Null where that could not be done: then nothing was written. */
  async keep(): Promise<BookKey | null> {
    if (!this.made || this.isStoring) return null
    const { project, findings, read } = this.made
    this.isStoring = true
    const stored = await this.#store.importBooks([bookOf(project, { findings, read })])
    this.isStoring = false
    if (stored.ok) return stored.value[0] ?? null
    this.trouble = { kind: 'store', at: 'writing', error: stored.error }
    return null
  }

  /** Stops the comparison; the file stays on the table. */
  cancel(): void {
    this.#running?.abort()
  }

  close(): void {
    this.cancel()
    this.reading.close()
  }
}
