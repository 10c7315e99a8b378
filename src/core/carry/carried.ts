import type { DocumentEvent } from '../document/event.ts'
import type { RawOffset } from '../text/offset.ts'
import type { Decision } from './decisions.ts'

/**
 * Why a decision is to be made again.
 * - gone: what it is about, or what stood around it, is not in the new text, or stands in several places
 * - changed: the place is there, and reads otherwise
 * - refused: the book of the new text has no room for it: its blocks are others
 * - digits: it would bring two numbers together, or take one apart
 */
export type ConflictReason = 'gone' | 'changed' | 'refused' | 'digits'

/** What a decision comes to in the new book: an event that repeats it, nothing to do, or a conflict. */
export type Verdict = DocumentEvent | 'already' | ConflictReason

/**
 * What became of a decision.
 * - moved: it stands in the new book
 * - already: the new text reads so by itself, or gives no cause for it
 * - conflict: what it is about is not there, or reads otherwise now: the editor decides again
 */
export type Outcome = 'moved' | 'already' | 'conflict'

export interface Carried {
  readonly decision: Decision
  readonly outcome: Outcome
  /** Of a conflict. */
  readonly reason: ConflictReason | null
  /** What was written then: the text put in, the words of a note. Empty where the decision has none. */
  readonly decided: string
  /** What it was about in the earlier raw text; where it is about no text, what follows. */
  readonly quote: string
  /** Its place in the new raw text; of a conflict, the nearest place that could be found. */
  readonly at: RawOffset
  /** What stands there now. */
  readonly now: string
}

export interface CarryPorts {
  /** Signs what had no signature of its own. */
  readonly at: string
  readonly by: string
  /** A note for the place of a conflict, so that it is met in the new book; an empty one is none. */
  readonly remark: (conflict: Carried) => string
}
