import { errorText } from '../../../core/error-text.ts'
import type { JournalError } from '../../../contract/journal.ts'
import type { Document } from '../../../core/document/document.ts'
import type { Result } from '../../../core/result.ts'
import type { UserRule } from '../../../core/user-rules/user-rule.ts'
import { BookSession } from '../../session/book-session.svelte.ts'
import { EventLog } from '../../session/event-log.svelte.ts'
import { randomNames } from '../../session/names.ts'
import { queuedIn } from '../../session/findings.ts'
import { inSlices } from '../../session/in-slices.ts'
import { nextTask } from '../../next-task.ts'
import { loadDocument } from '../../session/open-session.ts'
import { outlining } from '../../session/outline.ts'
import { readingOrder } from '../../session/reading-order.ts'
import { Replica } from '../../session/replica.svelte.ts'
import { Snapshots } from '../../session/snapshots.ts'
import type { BookLock } from '../../store/book-lock.ts'
import type { StoreError } from '../../store/errors.ts'
import type { StoredBook, StoredSource } from '../../store/read-book.ts'
import type { BookKey } from '../../store/rows.ts'
import { forbidden, type Store } from '../../store/store.ts'
import type { OpenError } from '../../worker/book-api.ts'
import type { OpenBook } from './open-book.ts'

/**
 * Why a book can be read only: another window edits it, another window took it over from here, the books are a newer
 * program's, its log has a hole, or its copy says so.
 */
export type Reading =
  'elsewhere' | 'taken' | 'newer' | 'damaged' | 'copyNewer' | 'copyElsewhere' | 'copyDamaged'

export type OpenFailure =
  | { readonly kind: 'store'; readonly error: StoreError }
  /** What was stored does not make a book: the text, its analysis and its log do not fit together. */
  | { readonly kind: 'book'; readonly error: OpenError }
  /** The worker did not start, or stopped. */
  | { readonly kind: 'worker'; readonly reason: string }

export type OpenState =
  /** `done`: the share that was read, 0 to 1. */
  | { readonly kind: 'opening'; readonly done: number }
  | { readonly kind: 'failed'; readonly failure: OpenFailure }
  | { readonly kind: 'open'; readonly book: OpenBook; readonly reading: Reading | null }

export interface BookPorts {
  readonly store: Store
  readonly spawn: () => Worker
  readonly now: () => Date
  /** The editor's own, as they are at the moment. */
  readonly userRules: () => readonly UserRule[]
  /** Says why nothing could be written. */
  readonly explain: (error: StoreError) => string
  readonly explainCopy: (error: JournalError) => string
}

function readingFor(fault: JournalError | null): Reading | null {
  switch (fault?.kind) {
    case undefined:
      return null
    case 'newer':
      return 'copyNewer'
    case 'elsewhere':
      return 'copyElsewhere'
    default:
      return 'copyDamaged'
  }
}

/** Opens a book and holds it: with its lock where no other window has it. */
export class OpenedBook {
  state = $state.raw<OpenState>({ kind: 'opening', done: 0 })
  readonly #ports: BookPorts
  readonly #id: BookKey
  #lock: BookLock | null = null
  #snapshots: Snapshots | null = null
  readonly #closing = new AbortController()

  constructor(ports: BookPorts, id: BookKey) {
    this.#ports = ports
    this.#id = id
  }

  async open(): Promise<void> {
    const { store } = this.#ports
    await this.#show(store.readOnly ? null : await store.locks.acquire(this.#id))
  }

  /** Asks the other window to hand the book over, then reads it again: the other may have written meanwhile. */
  async takeOver(): Promise<void> {
    this.#dispose()
    await this.#show(await this.#ports.store.locks.takeOver(this.#id))
  }

  /** Writes what is still to be written, then lets go of the book. */
  async close(): Promise<void> {
    this.#closing.abort()
    const { state } = this
    if (state.kind === 'open') await state.book.session.saved()
    await this.#snapshots?.close()
    this.#dispose()
    this.#lock?.release()
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted
  }

