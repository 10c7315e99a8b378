import { abs, approximately, compare, minus, plain, sum, type Decimal } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import type { Reading } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { breakdowns, fits, tolerance, type Breakdown } from './breakdown.ts'
import { areClasses, excess, shortfall } from './completeness.ts'
import { industries } from './industries.ts'
import { slip } from './slip.ts'

/** The total that follows its items, with nothing of its own. */
const AFTERWARDS = /^(?:共|共计|合计|总计|总共)$/
const MOST_ITEMS = 20

/** A total and the parts that make it up. */
export const totalAndParts: FigureRule = {
  id: ruleId('figures/total-and-parts'),
  version: 2,
  title: { zh: '总数与分项之和不符', en: 'Total and parts' },
  why: {
    zh: '“其中”所列分项之和超过总数，或应当列全而不足总数。按末位允许四舍五入；只是举例、口径交叉的不报。',
    en: 'The parts named after 其中 come to more than their total, or to less where they should be all. Last digits may be rounded; mere examples and overlapping parts are left alone.',
  },
  messages: {
    more: { zh: '分项之和{1}大于总数{0}', en: 'The parts come to {1}, more than the total of {0}' },
    together: {
      zh: '各项之和{1}与“共”{0}不符',
      en: 'The items come to {1}, not to the {0} given after them',
    },
    less: { zh: '分项之和{1}小于总数{0}', en: 'The parts come to {1}, less than the total of {0}' },
  },
  examples: [
    {
      text: '2019年，云陂县有学校138所，其中小学92所、初中56所。',
      quotes: ['云陂县有学校138所', '其中小学92所、初中56所'],
    },
    { text: '2019年，云陂县有学校138所，其中小学92所、初中46所。', quotes: null },
    {
      text: '有卫生人员6,292人，其中执业医师和助理医师2,185人，注册护士1,575人，药师380人，技师362人，其他2,420人。',
      quotes: [
        '有卫生人员6,292人',
        '其中执业医师和助理医师2,185人，注册护士1,575人，药师380人，技师362人，其他2,420人',
      ],
    },
    {
      text: '离退休职工3,330人（其中离休230人，退休3,307人）。',
      quotes: ['离退休职工3,330人', '其中离休230人，退休3,307人'],
    },
    {
      text: '生效案件204件294人，其中一审案件195件236人，二审案件9件13人。',
      quotes: ['生效案件204件294人', '其中一审案件195件236人，二审案件9件13人'],
    },
    {
      text: '地区生产总值96.4亿元，增长6%。第一产业增加值8.2亿元，增长3%；第二产业增加值45.3亿元，增长7%；第三产业增加值41.9亿元，增长6%。',
      quotes: [
        '地区生产总值96.4亿元',
        '第一产业增加值8.2亿元，增长3%；第二产业增加值45.3亿元，增长7%；第三产业增加值41.9亿元',
      ],
    },
    {
      text: '地区生产总值96.4亿元，增长6%。第一产业增加值8.2亿元，增长3%；第二产业增加值46.3亿元，增长7%；第三产业增加值41.9亿元，增长6%。',
      quotes: null,
    },
    {
      text: '完成危桥改造26座，其中大桥2座、中桥9座、小桥14座。',
      quotes: ['完成危桥改造26座', '其中大桥2座、中桥9座、小桥14座'],
    },
    {
      text: '全县有监测断面5个，其中Ⅱ类2个、Ⅲ类3个、Ⅳ类1个。',
      quotes: ['全县有监测断面5个', '其中Ⅱ类2个、Ⅲ类3个、Ⅳ类1个'],
    },
    {
      text: '全县5个断面中，Ⅱ类水质2个、Ⅲ类3个、Ⅳ类1个。',
      quotes: ['全县5个断面中', 'Ⅱ类水质2个、Ⅲ类3个、Ⅳ类1个'],
    },
    { text: '全县有监测断面5个，其中Ⅱ类2个、Ⅲ类3个、交接断面1个。', quotes: null },
    { text: '全县有监测断面5个，其中Ⅱ类2个、Ⅲ类3个、Ⅲ类及以上5个。', quotes: null },
    { text: '全县有监测断面12个，其中Ⅱ类2个、Ⅲ类3个、Ⅳ类1个。', quotes: null },
    { text: '有景区26个，其中5A级1个、4A级4个、3A级10个。', quotes: null },
    {
      text: '创建景区村庄32个，其中3A级8个、2A级12个、A级10个。',
      quotes: ['创建景区村庄32个', '其中3A级8个、2A级12个、A级10个'],
    },
  ],
  checkEntry(entry, reading, report) {
    for (const found of breakdowns(entry).values())
      for (const b of found) {
        const hit = judge(b, reading)
        if (hit) report(hit)
      }
    for (const { statements } of entry.passages) {
      for (const b of industries(statements)) {
        const hit = judge(b, reading)
        if (hit) report(hit)
      }
      statements.forEach(({ phrase }, i) => {
        const isTotal = '，'.includes(phrase.joint) && AFTERWARDS.test(phrase.left)
        const hit = isTotal ? afterwards(statements, i) : null
        if (hit) report(hit)
      })
    }
  },
}

