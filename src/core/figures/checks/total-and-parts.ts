import { abs, approximately, compare, minus, plain, plus, sum, type Decimal } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf } from '../read/mark.ts'
import type { Reading } from '../read/reading.ts'
import { isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { breakdowns, type Breakdown } from './breakdown.ts'
import { slip, type Slip } from './slip.ts'

/** Persons may be several of these at once, so that the parts may come to more than the whole. */
const OVERLAPPING = /女|党员|少数民族|民主党派|无党派|团员|以上学历|青年|留学|归国|海外|退役|残疾/
/** Levels of which the higher is counted with the lower: 市级以上…，其中省级8个、国家级7个. */
const INCLUSIVE = /以上|及以上|级以上/
/** The last of these makes any list complete. */
const REST = /^(?:其他|其它|其余)/
/** Ways to divide that leave nothing over. */
const COMPLETE: readonly (readonly string[])[] = [
  ['公办', '民办'], ['男', '女'], ['城镇', '农村'], ['城镇', '乡村'], ['城市', '农村'], ['城区', '农村'], ['城区', '城乡'],
  ['国内', '入境'], ['国内', '国际'], ['国内', '境外'], ['内资', '外资'], ['进口', '出口'], ['养殖', '捕捞'], ['新建', '续建'],
  ['国有', '民营'], ['县级', '乡级', '村级'], ['市级', '县级', '乡级', '村级'], ['第一产业', '第二产业', '第三产业'],
  ['一产', '二产', '三产'], ['农业', '林业', '牧业', '渔业'], ['隧', '管'], ['大型', '中型', '小型'], ['融合', '共建'],
] // prettier-ignore

/** A total and the parts that make it up. */
export const totalAndParts: FigureRule = {
  id: ruleId('figures/total-and-parts'),
  version: 1,
  title: { zh: '总数与分项之和不符', en: 'Total and parts' },
  why: {
    zh: '“其中”所列分项之和超过总数，或应当列全而不足总数。按末位允许四舍五入；只是举例、口径交叉的不报。',
    en: 'The parts named after 其中 come to more than their total, or to less where they should be all. Last digits may be rounded; mere examples and overlapping parts are left alone.',
  },
  messages: {
    more: { zh: '分项之和{1}大于总数{0}', en: 'The parts come to {1}, more than the total of {0}' },
    less: { zh: '分项之和{1}小于总数{0}', en: 'The parts come to {1}, less than the total of {0}' },
  },
  *check(reading) {
    for (const statements of reading.statements.values())
      for (const b of breakdowns(statements)) {
        const hit = judge(b, reading)
        if (hit) yield hit
      }
  },
}

function judge({ wholes, parts, row }: Breakdown, reading: Reading): Hit | null {
  if (parts.length < 2 || wholes.some((w) => fits(w, parts))) return null
  const listed = parts.slice(0, row)
  const whole = wholes.find((w) => listed.every((p) => p.noun !== '' && w.noun !== '' && p.noun.endsWith(w.noun))) ?? wholes[0]
  if (listed.length < 2 || ![whole, ...listed].every((s) => isExact(s.figure))) return null
  const total = value(whole.figure)
  const together = sum(listed.map((s) => value(s.figure)))
  const difference = minus(together, total)
  if (compare(abs(difference), tolerance(whole, listed)) <= 0) return null
  const more = difference.units > 0n
  const confidence = more ? excess(wholes, listed, together) : shortfall(listed, total, difference, reading.home.level)
  if (confidence === 0) return null
  return {
    message: more ? 'more' : 'less',
    values: [printed(whole), inUnitOf(whole, together)],
    a: markOf(whole),
    b: mark(listed[0]!.passage, start(listed[0]!), listed.at(-1)!.figure.to),
    confidence,
  }
}

/** Do the first parts, as many as it takes, come to this total? */
function fits(whole: Statement, parts: readonly Statement[]): boolean {
  const total = value(whole.figure)
  let together = value(parts[0]!.figure)
  if (compare(together, total) === 0) return true
  for (let n = 1; n < parts.length; n++) {
    together = plus(together, value(parts[n]!.figure))
    if (compare(abs(minus(together, total)), tolerance(whole, parts.slice(0, n + 1))) <= 0) return true
  }
  return false
}

/** Half a last digit for each rounded figure; things that are counted one by one are not rounded. */
function tolerance(whole: Statement, parts: readonly Statement[]): Decimal {
  const all = [whole, ...parts].map((s) => s.figure)
  const counted = all.every((f) => f.kind === 'amount' && (f.unit?.counter ?? false) && plain(f.step) === '1')
  if (counted) return { units: 0n, scale: 0 }
  const steps = sum(all.map((f) => f.step))
  return { units: steps.units * 5n, scale: steps.scale + 1 }
}

function excess(wholes: Breakdown['wholes'], parts: readonly Statement[], together: Decimal): number {
  const [whole] = wholes
  if (parts.some((p) => OVERLAPPING.test(p.noun)) || INCLUSIVE.test(whole.noun)) return 0
  // A part that is greater by itself is another finding.
  if (wholes.some((w) => compare(value(w.figure), together) >= 0)) return 0
  if (parts.some((p) => compare(value(p.figure), value(whole.figure)) > 0)) return 0
  if (parts.length <= 4 && someMakeUp(value(whole.figure), parts)) return 0
  return parts.every((p) => p.phrase.joint !== '，' || p === parts[0]) ? 0.9 : 0.8
}

/** 续建12个、新开工18个、竣工15个 of 30: one of three cuts across the others. */
function someMakeUp(total: Decimal, parts: readonly Statement[]): boolean {
  for (let mask = 3; mask < 1 << parts.length; mask++) {
    const chosen = parts.filter((_, i) => (mask >> i) & 1)
    if (chosen.length > 1 && compare(sum(chosen.map((p) => value(p.figure))), total) === 0) return true
  }
  return false
}

/** Less than the total is an error only where the list means to be complete. */
function shortfall(parts: readonly Statement[], total: Decimal, difference: Decimal, level: string | null): number {
  const missing = Math.abs(approximately(difference) / approximately(total))
  const nouns = parts.map((p) => p.noun)
  if (REST.test(nouns.at(-1)!)) return 0.9
  if ((COMPLETE.some((set) => complete(set, nouns)) || reachesDown(nouns, level)) && missing < 0.5) return 0.85
  if (missing > 0.15) return 0
  const slips = [
    slipped(total, plus(total, difference)),
    ...parts.map((p) => slipped(value(p.figure), minus(value(p.figure), difference))),
  ]
  // Nearly all of it, and one slip of the pen away from all of it.
  if (parts.length > 2 && slips.includes('exchanged')) return 0.75
  const smallest = Math.min(...parts.map((p) => approximately(value(p.figure))))
  if (Math.abs(approximately(difference)) > smallest) return 0
  if (slips.includes('exchanged')) return 0.65
  return parts.length > 2 && slips.includes('digit') ? 0.7 : 0
}

/** 国家级4处、省级17处、县级67处: down to the region's own level nothing is left out. */
function reachesDown(nouns: readonly string[], level: string | null): boolean {
  return level !== null && nouns.length > 2 && nouns.every((n) => /^(?:国家|[省市县区州乡镇村])级/.test(n)) && nouns.at(-1)!.startsWith(`${level}级`)
}

function complete(set: readonly string[], nouns: readonly string[]): boolean {
  return set.length === nouns.length && set.every((word) => nouns.some((n) => n.includes(word)))
}

function slipped(a: Decimal, b: Decimal): Slip | null {
  const kind = slip(a, b)
  const digits = plain(a).replace(/\D/g, '').length
  return (kind === 'exchanged' && digits > 1) || (kind === 'digit' && digits > 2) ? kind : null
}

function printed({ passage, figure }: Statement): string {
  return passage.text.slice(figure.from, figure.to)
}

/** A sum in the words of the total: 亿元 where it is printed in 亿元. */
function inUnitOf(whole: Statement, d: Decimal): string {
  const [, digits, tail] = /^([^\d]*[\d.,]+)(.*)$/.exec(printed(whole)) ?? ['', '', '']
  const one = digits === '' ? null : decimalOf(digits!)
  if (one === null || one === 0) return plain(d)
  const scaled = approximately(d) / (approximately(value(whole.figure)) / one)
  return `${String(Number(scaled.toPrecision(12)))}${tail!}`
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
