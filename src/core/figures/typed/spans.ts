import { DASH } from '../scan/dates.ts'
import type { DatePrecision, Typed, TypedDate } from './typed.ts'

const PERIOD = /([上下])半年|(第|前)?([一二三四1-4])季度|(?<=月(?:份)?)([上中下])旬/g
const BETWEEN = new RegExp(`^${DASH}$`)
const ORDER = '一二三四'

/**
 * Parts of a year or a month that are named in words, joined to the date before them: 2019年上半年, 一季度, 5月上旬. Numbers
 * inside such a name are no numbers of their own.
 */
export function periods(text: string, found: readonly Typed[]): Typed[] {
  const out: Typed[] = []
  let next = 0
  for (const m of text.matchAll(PERIOD)) {
    const [from, to] = [m.index, m.index + m[0].length]
    while (next < found.length && found[next]!.to <= from) out.push(found[next++]!)
    // 第 may stand before the digit that was read, or inside what was read.
    while (next < found.length && found[next]!.from < to) next++
    const before = out.at(-1)
    const base = before?.kind === 'date' && before.to === from && before.end === null ? before : null
    const made = m[4] === undefined ? ofYear(m, base) : base && ofMonth(m[4], base)
    if (!made) continue
    if (made.from < from) out.pop()
    out.push(made)
  }
  out.push(...found.slice(next))
  return out
}

/** 9:30—11:00 is one stretch of time. */
export function joinTimes(text: string, found: readonly Typed[]): Typed[] {
  const out: Typed[] = []
  for (const q of found) {
    const last = out.at(-1)
    if (
      q.kind === 'time' &&
      last?.kind === 'time' &&
      last.end === null &&
      BETWEEN.test(text.slice(last.to, q.from))
    )
      out[out.length - 1] = { ...last, to: q.to, end: q.start }
    else out.push(q)
  }
  return out
}

function ofYear(m: RegExpExecArray, base: TypedDate | null): TypedDate | null {
  const [word, half, rank, quarter] = m
  const year = base === null || base.precision === 'year' ? base : null
  const at = { from: m.index, to: m.index + word.length }
  if (half !== undefined) return months(year, at, half === '上' ? 1 : 7, half === '上' ? 6 : 12, 'half')
  const n = ORDER.includes(quarter!) ? ORDER.indexOf(quarter!) + 1 : Number(quarter)
  return months(year, at, rank === '前' ? 1 : 3 * n - 2, 3 * n, 'quarter')
}

function months(
  year: TypedDate | null,
  at: { readonly from: number; readonly to: number },
  first: number,
  last: number,
  precision: DatePrecision,
): TypedDate {
  const of = (month: number): string => `${year?.start ?? '-'}-${String(month).padStart(2, '0')}`
  return {
    kind: 'date',
    from: year?.from ?? at.from,
    to: at.to,
    start: of(first),
    end: of(last),
    precision,
    relative: year?.relative ?? null,
  }
}

/** The last ten days end with the month; how long a February is, its year tells. */
function ofMonth(part: string, base: TypedDate): TypedDate | null {
  if (base.precision !== 'month' || base.start === null) return null
  const m = /^(\d{4}|-)-(\d{2})$/.exec(base.start)
  if (!m) return null
  const [year, month] = [Number(m[1]), Number(m[2])]
  if (part === '下' && month === 2 && Number.isNaN(year)) return null
  const [first, last] = part === '上' ? [1, 10] : part === '中' ? [11, 20] : [21, days(year, month)]
  const of = (day: number): string => `${base.start!}-${String(day).padStart(2, '0')}`
  return { ...base, to: base.to + 2, start: of(first), end: of(last), precision: 'ten-days' }
}

function days(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
