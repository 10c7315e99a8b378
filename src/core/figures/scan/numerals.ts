import { decimal, plus, shifted, ZERO, type Decimal } from '../decimal.ts'

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
} // prettier-ignore
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The characters that Han numerals are written with. */
const HAN_NUMERAL = '〇零一二两三四五六七八九十百千万亿廿卅'

/** An Arabic number: thousands groups or plain, then a fraction. Sticky. */
export const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y

/** Powers of ten by their words, the longer ones first. */
export const MULTIPLIERS: readonly (readonly [string, number])[] = [
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

const NUMERALS = new Uint8Array(0x10000)
for (const c of HAN_NUMERAL) NUMERALS[c.charCodeAt(0)] = 1

/** Is it a character that Han numerals are written with? Asked of every character. */
export function isHanNumeral(code: number): boolean {
  return NUMERALS[code] === 1
}

/** Where the run of Han numerals that starts at `at` ends. */
export function hanEnd(text: string, at: number): number {
  let to = at
  while (to < text.length && isHanNumeral(text.charCodeAt(to))) to++
  return to
}

/** Reads 三十二亿, 两千, 廿五, 一百零八, 二〇一九, 十二点五; `null` where it is none of these. */
export function hanNumber(digits: string): Decimal | null {
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
