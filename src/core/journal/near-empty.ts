/** Below this nothing can be told from the size: a small book's state grows and shrinks by as much. */
const TOO_SMALL_TO_TELL = 4096

/**
 * Whether a state has shrunk to less than half of the one before it. No step of an editor does that; a window that lost its
 * book and saves what is left does.
 */
export function isNearlyEmpty(before: number, after: number): boolean {
  return before >= TOO_SMALL_TO_TELL && after * 2 < before
}
