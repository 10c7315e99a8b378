import type { Result } from '../../../core/result.ts'
import type { StoreError } from '../../store/errors.ts'
import type { BookKey, BookRow } from '../../store/rows.ts'
import { rememberBooks } from '../../store/remembered.ts'
import type { Store } from '../../store/store.ts'

/** The books as the library shows them, kept up to date from all windows. */
export class Shelf {
  #all = $state.raw<readonly BookRow[] | null>(null)
  /** Why they could not be listed or changed, last. */
  error = $state.raw<StoreError | null>(null)
  /** Null until they have been read for the first time. */
  readonly books: readonly BookRow[] | null = $derived(
    this.#all?.filter((book) => book.deleted === null) ?? null,
  )
  readonly bin: readonly BookRow[] = $derived(
    (this.#all ?? [])
      .filter((book) => book.deleted !== null)
      .sort((a, b) => (b.deleted ?? 0) - (a.deleted ?? 0)),
  )
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Follows the store until the returned function is called. */
  follow(): () => void {
    return this.#store.watchBooks((books) => {
      if (!books.ok) {
        this.error = books.error
        return
      }
      // An empty shelf that was never filled here says nothing about what was there before.
      if (books.value.length > 0 || this.#all !== null) rememberBooks(books.value.length)
      this.#all = books.value
    })
  }

  async rename(book: BookRow, title: string): Promise<void> {
    const name = title.trim()
    if (name !== '' && name !== book.title) await this.#say(this.#store.renameBook(book.id, name))
  }

  /** True when it is in the bin now. */
  remove(id: BookKey): Promise<boolean> {
    return this.#say(this.#store.deleteBook(id))
  }

  restore(id: BookKey): Promise<boolean> {
    return this.#say(this.#store.restoreBook(id))
  }

  erase(id: BookKey): Promise<boolean> {
    return this.#say(this.#store.eraseBook(id))
  }

  async #say(work: Promise<Result<unknown, StoreError>>): Promise<boolean> {
    const result = await work
    this.error = result.ok ? null : result.error
    return result.ok
  }
}
