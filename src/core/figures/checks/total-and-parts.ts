import { abs, approximately, compare, minus, plain, plus, sum, toStep, type Decimal } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import type { Reading } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { breakdowns, fits, tolerance, type Breakdown } from './breakdown.ts'
import { exchanges, slip } from './slip.ts'

/**
 * What one thing may be at once, each line of another kind: parts of two lines cut across each other, and may come to
 * more than the whole.
 */
const KINDS: readonly RegExp[] = [
  /女|男/,
  /党员|团员|民主党派|无党派|党外/,
  /少数民族|汉族/,
  /学历|研究生|硕士|博士|本科|大专/,
  /职称|高级|中级|初级|骨干|名师|特级|学科带头人/,
  /岁|青年|老年|未成年/,
  /留学|归国|海外|退役|残疾|困难|贫困|低保/,
]
/** The total that follows its items, with nothing of its own. */
const AFTERWARDS = /^(?:共|共计|合计|总计|总共)$/
const MOST_ITEMS = 20
/** Stages of building: what is finished was begun as well. */
const STAGE = /续建|新建|开工|在建|竣工|完工|投产|投用/
/** Levels of which the higher is counted with the lower: 市级以上…，其中省级8个、国家级7个. */
const INCLUSIVE = /([国省市县区州乡镇])家?级(?:及)?以上/
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
    together: { zh: '各项之和{1}与“共”{0}不符', en: 'The items come to {1}, not to the {0} given after them' },
    less: { zh: '分项之和{1}小于总数{0}', en: 'The parts come to {1}, less than the total of {0}' },
  },
  *check(reading) {
    for (const statements of reading.statements.values())
      for (const b of breakdowns(statements)) {
        const hit = judge(b, reading)
        if (hit) yield hit
      }
    for (const statements of reading.statements.values())
      for (const [i, s] of statements.entries()) {
        const hit = AFTERWARDS.test(s.phrase.left) && s.phrase.joint === '，' ? afterwards(statements, i) : null
        if (hit) yield hit
      }
  },
}

/** 金牌3枚、银牌5枚，共8枚. */
function afterwards(statements: readonly Statement[], at: number): Hit | null {
  const total = statements[at]!
  const items: Statement[] = []
  for (let k = at - 1; k >= 0 && items.length < MOST_ITEMS; k--) {
    const s = statements[k]!
    if (s.sentence !== total.sentence || s.role !== 'level' || dimension(s.figure) !== dimension(total.figure)) break
    items.unshift(s)
    if (items.length > 1 && separated(s) && fits(total, items)) return null
  }
  const row = items.slice(items.findLastIndex((s) => separated(s)))
  if (row.length < 2 || row.some((s) => s.noun === '') || ![total, ...row].every((s) => isExact(s.figure))) return null
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
  if (parts.length < 2 || wholes.some((w) => fits(w, parts))) return null
  const listed = parts.slice(0, row)
  const whole = wholes.find((w) => listed.every((p) => p.noun !== '' && w.noun !== '' && p.noun.endsWith(w.noun))) ?? wholes[0]
  if (listed.length < 2 || ![whole, ...listed].every((s) => isExact(s.figure))) return null
  const total = value(whole.figure)
  const together = sum(listed.map((s) => value(s.figure)))
  const difference = minus(together, total)
  if (compare(abs(difference), tolerance(whole, listed)) <= 0) return null
  const more = difference.units > 0n
  const confidence = more ? excess(wholes, listed, together) : shortfall(whole, listed, difference, reading.home.level)
  if (confidence === 0) return null
  return {
    message: more ? 'more' : 'less',
    values: [printed(whole), inUnitOf(whole, together)],
    a: markOf(whole),
    b: mark(listed[0]!.passage, start(listed[0]!), listed.at(-1)!.figure.to),
    confidence,
  }
}

function excess(wholes: Breakdown['wholes'], parts: readonly Statement[], together: Decimal): number {
  const [whole] = wholes
  if (!parallel(whole, parts)) return 0
  if (cutsAcross(parts) || isInclusive(whole, parts)) return 0
  // A part that is greater by itself is another finding.
  if (wholes.some((w) => compare(value(w.figure), together) >= 0)) return 0
  if (parts.some((p) => compare(value(p.figure), value(whole.figure)) > 0)) return 0
  if (parts.every((p) => STAGE.test(p.noun)) && someMakeUp(value(whole.figure), parts)) return 0
  return parts.every((p) => p.phrase.joint !== '，' || p === parts[0]) ? 0.9 : 0.8
}

