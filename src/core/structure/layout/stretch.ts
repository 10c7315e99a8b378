import { cannotBeginLine, codesOf, isDigit, isHan, isLatin, unitWidth } from '../../text/characters.ts'
import type { Draft } from '../draft.ts'
import type { Piece } from '../piece.ts'
import { startsListItemAt } from '../steps/lists.ts'

/** How a piece’s text ends: with a sentence, with a mark that leads on, or with neither. */
export const ENDS_SENTENCE = 0
export const ENDS_OPEN = 1
export const ENDS_LEADING = 2
export const ENDS_COLON = 3

/** No line of print is wider, in half squares. */
export const WIDEST = 112

/**
 * Running text between a title, a heading or a signature and the next: the pieces in which paragraph ends are sought, and
 * what is known of them, as columns of numbers, since the search looks at each many times.
 * A break `j` is the one before piece `j`.
 */
export interface Stretch {
  readonly pieces: readonly Piece[]
  /** The title that it follows. */
  readonly title: Piece | null
  /** Printed widths in half squares. */
  readonly width: readonly number[]
  /** Width of a closing mark at the end, which may hang in the margin. */
  readonly hang: readonly number[]
  /** Indent that can be seen, in half squares; less than two are none. */
  readonly indent: readonly number[]
  /** Width of what cannot be parted at the start. */
  readonly unit: readonly number[]
  /** How the text before the break ends. */
  readonly ending: readonly number[]
  /** No line break is there: the rest of a line of which the first part has a role of its own. */
  readonly inline: readonly number[]
  /** A run stands on one of its sides, so that the extractor may have made the break. */
  readonly apart: readonly number[]
  /** Blank lines in it, 3 for more; 4: something lies between that is no running text. */
  readonly blanks: readonly number[]
  /** What follows begins as no printed line can. */
  readonly closing: readonly number[]
  /** What follows begins like an item: 1; stands where one is expected: 2. */
  readonly item: readonly number[]
  /** What stands before it ends in a digit. */
  readonly number: readonly number[]
  /** A full stop stands alone in it, where a paragraph ends, but not its own. */
  readonly stray: number[]
  /** How the last piece ends. */
  readonly lastEnding: number
}

/** Blanks beside something that was lifted out say nothing. */
export const ASIDE_BETWEEN = 4

export function stretchOf(draft: Draft, pieces: readonly Piece[], title: Piece | null): Stretch {
  const n = pieces.length
  const s = {
    pieces,
    title,
    width: zeros(n),
    hang: zeros(n),
    indent: zeros(n),
    unit: zeros(n),
    ending: zeros(n),
    inline: zeros(n),
    apart: zeros(n),
    blanks: zeros(n),
    closing: zeros(n),
    item: zeros(n),
    number: zeros(n),
    stray: zeros(n),
    lastEnding: endingOf(draft.text, pieces[n - 1]!),
  }
  const { text } = draft
  for (let j = 0; j < n; j++) {
    const p = pieces[j]!
    const before = pieces[j - 1]
    s.width[j] = p.width
    s.hang[j] = hanging(text, p)
    s.indent[j] = !p.inline && p.line.indent >= 2 ? p.line.indent : 0
    s.inline[j] = p.inline ? 1 : 0
    if (!before) continue
    s.unit[j] = firstUnitWidth(text, p)
    s.ending[j] = endingOf(text, before)
    s.apart[j] = p.isRun || before.isRun ? 1 : 0
    s.blanks[j] = before.end === p.start ? Math.min(3, p.line.blanksBefore) : ASIDE_BETWEEN
    s.number[j] = isDigit(text.charCodeAt(before.to - 1)) ? 1 : 0
    s.closing[j] = cannotBeginLine(text.charCodeAt(p.from)) ? 1 : 0
    s.item[j] = p.role === 'list' ? 2 : startsListItemAt(text, p.from) ? 1 : 0
  }
  return s
}

/** Blank lines between most rows of the stretch. */
export function usualBlanks(s: Stretch): number {
  const counts = [0, 0, 0, 0, 0]
  for (let j = 1; j < s.pieces.length; j++) counts[s.blanks[j]!]!++
  return counts.indexOf(Math.max(...counts.slice(0, 4)))
}

const zeros = (n: number): number[] => new Array<number>(n).fill(0)

/** Does the text of a piece end a sentence, closing marks aside? */
export function isFinal(text: string, p: { readonly from: number; readonly to: number }): boolean {
  return endingOf(text, p) === ENDS_SENTENCE
}

const CLOSERS = codesOf('”’）)》"')
const STOPS = codesOf('。！？…')
const COLONS = codesOf('：:；;')
const LEADERS = codesOf('，、,“‘（(《〈〔')

function endingOf(text: string, p: { readonly from: number; readonly to: number }): number {
  let at = p.to - 1
  while (at > p.from && CLOSERS.has(text.charCodeAt(at))) at--
  const c = text.charCodeAt(at)
  if (isHan(c)) return ENDS_OPEN
  if (STOPS.has(c)) return ENDS_SENTENCE
  // A closing mark that no sentence’s end stands before: （女）.
  if (at < p.to - 1) return ENDS_OPEN
  if (COLONS.has(c)) return ENDS_COLON
  return LEADERS.has(c) ? ENDS_LEADING : ENDS_OPEN
}

/** Closing punctuation at a row’s end hangs in the margin or is set half as wide: so much may be left out. */
export function hanging(text: string, last: { readonly to: number }): number {
  const c = text.charCodeAt(last.to - 1)
  return c > 0x7f && cannotBeginLine(c) ? 2 : 0
}

/** Width of what cannot be parted at the start of a piece: a number or a word, with the closing marks after it. */
export function firstUnitWidth(text: string, piece: Piece): number {
  let at = piece.from
  let width = 0
  const word = (c: number): boolean =>
    isDigit(c) || isLatin(c) || c === 0x2e || c === 0x2c || c === 0x25 || c === 0x2d
  // Opening marks may not end a line: they go with what follows.
  for (; at < piece.to && '“‘（(《【〔'.includes(text[at]!); at++) width += 2
  if (word(text.charCodeAt(at))) for (; at < piece.to && word(text.charCodeAt(at)); at++) width++
  else width += unitWidth(text.charCodeAt(at++))
  for (; at < piece.to && cannotBeginLine(text.charCodeAt(at)); at++) width += unitWidth(text.charCodeAt(at))
  return width
}
