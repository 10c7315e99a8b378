import { isDigit } from '../../text/characters.ts'
import type { DateQuantity, DayParts, Reader } from './quantity.ts'
import { hanNumber } from './numerals.ts'
import { opening } from './opening.ts'

/** What DASH starts with. */
export const DASHES = '—–~～-至到'
/** Between the two ends of a range. */
export const DASH = '(?:[—–~～-]{1,2}|至|到)'
const HAN_YEAR = '[一二][〇○零一二三四五六七八九]{3}'
const HAN_SMALL = '(?:[一二]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|[一二三四五六七八九])'
/** 2019学年 is told from other years as 2019年 is. */
const YEAR = String.raw`(?:(\d{4}|${HAN_YEAR})学?年)`
const MONTH = String.raw`(?:(\d{1,2}|${HAN_SMALL})月)`
const DAY = String.raw`(?:(\d{1,2}|${HAN_SMALL})日)`
const POINT = `${YEAR}?${MONTH}?${DAY}?`

const SINGLE = new RegExp(POINT, 'y')
/** 2019年5月20—31日, 3—8月, 2010—2015年: the first end leaves out its last unit. */
const SHORT = new RegExp(String.raw`${YEAR}?${MONTH}?(\d{1,4})${DASH}(?=\d)${POINT}`, 'y')
const SECOND = opening(DASHES, new RegExp(`${DASH}${POINT}`, 'y'))
const NUMERIC = /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/y
const RELATIVE = opening('同当本今上去次翌明前', /(?:同年|当年|本年|今年|上年|去年|次年|翌年|明年|前年)/y)
const YEARS: Readonly<Record<string, number>> = {
  同年: 0, 当年: 0, 本年: 0, 今年: 0, 上年: -1, 去年: -1, 次年: 1, 翌年: 1, 明年: 1, 前年: -2,
} // prettier-ignore

/** A date as printed, or a range of dates: any of year, month and day; 同年 and its like. */
export const readDate: Reader<DateQuantity> = (text, at) => {
  const relation = RELATIVE(text, at)
  if (relation) return relative(at, relation[0])
  const single = match(SINGLE, text, at)!
  const to = at + single[0].length
  // Where no digit follows what is a date by itself, there is nothing more to it.
  if (!isDigit(text.charCodeAt(to))) return long(text, at, single)
  return numeric(text, at) ?? short(text, at) ?? long(text, at, single)
}

function relative(at: number, word: string): DateQuantity {
  const none: DayParts = { year: null, month: null, day: null }
  return {
    kind: 'date',
    from: at,
    to: at + word.length,
    start: none,
    end: null,
    relative: YEARS[word]!,
    precision: 'year',
  }
}

function numeric(text: string, at: number): DateQuantity | null {
  const m = match(NUMERIC, text, at)
  if (!m || !isYear(Number(m[1]))) return null
  const start = { year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) }
  return dated(at, at + m[0].length, start, null)
}

function short(text: string, at: number): DateQuantity | null {
  const m = match(SHORT, text, at)
  if (!m) return null
  const [, y, mo, first, y2, mo2, d2] = m
  const end = parts(y2, mo2, d2)
  const start = { ...parts(y, mo, undefined) }
  // The first end is of the unit that the second one begins with.
  if (y2 !== undefined && y === undefined && mo === undefined) start.year = Number(first)
  else if (y2 === undefined && mo2 !== undefined && mo === undefined) start.month = Number(first)
  else if (y2 === undefined && mo2 === undefined && d2 !== undefined) start.day = Number(first)
  else return null
  return range(at, at + m[0].length, start, end)
}

function long(text: string, at: number, m: RegExpExecArray): DateQuantity | null {
  if (m[0] === '') return null
  const start = parts(m[1], m[2], m[3])
  // 十月, 三日 in Han numerals alone are words more often than dates.
  if (start.year === null && (start.month === null || start.day === null) && !/\d/.test(m[0])) return null
  const to = at + m[0].length
  const second = SECOND(text, to)
  if (second && (second[1] ?? second[2] ?? second[3]) !== undefined)
    return (
      range(at, to + second[0].length, start, parts(second[1], second[2], second[3])) ??
      dated(at, to, start, null)
    )
  return dated(at, to, start, null)
}

/** The end of a range has the year and the month of its start where it names none. */
function range(from: number, to: number, start: DayParts, end: DayParts): DateQuantity | null {
  const year = end.year ?? start.year
  const month = end.month ?? (end.day === null ? null : start.month)
  return dated(from, to, start, { year, month, day: end.day })
}

function dated(from: number, to: number, start: DayParts, end: DayParts | null): DateQuantity | null {
  for (const p of end ? [start, end] : [start]) {
    if (p.year !== null && !isYear(p.year)) return null
    if (p.year !== null && p.month === null && p.day !== null) return null
  }
  const precision = start.day !== null ? 'day' : start.month !== null ? 'month' : 'year'
  return { kind: 'date', from, to, start, end, relative: null, precision }
}

function parts(
  y: string | undefined,
  m: string | undefined,
  d: string | undefined,
): { -readonly [K in keyof DayParts]: DayParts[K] } {
  return { year: read(y), month: read(m), day: read(d) }
}

function read(digits: string | undefined): number | null {
  if (digits === undefined) return null
  if (isDigit(digits.charCodeAt(0))) return Number(digits)
  const n = hanNumber(digits.replaceAll('○', '〇'))
  return n === null ? null : Number(n.units)
}

/** Smaller or greater ones are durations or slips, not years of a chronicle. */
function isYear(n: number): boolean {
  return n >= 1000 && n <= 2999
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
