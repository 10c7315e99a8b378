import { isDigit } from '../../text/characters.ts'
import { readHanNumber, readNumber } from './amounts.ts'
import { readCode, readOrdinal, readTime } from './codes.ts'
import { readDate } from './dates.ts'
import { isHanNumeral } from './numerals.ts'
import type { Closeness, Quantity, Reader } from './quantity.ts'
import { readFraction, readRatio } from './ratios.ts'
import { readWordShare } from './shares.ts'

/** In the order in which they are tried at a digit: the more a form asks for, the earlier. */
const AT_DIGIT: readonly Reader[] = [readCode, readDate, readTime, readFraction, readRatio, readOrdinal]
const AT_HAN: readonly Reader[] = [readWordShare, readFraction, readDate]
const AT_WORD = new Map<number, readonly Reader[]>(
  Object.entries({
    第: [readOrdinal],
    前: [readOrdinal, readDate],
    I: [readCode],
    '〔': [readCode],
    '［': [readCode],
    '[': [readCode],
    同: [readDate],
    当: [readDate],
    本: [readDate],
    今: [readDate],
    上: [readDate],
    去: [readDate],
    次: [readDate],
    翌: [readDate],
    明: [readDate],
  }).map(([char, readers]) => [char.charCodeAt(0), readers]),
)
/** What may stand right before a number and belongs to it. 节约, 签约 and 附近 only look so. */
const BEFORE =
  /(?:(大约|(?<![节合公签预违履特契条邀制简集相新续])约|左右|将近|接近|近乎)|((?<![附最邻临靠接亲将])近|不足|不到|不超过|不高于|至多|最多)|(逾|超过|(?<![赶高])超|不少于|不低于|至少|突破))$/
const SIGN = /(?:^|[^\d.A-Za-z\]〕）)—–~～-])([-−±＋+])$/
/** How far back 约 and a sign can reach. */
const REACH = 5

/**
 * All quantities of a text from left to right; they do not overlap. Each is read from its own characters alone, so
 * that its slice reads the same: what only the context tells (whose 同年, which unit) is left to the caller. Linear.
 */
export function quantities(text: string): Quantity[] {
  const out: Quantity[] = []
  let floor = 0
  for (let at = 0; at < text.length;) {
    const found = readAt(text, at, floor)
    if (found) {
      out.push(found)
      at = floor = found.to
    } else if (isDigit(text.charCodeAt(at))) {
      // No form fits: the whole run is passed over, so that none of its tails is read.
      while (isDigit(text.charCodeAt(at))) at++
    } else at++
  }
  return out
}

function readAt(text: string, at: number, floor: number): Quantity | null {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return first(AT_DIGIT, text, at) ?? qualified(text, at, floor, readNumber)
  if (isHanNumeral(code)) return first(AT_HAN, text, at) ?? qualified(text, at, floor, readHanNumber)
  const readers = AT_WORD.get(code)
  return readers ? first(readers, text, at) : null
}

function first(readers: readonly Reader[], text: string, at: number): Quantity | null {
  for (const read of readers) {
    const found = read(text, at)
    if (found) return found
  }
  return null
}

/** Looks back for a sign and for 约, 近, 逾. */
function qualified(
  text: string,
  at: number,
  floor: number,
  read: typeof readNumber | typeof readHanNumber,
): Quantity | null {
  const before = text.slice(Math.max(floor, at - REACH), at)
  let from = at
  let closeness: Closeness | null = null
  const sign = floor > 0 && before.length < 2 ? null : SIGN.exec(before)
  if (sign && read === readNumber) {
    from -= 1
    if (sign[1] === '±') closeness = 'about'
  }
  const word = BEFORE.exec(before.slice(0, before.length - (at - from)))
  if (word) {
    from -= word[0].length
    closeness = word[1] ? 'about' : word[2] ? 'less' : 'more'
  }
  return read(text, at, from, closeness)
}