  #dispose(): void {
    this.#snapshots?.dispose()
    if (this.state.kind !== 'open') return
    this.state.book.session.dispose()
    this.state.book.replica.dispose()
  }

  async #show(lock: BookLock | null): Promise<void> {
    if (this.#isClosed()) {
      lock?.release()
      return
    }
    this.#lock = lock
    this.state = { kind: 'opening', done: 0 }
    const read = await this.#ports.store.openBook(this.#id)
    if (!read.ok) {
      this.#failed(lock, { kind: 'store', error: read.error })
      return
    }
    const fault = readingFor(this.#ports.store.copies?.faultOf(this.#id) ?? null)
    const why = fault ?? (read.value.missing === null ? null : 'damaged')
    if (why) lock?.release()
    const made = await this.#start(read.value, why ? null : lock)
    if (this.#isClosed()) {
      if ('session' in made) made.replica.dispose()
      return
    }
    if (!('session' in made)) {
      this.#failed(lock, made)
      return
    }
    const reading = why ?? (lock ? null : this.#ports.store.readOnly ? 'newer' : 'elsewhere')
    this.state = { kind: 'open', book: made, reading }
    if (!made.lock) return
    const { findings, read: share } = made.session.progress
    const { book } = read.value
    if (book.findings !== findings || book.read !== share)
      void this.#ports.store.putProgress(this.#id, made.session.progress)
    made.lock.onYield = () => made.session.saved()
    void made.lock.lost.then((why) => {
      if (why === 'taken-over') this.#stop(made, { kind: 'not-the-editor' }, 'taken')
    })
    // Nobody waits for it: a long journal takes seconds to be read, as it must be before the first event is added to it.
    void this.#ports.store.confirm(this.#id).then((error) => {
      if (error) this.#stop(made, forbidden(error), readingFor(error))
    })
  }

  /** From here on the book can be read only. */
  #stop(book: OpenBook, error: StoreError, reading: Reading | null): void {
    book.session.log?.end(error)
    if (this.state.kind === 'open' && this.state.book === book) this.state = { ...this.state, reading }
  }

  async #start(stored: StoredBook, lock: BookLock | null): Promise<OpenBook | OpenFailure> {
    const [source] = stored.sources
    if (!source) return { kind: 'store', error: { kind: 'no-such-book', book: this.#id } }
    const replica = new Replica(this.#ports.spawn())
    try {
      const loaded = await this.#load(stored, source, replica)
      if (!loaded.ok) {
        replica.dispose()
        return { kind: 'book', error: loaded.error }
      }
      const { store, now, explain, explainCopy, userRules } = this.#ports
      await nextTask()
      const doc = loaded.value
      // What the session asks first, each in a task of its own.
      const first = (await inSlices(outlining(doc), this.#closing.signal)) ?? undefined
      await nextTask()
      readingOrder(doc)
      await nextTask()
      queuedIn(doc)
      await nextTask()
      const session = new BookSession(
        doc,
        { names: randomNames(), now, by: 'editor' },
        lock &&
          ((progress) =>
            new EventLog({
              journal: {
                append: (logged, figures) => store.appendEvents(lock, logged, figures),
                catchUp: () => store.catchUp(lock.book),
              },
              now,
              progress,
              explain,
              explainCopy,
            })),
        first,
        userRules(),
      )
      await nextTask()
      session.onStroke((logged) => replica.take(logged))
      if (lock) this.#follow(session, replica, lock, stored.snapshot)
      void replica.count()
      return { stored, lock, session, replica }
    } catch (error) {
      replica.dispose()
      return { kind: 'worker', reason: errorText(error) }
    }
  }

  /** From the snapshot, where there is one that can be read; else from the beginning of the log. */
  async #load(
    stored: StoredBook,
    { text, sha256, payload }: StoredSource,
    replica: Replica,
  ): Promise<Result<Document, OpenError>> {
    const { snapshot, events } = stored
    const onProgress = (done: number): void => {
      if (this.state.kind === 'opening') this.state = { kind: 'opening', done }
    }
    const source = { text, sha256, payload, snapshot: snapshot?.state ?? null, events }
    const loaded = await loadDocument(source, replica, onProgress)
    if (loaded.ok || snapshot === null) return loaded
    const all = await this.#ports.store.readEvents(this.#id)
    if (!all.ok) return loaded
    return loadDocument({ ...source, snapshot: null, events: all.value }, replica, onProgress)
  }

  #follow(session: BookSession, replica: Replica, lock: BookLock, last: StoredBook['snapshot']): void {
    const snapshots = new Snapshots(
      {
        pack: () => replica.pack(),
        saved: () => session.saved(),
        keep: (snapshot) => this.#ports.store.putSnapshot(lock, snapshot),
      },
      last?.seq ?? 0,
      session.doc.seq,
    )
    // Before its first event: what came in, or was brought up to this version, can be had again as it was.
    if (!last) void snapshots.take('begin')
    session.beforeBulk = () => void snapshots.take('bulk')
    session.onStroke((logged) => snapshots.note(logged.at(-1)?.seq ?? 0))
    this.#snapshots = snapshots
  }

  #failed(lock: BookLock | null, failure: OpenFailure): void {
    lock?.release()
    this.state = { kind: 'failed', failure }
  }
}
