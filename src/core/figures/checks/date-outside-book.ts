import type { FigureRule, Hit } from '../finding.ts'
import { mark } from '../read/mark.ts'
import type { ReadEntry } from '../read/reading.ts'
import type { DateQuantity } from '../scan/quantity.ts'
import { ruleId } from '../../rules/rule.ts'

/** Plans reach no further. */
const HORIZON = 35
/** Entries that open with a date, and the share of them that must agree, before one is called out of line. */
const ENOUGH = 4
const SHARE = 0.8
/** A year that is told for its own sake: history, plans, what has been kept up since. */
const ELSEWHERE = /始建|成立|创建|创办|建于|出生|历史|规划|计划|预计|拟|将|目标|到|至|自|以来|原|曾/

/** A day outside the year that the book is about. */
export const dateOutsideBook: FigureRule = {
  id: ruleId('figures/date-outside-book'),
  version: 1,
  title: { zh: '年份不在本书记事范围', en: 'Date outside the book' },
  why: {
    zh: '条目以另一年的日期开头，全条没有本年的事；或年份远在将来。历史、规划、上年对比不在此列。',
    en: 'An entry opens with a day of another year and tells nothing of this one, or a year lies far in the future. History, plans and comparisons are left alone.',
  },
  messages: {
    opening: { zh: '条目以{0}年开头，本书记{1}年事', en: 'The entry opens in {0}; the book is about {1}' },
    future: {
      zh: '{0}年远在本书所记{1}年之后',
      en: 'The year {0} lies far after {1}, which the book is about',
    },
  },
  examples: [
    {
      text: '# 综合\n## 大事\n【甲会议】\n2019年1月5日，甲会议召开。\n【乙会议】\n2019年2月5日，乙会议召开。\n【丙会议】\n2019年3月5日，丙会议召开。\n【丁会议】\n2019年4月5日，丁会议召开。\n【戊会议】\n2019年5月5日，戊会议召开。\n【己会议】\n2029年6月5日，己会议召开。',
      quotes: ['2029年6月5日', '2019年1月5日'],
    },
    {
      text: '# 综合\n## 大事\n【甲会议】\n2019年1月5日，甲会议召开。\n【乙会议】\n2019年2月5日，乙会议召开。\n【丙会议】\n2019年3月5日，丙会议召开。\n【丁会议】\n2019年4月5日，丁会议召开。\n【戊会议】\n2019年5月5日，戊会议召开。\n【己公司】\n2009年6月5日成立，主营粮食加工。',
      quotes: null,
    },
  ],
  *checkBook(reading) {
    const { year, entries } = reading
    if (year === null) return
    const opened = entries.map((e) => opening(e))
    const dated = opened.filter((d) => d !== null)
    const agreeing = dated.filter((d) => d.start.year === year)
    const anchor = entries.find((_, i) => opened[i]?.start.year === year)
    if (dated.length < ENOUGH || agreeing.length < SHARE * dated.length || !anchor) return
    const first = anchor.body[0]!
    const b = mark(first, opened[entries.indexOf(anchor)]!.from, opened[entries.indexOf(anchor)]!.to)
    for (const [i, entry] of entries.entries()) {
      const date = opened[i]
      if (date && isAstray(entry, date, year)) {
        const a = mark(entry.body[0]!, date.from, date.to)
        yield { message: 'opening', values: [date.start.year!, year], a, b, confidence: 0.7 }
      }
      yield* future(entry, year, b)
    }
  },
}

/** The date that an entry opens with, if it names its year. */
function opening({ body }: ReadEntry): DateQuantity | null {
  const q = body[0]?.quantities[0]
  return q?.kind === 'date' && q.from < 4 && q.start.year !== null ? q : null
}

function isAstray({ title, body }: ReadEntry, date: DateQuantity, year: number): boolean {
  const other = date.start.year!
  // Entries about other times open with their year alone, or name both.
  if (other === year || date.precision !== 'day' || !nearly(other, year)) return false
  if (title?.text.includes(String(other)) ?? false) return false
  if (ELSEWHERE.test(body[0]!.text.slice(date.to, date.to + 16))) return false
  return body.every(
    (p) =>
      p.quantities.every((q) => q === date || q.kind !== 'date' || !mentions(q, year)) &&
      !p.text.includes(String(year)),
  )
}

function mentions({ start, end }: DateQuantity, year: number): boolean {
  return start.year === year || end?.year === year
}

/** One digit off, or two exchanged: what a slip of the pen makes of the book's year. */
function nearly(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)]
  const differing = Array.from(x).filter((c, i) => c !== y[i]).length
  return differing === 1 || (differing === 2 && sorted(x) === sorted(y))
}

function sorted(digits: string): string {
  return Array.from(digits).sort().join('')
}

function* future({ passages }: ReadEntry, year: number, b: Hit['b']): Generator<Hit> {
  for (const passage of passages)
    for (const q of passage.quantities) {
      if (q.kind !== 'date' || q.start.year === null || q.start.year <= year + HORIZON) continue
      yield {
        message: 'future',
        values: [q.start.year, year],
        a: mark(passage, q.from, q.to),
        b,
        confidence: 0.85,
      }
    }
}
