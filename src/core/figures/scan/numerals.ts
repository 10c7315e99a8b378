import { isDigit } from '../../text/characters.ts'
import { decimal, plus, shifted, ZERO, type Decimal } from '../decimal.ts'
import { Guard } from '../guard.ts'

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
} // prettier-ignore
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The characters that Han numerals are written with. */
export const HAN_NUMERALS = '〇零一二两三四五六七八九十百千万亿廿卅'

/** A Han numeral that is longer names no number. The cap holds odd texts to linear time. */
const LONGEST = 64

const COMMA = 0x2c
const POINT = 0x2e

/** Where the digits that start at `at` end. */
export function digitsEnd(text: string, at: number): number {
  let to = at
  while (isDigit(text.charCodeAt(to))) to++
  return to
}

/**
 * Where the Arabic number ends whose first digits are `at` to `digits`: they may go on with groups of thousands, then with a
 * fraction.
 */
export function arabicEnd(text: string, at: number, digits = digitsEnd(text, at)): number {
  let to = digits
  if (to - at < 4) while (text.charCodeAt(to) === COMMA && digitsEnd(text, to + 1) === to + 4) to += 4
  if (to === at || text.charCodeAt(to) !== POINT) return to
  const fraction = digitsEnd(text, to + 1)
  return fraction > to + 1 ? fraction : to
}

/** Powers of ten by their words, the longer ones first. */
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['千', 3],
  ['百', 2],
]
const MULTIPLYING = new Guard('万千百十亿')

/** The word for a power of ten that stands at `at`, with that power; null where none does. */
export function multiplierAt(text: string, at: number): readonly [string, number] | null {
  if (!MULTIPLYING.has(text.charCodeAt(at))) return null
  return MULTIPLIERS.find(([word]) => text.startsWith(word, at)) ?? null
}

const NUMERALS = new Uint8Array(0x10000)
for (const c of HAN_NUMERALS) NUMERALS[c.charCodeAt(0)] = 1

/** Where the run of Han numerals that starts at `at` ends; of one that is too long for a number, some place inside it. */
export function hanEnd(text: string, at: number): number {
  const end = Math.min(text.length, at + LONGEST + 1)
  let to = at
  while (to < end && NUMERALS[text.charCodeAt(to)] === 1) to++
  return to
}

/** Reads 三十二亿, 两千, 廿五, 一百零八, 二〇一九, 十二点五; `null` where it is none of these. */
export function hanNumber(digits: string): Decimal | null {
  if (digits.length > LONGEST) return null
  const point = digits.indexOf('点')
  if (point > 0) {
    const whole = hanInteger(digits.slice(0, point))
    const tail = Array.from(digits.slice(point + 1), (c) => DIGITS[c])
    if (whole === null || tail.length === 0 || tail.some((d) => d === undefined)) return null
    return plus(whole, shifted(decimal(tail.join('')), -tail.length))
  }
  return hanInteger(digits)
}

function hanInteger(digits: string): Decimal | null {
  if (digits === '') return null
  const each = Array.from(digits, (c) => DIGITS[c])
  // 二〇一九: digit by digit. A lone digit is the same either way.
  if (each.every((d) => d !== undefined))
    return each.length > 1 && /[两]/.test(digits) ? null : decimal(each.join(''))
  let whole = ZERO
  let rest = digits
  for (const [word, power] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    const at = rest.lastIndexOf(word)
    if (at < 0) continue
    const part =
      at === 0 ? null : word === '亿' ? hanInteger(rest.slice(0, at)) : belowTenThousand(rest.slice(0, at))
    if (part === null) return null
    whole = plus(whole, shifted(part, power))
    rest = rest.slice(at + 1).replace(/^零/, '')
  }
  if (rest === '') return whole
  const part = belowTenThousand(rest)
  return part === null ? null : plus(whole, part)
}

function belowTenThousand(digits: string): Decimal | null {
  let total = 0
  let digit: number | null = null
  let last = 10000
  for (const c of digits.replaceAll('廿', '二十').replaceAll('卅', '三十')) {
    const ten = TENS[c]
    const d = DIGITS[c]
    if (ten !== undefined) {
      // 百 alone is no number; 十 is. Places come down: 二百三千 is none.
      if (ten >= last || (digit === null && (ten !== 10 || total % 100 !== 0))) return null
      total += (digit ?? 1) * ten
      digit = null
      last = ten
    } else if (d !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = d
    } else return null
  }
  return decimal(String(total + (digit ?? 0)))
}
