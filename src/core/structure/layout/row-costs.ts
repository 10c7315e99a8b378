import { ENDS_COLON, ENDS_LEADING, ENDS_OPEN, ENDS_SENTENCE, type Stretch } from './stretch.ts'

/** Cost of a paragraph that ends without a stop, and without a mark that leads on. */
export const OPEN_END = 5

/** Cost of a slack that any row may have by chance: one of some fifty. */
export const ANY_SLACK = 3.9

/** How paragraphs begin, where no indent can be seen: costs of two squares left out, and of none. */
export interface Custom {
  readonly dropped: number
  readonly flush: number
  /** The same for the rows that titles begin. */
  readonly titleDropped: number
  readonly titleFlush: number
}

export const NO_CUSTOM: Custom = { dropped: 0.7, flush: 0.7, titleDropped: 1.2, titleFlush: 0.36 }

/** A paragraph that ends without a full stop is rare; after a mark that leads on, there is none. */
export function unfinished(s: Stretch, j: number): number {
  switch (s.ending[j]) {
    case ENDS_SENTENCE:
      return 0.03
    case ENDS_COLON:
      return s.item[j] ? 0.03 : 5.5
    case ENDS_LEADING:
      return 9
    case ENDS_OPEN:
    default:
      return OPEN_END
  }
}

/** What is left free at the end of a full row: nothing, or less than what could not be parted needs. */
export function wrapSlack(slack: number, unit: number): number {
  if (slack <= 0) return 0.9
  if (unit > slack) return slack === 1 ? 0.9 : 1.2
  return slack <= 2 ? 1.2 + 0.5 * slack : Math.min(12, 2.6 + 0.4 * slack)
}
