import { ALL_RULES, type RuleChoice } from '../../../core/switches.ts'
import type { Encoding } from '../../../core/text/encoding.ts'
import type { InputFile } from '../../host/host.ts'
import { bookOf } from '../../session/stored-project.ts'
import type { NewBook } from '../../store/books.ts'
import type { StoreError } from '../../store/errors.ts'
import type { BookKey } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import type { AnalysedSource, DecodedSource } from '../../worker/engine-api.ts'
import { Cancelled, EngineFailed, type Engine } from '../../worker/engine.ts'
import { Staged, titleOf } from './staged.svelte.ts'

export type ImportTrouble =
  | { readonly kind: 'store'; readonly error: StoreError }
  | { readonly kind: 'engine'; readonly reason: string }

export interface Progress {
  /** The file at hand; null while storing. */
  readonly name: string | null
  /** Of the whole import, 0 to 1. */
  readonly done: number
}

export interface Imported {
  readonly ids: readonly BookKey[]
}

/** Half a character: UTF-8 has no way to write it, and would put a question mark in its place without a word. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What storing takes of the whole, roughly. */
const STORING = 0.05

/**
 * One import, from the files to the shelf: read and decode each, show them, analyse what the editor wants, store all of it
 * in one step. Until that step nothing is written, so that it can be called off at any moment without a trace.
 */
export class Import {
  staged = $state.raw<readonly Staged[]>([])
  /** Null while the editor is looking. */
  progress = $state.raw<Progress | null>(null)
  trouble = $state.raw<ImportTrouble | null>(null)
  readonly ready: readonly Staged[] = $derived(this.staged.filter((one) => one.ready))
  readonly busy: boolean = $derived(this.staged.some((one) => one.reading.kind === 'reading'))
  readonly #store: Store
  readonly #engine: Engine
  readonly #choice: () => RuleChoice
  readonly #stop = new AbortController()
  #running: AbortController | null = null

  /** `choice` says with which rules a text is analysed. */
  constructor(store: Store, engine: Engine, choice: () => RuleChoice = () => ALL_RULES) {
    this.#choice = choice
    this.#store = store
    this.#engine = engine
  }

  /** Reads the files one after the other, and shows each as soon as it is read. */
  async stage(files: readonly InputFile[], title = titleOf): Promise<void> {
    const added = files.map((file) => new Staged(file, title(file.name)))
    this.staged = [...this.staged, ...added]
    for (const one of added) await this.#read(one)
  }

  /** Text that was pasted: as if it had come in a file. */
  async stageText(text: string, title: string): Promise<void> {
    const one = new Staged(textFile(text, title), title)
    this.staged = [...this.staged, one]
    const lone = LONE.exec(text)
    if (lone) {
      const line = text.slice(0, lone.index).split('\n').length
      one.reading = { kind: 'refused', error: { kind: 'lone-surrogate', line } }
    } else await this.#read(one)
  }

  /** Reads a file again, as what the editor says it is. */
  async recode(one: Staged, encoding: Encoding | null): Promise<void> {
    one.override = encoding
    await this.#read(one)
  }

  /** Analyses and stores what is wanted. Null where it was called off or went wrong: then nothing was written. */
  async run(sample = false): Promise<Imported | null> {
    const wanted = this.ready
    const running = new AbortController()
    this.#running = running
    this.trouble = null
    try {
      const books = await this.#analyse(wanted, running.signal, sample)
      this.progress = { name: null, done: 1 - STORING }
      const stored = await this.#store.importBooks(books)
      if (stored.ok) return { ids: stored.value }
      this.trouble = { kind: 'store', error: stored.error }
      return null
    } catch (error) {
      if (error instanceof EngineFailed) this.trouble = { kind: 'engine', reason: error.message }
      else if (!(error instanceof Cancelled)) throw error
      return null
    } finally {
      this.progress = null
      this.#running = null
    }
  }

