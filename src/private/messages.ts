/**
 * Between the windows of this origin and the one worker that keeps their books: the name of the channel, and of the lock
 * that makes it the one.
 */
export const KEEPER = 'jiaokan-private-journal'

export type ToKeeper =
  | { readonly type: 'who' }
  | { readonly type: 'call'; readonly id: string; readonly call: string; readonly given: readonly unknown[] }

export type FromKeeper =
  /** Said when it begins, and whenever it is asked. Another name: another worker, since the one before has ended. */
  | { readonly type: 'here'; readonly keeper: string }
  | { readonly type: 'answer'; readonly id: string; readonly result: unknown }
