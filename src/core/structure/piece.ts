import type { Line } from '../text/lines.ts'
import type { Reason, RuleId } from '../corrections/correction.ts'
import type { Role } from './block.ts'

/**
 * A line, or a part of one where a line holds several things (title and text, caption and credit).
 * Pieces partition the raw text as lines do: a piece owns what is blank around it. Offsets are raw.
 */
export interface Piece {
  readonly line: Line
  start: number
  /** First and past-last character that is not blank. */
  from: number
  to: number
  end: number
  /** `null`: running text, until a step decides otherwise. */
  role: Role | null
  /** The same block as the piece of this role before it: the second line of a title, of a caption. */
  continues: boolean
  /** No line break before it: the rest of a title's line. */
  inline: boolean
  /** Heading depth. */
  level: number
  /** Printed width in half squares. */
  width: number
  /**
   * Digits, Latin, symbols; neither Han nor Han punctuation. Some extractors set such runs on lines of their own, so
   * that a break beside one need not be a break of the print, while a break between two stretches of Han always is.
   */
  isRun: boolean
  /** Set by the paragraph step: what the break after this piece is. */
  breakAfter: BreakAfter | null
  doubt: Doubt | null
  /** A name for the relocation that takes this piece out of the running text. */
  relocation: Relocated | null
  /** A line that the extractor gave twice: its text goes. */
  isDouble: boolean
  /** A paragraph of its own, whatever the rows around it look like. */
  stands: boolean
  /** What a step asks about the piece as a whole. */
  question: Question | null
}

export type BreakAfter =
  | {
      readonly kind: 'join'
      readonly rule: 'hard-wrap' | 'isolated-run' | 'cut-number' | 'han-spaces'
      readonly reason: Reason
    }
  | { readonly kind: 'end'; readonly reason: Reason }

/** What could as well be read otherwise: asked, not decided. */
export interface Doubt {
  readonly reason: Reason
  /** 0 to 1: how likely the other reading is. */
  readonly confidence: number
}

/** Asked by a step; `remove`: a yes takes the piece out. */
export interface Question extends Doubt {
  readonly rule: RuleId
  readonly version: number
  readonly remove: boolean
}

/** What a step asks. `remove`: a yes takes the piece out. `confidence` 0 to 1: how likely the other reading is. */
export function questionOf(
  { id, version }: { readonly id: RuleId; readonly version: number },
  reason: Reason,
  confidence: number,
  remove: boolean,
): Question {
  return { rule: id, version, reason, confidence, remove }
}

/** A piece that is read elsewhere than where it stands. */
export interface Relocated {
  readonly rule: string
  readonly reason: Reason
  /** The piece before which it is read, or after which. */
  readonly where: 'before' | 'after' | 'append'
  readonly anchor: Piece
}