  /** Stops the analysis; the files stay on the table. */
  cancel(): void {
    this.#running?.abort()
  }

  /** Stops everything. */
  close(): void {
    this.cancel()
    this.#stop.abort()
  }

  async #read(one: Staged): Promise<void> {
    one.reading = { kind: 'reading' }
    try {
      one.bytes ??= await one.file.bytes()
    } catch {
      one.reading = { kind: 'unreadable' }
      return
    }
    const override = one.override
    try {
      if (one.file.name.toLowerCase().endsWith('.jiaokan')) {
        await this.#readProject(one, one.bytes)
        return
      }
      const decoded = await this.#engine.decode(one.bytes, override, this.#stop.signal)
      // The editor may have chosen yet another encoding meanwhile.
      if (one.override !== override) return
      if (decoded.ok) await this.#show(one, decoded.value)
      else one.reading = { kind: 'refused', error: decoded.error }
    } catch (error) {
      if (error instanceof EngineFailed) this.trouble = { kind: 'engine', reason: error.message }
      else if (!(error instanceof Cancelled)) throw error
      one.reading = { kind: 'unreadable' }
    }
  }

  async #readProject(one: Staged, bytes: Uint8Array): Promise<void> {
    const read = await this.#engine.readProject(bytes, this.#stop.signal)
    if (!read.ok) {
      one.reading = { kind: 'damaged', fault: read.error }
      return
    }
    const known = await this.#store.findBySource(read.value.project.source.sha256)
    // A backup may be older than the book that is there: both are wanted then, and the editor is told.
    one.twin = known.ok ? (known.value[0] ?? null) : null
    one.title = read.value.project.book.title
    one.reading = { kind: 'project', book: read.value }
  }

  async #show(one: Staged, source: DecodedSource): Promise<void> {
    const here = this.staged.some((other) => other !== one && other.source?.sha256 === source.sha256)
    const known = await this.#store.findBySource(source.sha256)
    const before = one.twin
    one.twin = here ? 'here' : known.ok ? (known.value[0] ?? null) : null
    // A second copy only on demand; what the editor has ticked stays ticked.
    if (one.twin && !before) one.wanted = false
    one.reading = { kind: 'read', source }
  }

  async #analyse(wanted: readonly Staged[], signal: AbortSignal, sample: boolean): Promise<NewBook[]> {
    const sources = wanted.map((one) => {
      if (!one.source) throw new Error('only what was read can be imported')
      return { one, source: one.source }
    })
    const whole = sources.reduce((sum, { source }) => sum + source.text.length, 0)
    let before = 0
    const books: NewBook[] = []
    for (const { one, source } of sources) {
      const report = (share: number): void => {
        if (signal.aborted) return
        const done = (before + share * source.text.length) / Math.max(1, whole)
        this.progress = { name: one.file.name, done: done * (1 - STORING) }
      }
      report(0)
      if (one.reading.kind === 'project') {
        const { project, findings, read } = one.reading.book
        books.push({ ...bookOf(project, { findings, read }), title: one.title.trim() || project.book.title })
        before += source.text.length
        continue
      }
      const analysed = await this.#engine.analyse(source, report, signal, this.#choice())
      books.push(newBook(one, source, analysed, sample))
      before += source.text.length
    }
    return books
  }
}

function newBook(one: Staged, source: DecodedSource, analysed: AnalysedSource, sample: boolean): NewBook {
  const { engine, payload, hash, findings } = analysed
  return {
    title: one.title.trim() || titleOf(one.file.name),
    sources: [{ ...source, name: one.file.name, payload }],
    events: [
      {
        seq: 1,
        at: new Date().toISOString(),
        by: 'engine',
        event: { type: 'analysed', engine, payload: hash },
      },
    ],
    findings,
    sample,
  }
}

function textFile(text: string, name: string): InputFile {
  const bytes = new TextEncoder().encode(text)
  return { name: `${name}.txt`, size: bytes.length, bytes: () => Promise.resolve(bytes) }
}
