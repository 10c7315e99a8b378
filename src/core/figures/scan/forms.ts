import { readCode, readOrdinal, readTime } from './codes.ts'
import { DASHES, readDate } from './dates.ts'
import { arabicEnd, digitsEnd, hanEnd } from './numerals.ts'
import type { Quantity, Reader } from './quantity.ts'
import { readFraction, readRatio } from './ratios.ts'
import { readWordShare } from './shares.ts'

/** A form, and what may stand behind the first number of it: where none of these does, it is not tried. */
interface Form {
  readonly read: Reader
  readonly behind: string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** All that \s stands for. */
const WHITE =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
/** In the order in which they are tried at a digit: the more a form asks for, the earlier. */
export const AT_DIGIT: readonly Form[] = [
  { read: readCode, behind: `${LETTERS}·+-—热` },
  { read: readDate, behind: `年学月日${DASHES}./` },
  { read: readTime, behind: ':：时' },
  { read: readFraction, behind: '/分' },
  { read: readRatio, behind: `:：∶比${WHITE}` },
  { read: readOrdinal, behind: '号级星届版年路' },
]
export const AT_HAN: readonly Form[] = [
  { read: readWordShare, behind: '分成' },
  { read: readFraction, behind: '分' },
  { read: readDate, behind: '年月日○' },
]
const BEHIND_DIGIT = masks(AT_DIGIT)
const BEHIND_HAN = masks(AT_HAN)
const CODE = 1
/** Of a mobile telephone. */
const PHONE_DIGITS = 11
const POINT = 0x2e
const COMMA = 0x2c

const AT_WORD: ReadonlyMap<number, readonly Reader[]> = new Map<number, readonly Reader[]>(
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

/** The codes of the characters other than numerals that a form may begin with. */
export const WORDS = [...AT_WORD.keys()]

/** By character code, one bit for each form that may go on with it. */
function masks(forms: readonly Form[]): Uint8Array {
  const out = new Uint8Array(0x10000)
  for (const [i, { behind }] of forms.entries()) for (const c of behind) out[c.charCodeAt(0)]! |= 1 << i
  return out
}

/**
 * The form that fits at a digit, other than a plain number; null where none does. Most numbers are nothing but numbers:
 * what stands behind the digits tells which other forms need to be tried.
 */
export function formAtDigit(text: string, at: number): Quantity | null {
  const to = digitsEnd(text, at)
  const next = text.charCodeAt(to)
  let mask = BEHIND_DIGIT[next] ?? 0
  if (next === POINT || next === COMMA) {
    // 2019.5.20 is a date; 12.5 is none.
    if (to - at !== 4) mask = 0
    mask |= BEHIND_DIGIT[text.charCodeAt(arabicEnd(text, at, to))] ?? 0
  }
  if (to - at === PHONE_DIGITS || isLetter(text.charCodeAt(at - 1))) mask |= CODE
  return tried(AT_DIGIT, mask, text, at)
}

/** The same at a Han numeral. */
export function formAtHan(text: string, at: number): Quantity | null {
  const mask = BEHIND_HAN[text.charCodeAt(hanEnd(text, at))] ?? 0
  return tried(AT_HAN, mask, text, at)
}

/** The first of the forms that fits, among those whose bit is set. */
function tried(forms: readonly Form[], mask: number, text: string, at: number): Quantity | null {
  for (let i = 0, rest = mask; rest !== 0; i++, rest >>= 1) {
    const found = (rest & 1) === 0 ? null : forms[i]!.read(text, at)
    if (found) return found
  }
  return null
}

/** At one of WORDS: 第3届, 〔2019〕12号, 上年. */
export function formAtWord(text: string, at: number): Quantity | null {
  for (const read of AT_WORD.get(text.charCodeAt(at)) ?? []) {
    const found = read(text, at)
    if (found) return found
  }
  return null
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
