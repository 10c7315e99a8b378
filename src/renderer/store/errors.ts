import { Dexie } from 'dexie'
import type { BookKey } from './rows.ts'

/** Why the store did not do what it was asked. In each case nothing was written. */
export type StoreError =
  /** No space left, on the disk or in the browser's share of it. */
  | { readonly kind: 'full' }
  /** A newer program has taken over the books; this window is frozen until it is loaded anew. */
  | { readonly kind: 'closed' }
  /** The books were written by a newer program: they can be read and exported. */
  | { readonly kind: 'newer' }
  /** Another window edits this book, or has taken it over. */
  | { readonly kind: 'not-the-editor' }
  /** The log does not go on where it ends: somebody else has written, or an event was lost. */
  | { readonly kind: 'gap'; readonly expected: number; readonly found: number }
  | { readonly kind: 'no-such-book'; readonly book: BookKey }
  /** The copy outside of the browser says that nothing of this book may be written; `elsewhere`: by this program. */
  | { readonly kind: 'copy'; readonly why: 'newer' | 'elsewhere' | 'damaged' | 'forked' }
  /** The copy cannot be reached, and this must not be done to one of the two only. */
  | { readonly kind: 'copy-unreachable' }
  /** Whatever else the browser says, in its own words. */
  | { readonly kind: 'broken'; readonly name: string; readonly message: string }

/** Thrown inside a transaction, so that it is rolled back; never leaves the store. */
export class Refused extends Error {
  readonly reason: StoreError

  constructor(reason: StoreError) {
    super(reason.kind)
    this.reason = reason
  }
}

/** Says what an exception of Dexie or of IndexedDB means. An aborted transaction hides its cause in `inner`. */
export function storeError(error: unknown): StoreError {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; depth++) {
    if (e instanceof Refused) return e.reason
    if (e.name === Dexie.errnames.QuotaExceeded) return { kind: 'full' }
    if (e.name === Dexie.errnames.DatabaseClosed) return { kind: 'closed' }
    const { inner } = e as { inner?: unknown }
    if (!(inner instanceof Error) || inner === e) return { kind: 'broken', name: e.name, message: e.message }
    e = inner
  }
  return { kind: 'broken', name: 'Error', message: String(error) }
}
