import type { BookLock } from '../../store/book-lock.ts'
import type { StoreError } from '../../store/errors.ts'
import type { BookKey } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import type { OpenBook } from './open-book.ts'

/**
 * Why a book can be read only: another window edits it, another window took it over from here, the books are a newer
 * program's, or its log has a hole.
 */
export type Reading = 'elsewhere' | 'taken' | 'newer' | 'damaged'

export type OpenState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: StoreError }
  | { readonly kind: 'open'; readonly book: OpenBook; readonly reading: Reading | null }

/** Opens a book and holds it: with its lock where no other window has it. */
export class OpenedBook {
  state = $state.raw<OpenState>({ kind: 'opening' })
  readonly #store: Store
  readonly #id: BookKey
  #lock: BookLock | null = null
  #closed = false

  constructor(store: Store, id: BookKey) {
    this.#store = store
    this.#id = id
  }

  async open(): Promise<void> {
    await this.#show(this.#store.readOnly ? null : await this.#store.locks.acquire(this.#id))
  }

  /** Asks the other window to hand the book over, then reads it again: the other may have written meanwhile. */
  async takeOver(): Promise<void> {
    await this.#show(await this.#store.locks.takeOver(this.#id))
  }

  close(): void {
    this.#closed = true
    this.#lock?.release()
  }

  async #show(lock: BookLock | null): Promise<void> {
    if (this.#closed) {
      lock?.release()
      return
    }
    this.#lock = lock
    const read = await this.#store.openBook(this.#id)
    if (!read.ok) {
      lock?.release()
      this.state = { kind: 'failed', error: read.error }
      return
    }
    const damaged = read.value.missing !== null
    if (damaged) lock?.release()
    this.state = {
      kind: 'open',
      book: { stored: read.value, lock: damaged ? null : lock },
      reading: damaged ? 'damaged' : lock ? null : this.#store.readOnly ? 'newer' : 'elsewhere',
    }
    void lock?.lost.then((why) => {
      if (why === 'taken-over' && this.state.kind === 'open' && this.state.book.lock === lock) {
        this.state = { ...this.state, reading: 'taken' }
      }
    })
  }
}