/** 金牌3枚、银牌5枚，共8枚. */
function afterwards(statements: readonly Statement[], at: number): Hit | null {
  const total = statements[at]!
  const items: Statement[] = []
  for (let k = at - 1; k >= 0 && items.length < MOST_ITEMS; k--) {
    const s = statements[k]!
    if (
      s.sentence !== total.sentence ||
      s.role !== 'level' ||
      dimension(s.figure) !== dimension(total.figure)
    )
      break
    items.unshift(s)
    if (items.length > 1 && separated(s) && fits(total, items)) return null
  }
  const row = items.slice(items.findLastIndex((s) => separated(s)))
  if (row.length < 2 || row.some((s) => s.noun === '') || ![total, ...row].every((s) => isExact(s.figure)))
    return null
  // 甲5人、乙4人等部门组成，共13人: not all are named. 甲5人、乙4人共9人 goes without a comma, after a list only.
  if (total.passage.text.slice(row.at(-1)!.figure.to, total.figure.from).includes('等')) return null
  if (total.phrase.joint === '' && row.slice(1).some((s) => s.phrase.joint !== '、')) return null
  const together = sum(row.map((s) => value(s.figure)))
  if (compare(abs(minus(together, value(total.figure))), tolerance(total, row)) <= 0) return null
  return {
    message: 'together',
    values: [printed(total), inUnitOf(total, together)],
    a: mark(row[0]!.passage, row[0]!.phrase.from, row.at(-1)!.figure.to),
    b: markOf(total),
    confidence: 0.75,
  }
}

function separated({ phrase }: Statement): boolean {
  return phrase.joint !== '、' && !(phrase.joint === '' && /^[和及与]/.test(phrase.left))
}

function judge({ wholes, parts, row }: Breakdown, reading: Reading): Hit | null {
  const listed = parts.slice(0, row)
  // Of classes that exclude each other the last ones are parts as well: that the first come to the total is chance.
  const fit = areClasses(listed) ? comesTo : fits
  if (parts.length < 2 || wholes.some((w) => fit(w, fit === comesTo ? listed : parts))) return null
  // A total is no less than any of its parts; where none is, that is another finding.
  const possible = wholes.filter((w) => listed.every((p) => compare(value(p.figure), value(w.figure)) <= 0))
  const named = possible.find((w) => w.noun !== '' && listed.every((p) => p.noun.endsWith(w.noun)))
  const together = sum(listed.map((s) => value(s.figure)))
  const whole = named ?? possible.find((w) => slip(value(w.figure), together) !== null) ?? possible[0]
  if (!whole || listed.length < 2 || ![whole, ...listed].every((s) => isExact(s.figure))) return null
  const difference = minus(together, value(whole.figure))
  if (compare(abs(difference), tolerance(whole, listed)) <= 0) return null
  const more = difference.units > 0n
  const confidence = more
    ? excess(whole, wholes, listed, difference)
    : shortfall(whole, listed, difference, reading.home.level)
  if (confidence === 0) return null
  return {
    message: more ? 'more' : 'less',
    values: [printed(whole), inUnitOf(whole, together)],
    a: markOf(whole),
    b: mark(listed[0]!.passage, start(listed[0]!), listed.at(-1)!.figure.to),
    confidence,
  }
}

/** Do all of them come to the total? */
function comesTo(whole: Statement, parts: readonly Statement[]): boolean {
  const together = sum(parts.map((s) => value(s.figure)))
  return compare(abs(minus(together, value(whole.figure))), tolerance(whole, parts)) <= 0
}

/** A sum in the words of the total: 亿元 where it is printed in 亿元. */
function inUnitOf(whole: Statement, d: Decimal): string {
  const [, digits, tail] = /^([^\d]*[\d.,]+)(.*)$/.exec(printed(whole)) ?? ['', '', '']
  const one = digits === '' ? null : decimalOf(digits)
  if (one === null || one === 0) return plain(d)
  const scaled = approximately(d) / (approximately(value(whole.figure)) / one)
  return `${String(Number(scaled.toPrecision(12)))}${tail}`
}

function decimalOf(digits: string): number {
  return Number(digits.replace(/[^\d.]/g, ''))
}

/** 其中 belongs to the quote. */
function start({ passage, phrase }: Statement): number {
  const back = passage.text.slice(Math.max(0, phrase.from - 3), phrase.from)
  const at = back.lastIndexOf('其中')
  return at < 0 ? phrase.from : phrase.from - back.length + at
}
