import type { BookKey } from './rows.ts'

/** What the locks need of a browser. */
export interface LockPort {
  readonly locks: LockManager
  channel(name: string): BroadcastChannel
  /** How long, in milliseconds, a window that is asked for a book may take to write what it has. */
  readonly patience: number
}

/** Why a window is no longer the one that edits a book. */
export type Loss = 'released' | 'taken-over'

/** The right to write to a book's log. At most one window has it. */
export class BookLock {
  readonly book: BookKey
  /** Resolves when the right is gone. */
  readonly lost: Promise<Loss>
  /** Called when another window asks for the book: finish what must be written. It is given up after that. */
  onYield: () => Promise<void> = () => Promise.resolve()
  #held = true
  readonly #give: (why: Loss) => void

  constructor(book: BookKey, lost: Promise<Loss>, give: (why: Loss) => void) {
    this.book = book
    this.#give = give
    this.lost = lost
    void lost.then(() => {
      this.#held = false
    })
  }

  get held(): boolean {
    return this.#held
  }

  release(why: Loss = 'released'): void {
    this.#held = false
    this.#give(why)
  }
}

const CHANNEL = 'jiaokan-books'

interface YieldCall {
  readonly type: 'yield'
  readonly book: BookKey
}

/**
 * One window edits a book, all others read it. The browser keeps the lock and gives it back when a window is closed or
 * crashes. The log's own check for gaps stays the last word: a lock that was taken by force may come a moment late.
 */
export class BookLocks {
  readonly #port: LockPort
  readonly #held = new Map<BookKey, BookLock>()
  /** Resolves when the browser has really given a lock of this window back. */
  readonly #ended = new Map<BookKey, Promise<unknown>>()

  constructor(port: LockPort) {
    this.#port = port
    this.#port.channel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<YieldCall>) => {
      const lock = this.#held.get(data.book)
      if (lock) void lock.onYield().finally(() => lock.release('taken-over'))
    })
  }

  /** The lock, or null where another window has it. */
  async acquire(book: BookKey): Promise<BookLock | null> {
    // A view that was left a moment ago may still be writing: this very window is no other one.
    const patience = new Promise((resolve) => setTimeout(resolve, this.#port.patience))
    await Promise.race([this.#ended.get(book), patience])
    return this.#request(book, { ifAvailable: true })
  }

  /** Asks the other window to finish and hand over; takes the book by force where it does not answer. */
  async takeOver(book: BookKey): Promise<BookLock> {
    const channel = this.#port.channel(CHANNEL)
    channel.postMessage({ type: 'yield', book } satisfies YieldCall)
    channel.close()
    try {
      const lock = await this.#request(book, { signal: AbortSignal.timeout(this.#port.patience) })
      if (lock) return lock
    } catch {
      // Nobody answered in time. If locks do not work at all, the next call says so.
    }
    const lock = await this.#request(book, { steal: true })
    if (!lock) throw new Error('a stolen lock cannot be missing')
    return lock
  }

  #request(book: BookKey, options: LockOptions): Promise<BookLock | null> {
    const { promise: lost, resolve: end } = deferred<Loss>()
    const { promise: over, resolve: finish } = deferred<undefined>()
    return new Promise((resolve, reject) => {
      const hold = async (granted: Lock | null): Promise<void> => {
        if (!granted) {
          resolve(null)
          return
        }
        const lock = new BookLock(book, lost, end)
        this.#held.set(book, lock)
        this.#ended.set(book, over)
        resolve(lock)
        await lost
        if (this.#held.get(book) === lock) this.#held.delete(book)
      }
      this.#port.locks
        .request(`jiaokan-book:${book}`, options, hold)
        // Rejects when it was stolen (the book is lost) and when the wait was cut short (there was none yet).
        .catch((error: unknown) => {
          end('taken-over')
          reject(error instanceof Error ? error : new Error(String(error)))
        })
        .finally(() => finish(undefined))
    })
  }
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
