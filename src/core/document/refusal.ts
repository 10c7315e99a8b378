import type { RawOffset } from '../text/offset.ts'
import { rawOffset } from '../text/offset.ts'

/** Why an event cannot be applied. */
export type Reason =
  /** The number is not the next one. */
  | 'out-of-order'
  /** The log begins with another analysis than the one it is laid over. */
  | 'wrong-analysis'
  | 'out-of-range'
  | 'splits-character'
  /** Inserted text that is no well-formed UTF-16. */
  | 'lone-surrogate'
  /** The raw text is not what the event says it replaces. */
  | 'raw-mismatch'
  /** A span that leaves the text of its block. */
  | 'not-owned'
  | 'overlap'
  | 'no-such-block'
  | 'no-such-correction'
  | 'no-such-suggestion'
  | 'no-such-event'
  | 'id-taken'
  | 'not-neighbours'
  /** One of the blocks would have neither raw text nor typed text. */
  | 'empty-block'
  | 'wrong-role'
  /** The block does not start where the event says. */
  | 'wrong-place'
  /** Nothing would change. */
  | 'no-effect'
  /** What the event changed was changed again since. */
  | 'changed-since'
  | 'already-undone'
  /** Blocks do not partition the raw text. */
  | 'gap'

export interface Refusal {
  readonly reason: Reason
  /** Raw offset of the trouble, where there is one. */
  readonly at: RawOffset | null
  /** The id in question, where there is one. */
  readonly id: string | null
}

export interface ReplayError extends Refusal {
  /** Number of the event that cannot be applied; 0 for the analysis. */
  readonly seq: number
}

export function refusal(reason: Reason, at: number | null = null, id: string | null = null): Refusal {
  return { reason, at: at === null ? null : rawOffset(at), id }
}
