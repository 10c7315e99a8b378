import { isInvisible, isItemMark } from './characters.ts'
import { isHigh, isLow } from './surrogates.ts'

const ENDS_IN_NUMBER = /\p{Nd}[.,\u2044]?$/u
const BEGINS_WITH_DIGIT = /^\p{Nd}/u
const ENDS_IN_DIGIT = /\p{Nd}$/u
const BEGINS_WITH_MARK = /^[.,\u2044]\p{Nd}/u

/**
 * Would a border at the offset `at` of a text part a number: digits from digits, or from the single point or comma between
 * them? Characters are read as the digit lock reads them: after NFKC, those without width as if they were not there, and a
 * full-width comma, or the mark of an item, as one that parts them.
 */
export function partsNumber(text: string, at: number): boolean {
  const before = near(text, at, -1)
  if (!ENDS_IN_NUMBER.test(before)) return false
  const after = near(text, at, 1)
  return BEGINS_WITH_DIGIT.test(after) || (ENDS_IN_DIGIT.test(before) && BEGINS_WITH_MARK.test(after))
}

/** The two characters on one side of `at` that have a width, normalised, in the order of the text. */
function near(text: string, at: number, way: -1 | 1): string {
  let out = ''
  let left = 2
  for (let i = way < 0 ? at - 1 : at; left > 0 && i >= 0 && i < text.length; i += way) {
    if (isInvisible(text.charCodeAt(i))) continue
    const end = way < 0 ? i - 1 : i + 1
    const isPair = way < 0 ? isLow(text.charCodeAt(i)) : isHigh(text.charCodeAt(i))
    const character = isPair ? text.slice(Math.min(i, end), Math.max(i, end) + 1) : text[i]!
    const mark = character === '，' || isItemMark(character.charCodeAt(0))
    const read = mark ? '、' : character.normalize('NFKC')
    out = way < 0 ? read + out : out + read
    if (isPair) i = end
    left--
  }
  return out
}
