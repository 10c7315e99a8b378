import type { Document } from './document.ts'
import type { Undone } from './event.ts'
import { isNothing } from './past.ts'

/** What Ctrl+Z takes back: the last event in force that is not itself an undoing; null when there is none. */
export function undoTarget(doc: Document): Undone | null {
  for (let seq = doc.seq; seq > 0; seq--) {
    const past = doc.past.get(seq)
    if (past?.undoes === null && !past.undone && !isNothing(past.change)) return { type: 'undone', seq }
  }
  return null
}

/**
 * What Ctrl+Shift+Z does again: the last undoing in force since which nothing new was done; null when there
 * is none.
 */
export function redoTarget(doc: Document): Undone | null {
  for (let seq = doc.seq; seq > 0; seq--) {
    const past = doc.past.get(seq)
    if (!past) continue
    if (past.undoes === null && !past.undone) return null
    if (past.undoes !== null && !past.undone && takesBack(doc, seq)) return { type: 'undone', seq }
  }
  return null
}

/** Is it an undoing, and not the redoing of one? */
function takesBack(doc: Document, seq: number): boolean {
  let odd = false
  for (let at: number | null = seq; at !== null; at = doc.past.get(at)?.undoes ?? null) odd = !odd
  // The chain ends with the first event itself.
  return !odd
}
