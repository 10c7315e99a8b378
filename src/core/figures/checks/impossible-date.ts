import type { FigureRule, Hit } from '../finding.ts'
import { mark } from '../read/mark.ts'
import type { Passage } from '../read/passage.ts'
import { approximately } from '../decimal.ts'
import type { DateQuantity, DayParts } from '../scan/quantity.ts'
import { ruleId } from '../../rules/rule.ts'

const HALF_A_YEAR = 6
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day or an hour that no calendar and no clock has. */
export const impossibleDate: FigureRule = {
  id: ruleId('figures/impossible-date'),
  version: 1,
  title: { zh: '不存在的日期、时刻', en: 'Impossible date' },
  why: {
    zh: '如9月31日、13月、非闰年的2月29日、25:70，起日晚于止日，或竣工早于开工。',
    en: 'Such as 31 September, a 13th month, 29 February of a common year, 25:70, a range that ends before it starts, or works finished before they were begun.',
  },
  messages: {
    day: { zh: '{0}月没有{1}日', en: 'Month {0} has no day {1}' },
    month: { zh: '没有{0}月', en: 'There is no month {0}' },
    reversed: { zh: '起日{0}日晚于止日{1}日', en: 'The range starts on day {0} and ends on day {1}' },
    months: { zh: '起月{0}月晚于止月{1}月', en: 'The range starts in month {0} and ends in month {1}' },
    order: { zh: '竣工早于开工', en: 'Finished before it was begun' },
    time: { zh: '没有{0}这个时刻', en: 'There is no such time as {0}' },
  },
  examples: [
    { text: '2019年2月29日，举行签约仪式。', quotes: ['2019年2月29日', '2019年2月29日'] },
    { text: '2019年5月26—15日，举办展演。', quotes: ['2019年5月26—15日', '2019年5月26—15日'] },
    { text: '2020年2月29日，会议召开。', quotes: null },
  ],
  checkEntry({ passages }, reading, report) {
    for (const passage of passages) {
      let year = reading.year
      passage.quantities.forEach((q, i) => {
        if (q.kind !== 'date' && q.kind !== 'ratio') return
        if (q.kind === 'date') year = q.start.year ?? year
        const found =
          q.kind === 'date'
            ? (ofDate(passage, q, year) ?? ofHour(passage, q) ?? ofWorks(passage, q, i))
            : ofTime(passage, i)
        if (found) report(found)
      })
    }
  },
}

function ofDate(passage: Passage, q: DateQuantity, year: number | null): Hit | null {
  // 13月龄 is an age.
  if (passage.text[q.to] === '龄') return null
  for (const p of q.end ? [q.start, q.end] : [q.start]) {
    const wrong = faulty(p, p.year ?? year)
    if (wrong) return hit(passage, q, wrong.message, wrong.values)
  }
  const { start, end } = q
  const sameMonth =
    end !== null &&
    start.month !== null &&
    end.month === start.month &&
    (end.year ?? start.year) === start.year
  // 2019年9月25日—8月28日; but December may go on into January, and without a year July into June.
  const back = start.year !== null && end?.year === start.year ? (start.month ?? 0) - (end.month ?? 12) : 0
  if (start.day !== null && end !== null && end.day !== null && back > 0 && back < HALF_A_YEAR)
    return hit(passage, q, 'months', [start.month!, end.month!])
  if (sameMonth && start.day !== null && end.day !== null && end.day < start.day)
    return hit(passage, q, 'reversed', [start.day, end.day])
  return null
}

function faulty({ month, day }: DayParts, year: number | null): Pick<Hit, 'message' | 'values'> | null {
  if (month === null) return null
  if (month < 1 || month > 12) return { message: 'month', values: [month] }
  if (day === null) return null
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  const last = month === 2 && !leap ? 28 : DAYS[month - 1]!
  return day < 1 || day > last ? { message: 'day', values: [month, day] } : null
}

/** 2019年3月开工，2018年12月竣工: what stands between the two dates, and behind the second. */
const BEGUN = /^(?:正式|全面)?(?:动工|开工)(?:建设|兴建)?，(?:并?于|至)?$/
const FINISHED = /(?:正式|全面|主体)?(?:建成|竣工|完工|通车|投入使用|投产|投用)/y

function ofWorks(passage: Passage, begun: DateQuantity, index: number): Hit | null {
  const done = passage.quantities[index + 1]
  if (done?.kind !== 'date' || begun.end || done.end) return null
  if (!BEGUN.test(passage.text.slice(begun.to, done.from))) return null
  FINISHED.lastIndex = done.to
  if (!FINISHED.test(passage.text) || !isBefore(done.start, begun.start)) return null
  return hit(passage, { from: begun.from, to: FINISHED.lastIndex }, 'order', [])
}

/** As far as both say; `a` is of the year of `b` where it names none. */
function isBefore(a: DayParts, b: DayParts): boolean {
  if (b.year === null || (a.year ?? b.year) !== b.year) return b.year !== null && a.year! < b.year
  if (a.month === null || b.month === null || a.month !== b.month) return (a.month ?? 12) < (b.month ?? 1)
  return (a.day ?? 31) < (b.day ?? 1)
}

/** 8月4日25时30分, 8月4日14时75分. */
const HOUR = /(?:上午|下午|晚上?|清晨|凌晨)?((\d{1,2})时(?:(\d{1,2})分)?)/y

function ofHour(passage: Passage, { from, to, precision }: DateQuantity): Hit | null {
  HOUR.lastIndex = to
  const m = precision === 'day' ? HOUR.exec(passage.text) : null
  if (!m || (Number(m[2]) <= 24 && Number(m[3] ?? 0) < 60)) return null
  return hit(passage, { from, to: to + m[0].length }, 'time', [m[1]!])
}

/** Two numbers with a colon right behind a day: a time, even if no clock shows it. */
function ofTime(passage: Passage, index: number): Hit | null {
  const [before, q] = [passage.quantities[index - 1], passage.quantities[index]!]
  if (q.kind !== 'ratio') return null
  const printed = passage.text.slice(q.from, q.to)
  if (!/^\d{1,2}[:：]\d{2}$/.test(printed)) return null
  const back = passage.text.slice(Math.max(0, q.from - 6), q.from)
  const day =
    before?.kind === 'date' &&
    before.precision === 'day' &&
    /^(?:上午|下午|晚上?|清晨|凌晨)?$/.test(passage.text.slice(before.to, q.from))
  if (!day && !/(?:上午|下午|晚上|清晨|凌晨|(?<![高低大小优等])于|每[日天]|\d:\d\d—)$/.test(back)) return null
  const [hour, minute] = q.terms.map(approximately)
  if (hour! <= 24 && minute! < 60) return null
  return hit(passage, { from: day ? before.from : q.from, to: q.to }, 'time', [printed])
}

function hit(
  passage: Passage,
  q: { readonly from: number; readonly to: number },
  message: string,
  values: Hit['values'],
): Hit {
  const place = mark(passage, q.from, q.to)
  return { message, values, a: place, b: place, confidence: 0.95 }
}