/**
 * Are they parts of one row? 、 says so by itself; behind ， and ； something else may follow: 新能源车386辆；出租车326辆.
 */
function parallel(whole: Statement, parts: readonly Statement[]): boolean {
  if (parts.slice(1).every((p) => p.phrase.joint === '、' || p.phrase.joint === '')) return true
  const nouns = parts.map((p) => p.noun)
  if (COMPLETE.some((set) => complete(set, nouns))) return true
  const many = nouns.length > 2 || parts[1]!.phrase.joint === '，'
  if (many && nouns.every((n) => n.length === nouns[0]!.length)) return true
  const tail = whole.noun.slice(-2)
  const named = nouns.filter((n) => tail.length === 2 && n.endsWith(tail)).length
  if (named > 0) return named === nouns.length
  return nouns.every((n) => n.slice(-2) === nouns[0]!.slice(-2)) || (nouns.length > 2 && nouns.every((n) => n.length < 7))
}

/** 市级以上…，其中省级8个、国家级7个: the lowest level is not among the parts, so that they may hold one another. */
function isInclusive(whole: Statement, parts: readonly Statement[]): boolean {
  const level = INCLUSIVE.exec(whole.phrase.left)?.[1]
  return level !== undefined && !parts.some((p) => p.noun.startsWith(`${level}级`))
}

function cutsAcross(parts: readonly Statement[]): boolean {
  const kinds = new Set(parts.map(({ noun }) => KINDS.findIndex((k) => k.test(noun))))
  return kinds.size > 1
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
function shortfall(whole: Statement, parts: readonly Statement[], difference: Decimal, level: string | null): number {
  const total = value(whole.figure)
  const missing = Math.abs(approximately(difference) / approximately(total))
  const nouns = parts.map((p) => p.noun)
  if (REST.test(nouns.at(-1)!)) return 0.9
  const divides = COMPLETE.some((set) => complete(set, nouns)) || reachesDown(nouns, level)
  if (divides && missing < 0.5) return 0.85
  // One slip of the pen away from all of it. The more digits it has, the less is that by chance.
  const ofOneKind = divides || (parts.length > 2 && new Set(nouns.map((n) => n.at(-1))).size === 1)
  const room = tolerance(whole, parts)
  if (exchanged(whole, plus(total, difference), room) && (digits(total) > 2 || ofOneKind)) return 0.75
  const slipped = parts.filter((p) => exchanged(p, minus(value(p.figure), difference), room))
  if (slipped.length > 0) {
    const longest = Math.max(...slipped.map((p) => digits(value(p.figure))))
    if (missing < 0.15 && (parts.length > 2 || longest > 2)) return 0.7
    if (missing < 0.5 && (parts.length > 4 || (ofOneKind && parts.length > 2))) return 0.7
  }
  const smallest = Math.min(...parts.map((p) => approximately(value(p.figure))))
  const near = missing < 0.15 && Math.abs(approximately(difference)) <= smallest
  const struck = [whole, ...parts].some((s) => oneDigit(s, s === whole ? plus(total, difference) : minus(value(s.figure), difference)))
  return near && parts.length > 2 && struck ? 0.65 : 0
}

/** 国家级4处、省级17处、县级67处: down to the region's own level nothing is left out. */
function reachesDown(nouns: readonly string[], level: string | null): boolean {
  return level !== null && nouns.length > 2 && nouns.every((n) => /^(?:国家|[省市县区州乡镇村])级/.test(n)) && nouns.at(-1)!.startsWith(`${level}级`)
}

function complete(set: readonly string[], nouns: readonly string[]): boolean {
  return set.length === nouns.length && set.every((word) => nouns.some((n) => n.includes(word)))
}

/** Is it two exchanged digits away from what is wanted, as far as rounding leaves room? */
function exchanged({ figure }: Statement, wanted: Decimal, room: Decimal): boolean {
  return exchanges(value(figure)).some((e) => compare(abs(minus(e, wanted)), room) <= 0)
}

/** Is it one wrong digit away from what is wanted, as exactly as it is printed? */
function oneDigit({ figure }: Statement, wanted: Decimal): boolean {
  return digits(value(figure)) > 2 && slip(value(figure), toStep(wanted, figure.step)) === 'digit'
}

function digits(d: Decimal): number {
  return d.units.toString().replace(/^-|0+$/g, '').length
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
