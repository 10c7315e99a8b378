import { type Remote, wrap } from 'comlink'
import type { Logged } from '../../core/document/event.ts'
import type { Result } from '../../core/result.ts'
import type { BookApi, BookFigures, BookSource, Hits, OpenError, PackedState } from '../worker/book-api.ts'
import type { Portion } from '../worker/portions.ts'

/**
 * The worker's copy of the book: what takes longer than a key press may is asked of it. It follows stroke by stroke;
 * `figures` are those of the last event that it has counted, `isPending` says that there is a later one.
 */
export class Replica {
  figures: BookFigures | null = $state.raw(null)
  isPending = $state(true)
  /** It has stopped, or lost its place: no figures, no search, and nothing may be exported. */
  hasFailed = $state(false)
  readonly #worker: Worker
  readonly #api: Remote<BookApi>
  #last = 0
  #isCounting = false

  constructor(worker: Worker) {
    this.#worker = worker
    this.#api = wrap<BookApi>(worker)
    worker.addEventListener('error', () => this.#fail())
    worker.addEventListener('messageerror', () => this.#fail())
  }

  async open(source: BookSource): Promise<Result<void, OpenError>> {
    this.#last = source.events.at(-1)?.seq ?? 0
    return this.#api.open(source)
  }

  /** The next part of the document as it was before the events it was opened with; null after the last. */
  async portion(): Promise<Portion | null> {
    return this.#api.portion()
  }

  /** The packed state of the book as it is once all strokes taken so far are in it. */
  async pack(): Promise<PackedState> {
    return this.#api.pack()
  }

  /** Follows a stroke. */
  take(logged: readonly Logged[]): void {
    this.#last = logged.at(-1)?.seq ?? this.#last
    this.isPending = true
    // Calls are answered in their order: what is asked after this is answered after it.
    this.#api.take(logged).then(
      (isTaken) => (isTaken ? void this.count() : this.#fail()),
      () => this.#fail(),
    )
  }

  /** Counts anew, once for as many strokes as came meanwhile. */
  async count(): Promise<void> {
    if (this.#isCounting || this.hasFailed) return
    this.#isCounting = true
    try {
      do {
        this.figures = await this.#api.figures()
      } while (this.figures.seq < this.#last)
      this.isPending = false
    } catch {
      this.#fail()
    } finally {
      this.#isCounting = false
    }
  }

  async find(query: string, matchCase = false): Promise<Hits> {
    return this.#api.find(query, matchCase)
  }

  /** Any call of the worker's. */
  async ask<T>(call: (api: Remote<BookApi>) => Promise<T>): Promise<T> {
    return call(this.#api)
  }

  dispose(): void {
    this.#worker.terminate()
  }

  #fail(): void {
    this.hasFailed = true
    this.isPending = false
    this.figures = null
  }
}
