import { Guard } from '../guard.ts'
import { readHanNumber, readNumber } from './amounts.ts'
import { formAtDigit, formAtHan, formAtWord, WORDS } from './forms.ts'
import { digitsEnd, HAN_NUMERALS } from './numerals.ts'
import type { Closeness, Quantity } from './quantity.ts'

const OTHER = 0
const DIGIT = 1
const HAN = 2
const WORD = 3
/** What a quantity may begin with, by character: looked up for every one of them. */
const BEGINS = new Uint8Array(0x10000)
for (const c of '0123456789') BEGINS[c.charCodeAt(0)] = DIGIT
for (const c of HAN_NUMERALS) BEGINS[c.charCodeAt(0)] = HAN
for (const c of WORDS) BEGINS[c] = WORD

/** What may stand right before a number and belongs to it. 节约, 签约 and 附近 only look so. */
const BEFORE =
  /(?:(大约|(?<![节合公签预违履特契条邀制简集相新续])约|左右|将近|接近|近乎)|((?<![附最邻临靠接亲将])近|不足|不到|不超过|不高于|至多|最多)|(逾|超过|(?<![赶高])超|不少于|不低于|至少|突破))$/
const SIGN = /(?:^|[^\d.A-Za-z\]〕）)—–~～-])([-−±＋+])$/
/** The last characters of these. */
const QUALIFIES = new Guard('约右近乎足到过于多少逾超破-−±＋+')
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
    const begins = BEGINS[text.charCodeAt(at)]
    if (begins === OTHER) {
      at++
      continue
    }
    const found =
      begins === DIGIT
        ? (formAtDigit(text, at) ?? qualified(text, at, floor, readNumber))
        : begins === HAN
          ? (formAtHan(text, at) ?? qualified(text, at, floor, readHanNumber))
          : formAtWord(text, at)
    if (found) {
      out.push(found)
      at = floor = found.to
      // Where no form fits, the whole run is passed over, so that none of its tails is read.
    } else at = begins === DIGIT ? digitsEnd(text, at) : at + 1
  }
  return out
}

/** Looks back for a sign and for 约, 近, 逾. */
function qualified(
  text: string,
  at: number,
  floor: number,
  read: typeof readNumber | typeof readHanNumber,
): Quantity | null {
  if (at === floor || !QUALIFIES.has(text.charCodeAt(at - 1))) return read(text, at, at, null)
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
