import {
  abs,
  approximately,
  compare,
  minus,
  plus,
  significant,
  sum,
  toStep,
  type Decimal,
} from '../decimal.ts'
import { dimension, value, type Statement } from '../read/statement.ts'
import { tolerance, type Breakdown } from './breakdown.ts'
import { exchanges, slip } from './slip.ts'

/**
 * What one person may be at once, each line of another kind: parts of two lines cut across each other, and may come to
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
/** Levels of which the higher is counted with the lower: 市级以上…，其中省级8个、国家级7个. */
const INCLUSIVE = /([国省市县区州乡镇])家?级(?:及)?以上/
/** The last of these makes any list complete. */
const REST = /^(?:其他|其它|其余)/
/** Ways to divide that leave nothing over. */
const COMPLETE: readonly (readonly string[])[] = [
  ['公办', '民办'], ['个体访', '集体访'], ['男', '女'], ['城镇', '农村'], ['城镇', '乡村'], ['城市', '农村'], ['城区', '农村'], ['城区', '城乡'],
  ['国内', '入境'], ['国内', '国际'], ['国内', '境外'], ['内资', '外资'], ['进口', '出口'], ['养殖', '捕捞'], ['新建', '续建'],
  ['国有', '民营'], ['县级', '乡级', '村级'], ['市级', '县级', '乡级', '村级'], ['第一产业', '第二产业', '第三产业'],
  ['一产', '二产', '三产'], ['农业', '林业', '牧业', '渔业'], ['隧', '管'], ['大型', '中型', '小型'], ['融合', '共建'],
  ['职工基本', '居民基本'], ['财产险', '人身险'], ['应届', '往届'], ['一审', '二审'],
] // prettier-ignore
/** So large a share of the whole may be too much by a slip of the pen. */
const FAR = 0.15
/** Each of them is as long as the whole. */
const SIDE = /^[左右南北东西两]岸|^[上下]行/
/** Stages of building: what is finished was begun as well. */
const STAGE = /续建|新建|开工|在建|竣工|完工|投产|投用/

/** How sure it is that parts which come to more than their total do so by mistake; 0 where they may. */
export function excess(
  whole: Statement,
  wholes: Breakdown['wholes'],
  parts: readonly Statement[],
  difference: Decimal,
): number {
  if (cutsAcross(parts) || isInclusive(whole, parts) || overlaps(parts)) return 0
  // Without 其中, what comes to far more than the whole cuts across itself.
  if (
    !parts[0]!.part &&
    !areClasses(parts) &&
    approximately(difference) > FAR * approximately(value(whole.figure))
  )
    return 0
  if (parts.length < 7 && parts.every((p) => STAGE.test(p.noun)) && someMakeUp(value(whole.figure), parts))
    return 0
  // Another total that holds them all may be meant, unless one slip of the pen makes this one right.
  const together = plus(value(whole.figure), difference)
  const room = tolerance(whole, parts)
  const slipped = (s: Statement, wanted: Decimal): boolean =>
    significant(value(s.figure)).length > 2 && exchanged(s, wanted, room)
  const isExchanged =
    slipped(whole, together) || parts.some((p) => slipped(p, minus(value(p.figure), difference)))
  if (!isExchanged && !parallel(whole, parts)) return 0
  const isNearest = whole === wholes[0] && whole.index === parts[0]!.index - 1
  const isSlip =
    isExchanged ||
    (isNearest && slip(value(whole.figure), together) === 'digit' && significant(together).length > 2)
  if (wholes.some((w) => compare(value(w.figure), together) >= 0)) return isSlip ? 0.7 : 0
  return parts.every((p) => p.phrase.joint !== '，' || p === parts[0]) ? 0.9 : 0.8
}

/**
 * Are they parts of one row? 、 says so by itself; behind ， and ； something else may follow: 新能源车386辆；出租车326辆.
 */
function parallel(whole: Statement, parts: readonly Statement[]): boolean {
  if (parts.slice(1).every((p) => p.phrase.joint === '、' || p.phrase.joint === '')) return true
  const nouns = parts.map((p) => p.noun)
  if (REST.test(nouns.at(-1)!) || COMPLETE.some((set) => complete(set, nouns))) return true
  const many = nouns.length > 2 || parts[1]!.phrase.joint === '，'
  if (many && nouns.every((n) => n.length === nouns[0]!.length)) return true
  const tail = whole.noun.slice(-2)
  const named = nouns.filter((n) => tail.length === 2 && n.endsWith(tail)).length
  if (named > 0) return named === nouns.length
  return (
    nouns.every((n) => n.slice(-2) === nouns[0]!.slice(-2)) ||
    (nouns.length > 2 && nouns.every((n) => n.length < 7))
  )
}

/** 市级以上…，其中省级8个、国家级7个: the lowest level is not among the parts, so that they may hold one another. */
function isInclusive(whole: Statement, parts: readonly Statement[]): boolean {
  // Behind a colon all of them are listed.
  if (parts[0]!.phrase.joint === '：') return false
  const level = INCLUSIVE.exec(whole.phrase.left)?.[1]
  return level !== undefined && !parts.some((p) => p.noun.startsWith(`${level}级`))
}

function cutsAcross(parts: readonly Statement[]): boolean {
  // 其他界别 closes a list of lines that part all.
  if (dimension(parts[0]!.figure) !== 'count:人' || REST.test(parts.at(-1)!.noun)) return false
  return areOfSeveralKinds(parts)
}

/** Are they lines of more than one kind, of which one person may be in several? */
export function areOfSeveralKinds(parts: readonly Statement[]): boolean {
  return new Set(parts.map(({ noun }) => KINDS.findIndex((k) => k.test(noun)))).size > 1
}

/** 地表水…、地下水…（重复计算量…）: the text says itself that the parts hold some things twice; so do two banks of a river. */
function overlaps(parts: readonly Statement[]): boolean {
  if (parts.every((p) => SIDE.test(p.noun))) return true
  const { passage, figure } = parts.at(-1)!
  return /^[^。；]{0,16}(?:重复|交叉|兼)/.test(passage.text.slice(figure.to, figure.to + 24))
}

/** Ⅱ类、Ⅲ类、Ⅳ类; 一级、二级、三级: grades of one scale, three of them at least, each named once, and none that holds others. */
const CLASS = /^(?:达到?)?(劣?[Ⅰ-Ⅹ一二三四五六七甲乙丙丁])([类级等])(?!.*以[上下内])/

export function areClasses(parts: readonly Statement[]): boolean {
  if (parts.length < 3) return false
  const names = parts.map((p) => CLASS.exec(p.noun))
  const kind = names[0]?.[2]
  return (
    names.every((m) => m !== null && m[2] === kind) &&
    new Set(names.map((m) => m![1])).size === names.length &&
    parts.slice(1).every((p) => p.phrase.joint === '、')
  )
}

/** 续建12个、新开工18个、竣工15个 of 30: one of three cuts across the others. */
function someMakeUp(total: Decimal, parts: readonly Statement[]): boolean {
  for (let mask = 3; mask < 1 << parts.length; mask++) {
    const chosen = parts.filter((_, i) => (mask >> i) & 1)
    if (chosen.length > 1 && compare(sum(chosen.map((p) => value(p.figure))), total) === 0) return true
  }
  return false
}

/** The same for parts that come to less: an error only where the list means to be complete. */
export function shortfall(
  whole: Statement,
  parts: readonly Statement[],
  difference: Decimal,
  level: string | null,
): number {
  const total = value(whole.figure)
  const missing = Math.abs(approximately(difference) / approximately(total))
  const nouns = parts.map((p) => p.noun)
  if (REST.test(nouns.at(-1)!)) return 0.9
  const divides = COMPLETE.some((set) => complete(set, nouns)) || reachesDown(nouns, level) || isScale(nouns)
  if (divides && missing < 0.65) return 0.85
  // One slip of the pen away from all of it. The more digits it has, the less is that by chance.
  const ofOneKind = divides || (parts.length > 2 && new Set(nouns.map((n) => n.at(-1))).size === 1)
  const room = tolerance(whole, parts)
  if (exchanged(whole, plus(total, difference), room) && (significant(total).length > 2 || ofOneKind))
    return 0.75
  const slipped = parts.filter((p) => exchanged(p, minus(value(p.figure), difference), room))
  if (slipped.length > 0) {
    const longest = Math.max(...slipped.map((p) => significant(value(p.figure)).length))
    const inRow = parts.slice(1).every((p) => p.phrase.joint === '、')
    if (missing < 0.15 && (parts.length > 2 || longest > (inRow ? 2 : 3))) return 0.7
    if (missing < 0.5 && (parts.length > 4 || (ofOneKind && parts.length > 2))) return 0.7
  }
  const smallest = Math.min(...parts.map((p) => approximately(value(p.figure))))
  const near = missing < 0.15 && Math.abs(approximately(difference)) <= smallest
  const struck = [whole, ...parts].some((s) =>
    oneDigit(s, s === whole ? plus(total, difference) : minus(value(s.figure), difference)),
  )
  return near && parts.length > 2 && struck ? 0.65 : 0
}

/** 国家级4处、省级17处、县级67处: down to the region's own level nothing is left out. */
function reachesDown(nouns: readonly string[], level: string | null): boolean {
  return (
    level !== null &&
    nouns.length > 2 &&
    nouns.every((n) => /^(?:国家|[省市县区州乡镇村])级/.test(n)) &&
    nouns.at(-1)!.startsWith(`${level}级`)
  )
}

/** 大桥、中桥、小桥; 5A级、4A级、3A级、2A级、A级: a scale down to its end. */
function isScale(nouns: readonly string[]): boolean {
  const kind = nouns[0]!.slice(1)
  if (nouns.length === 3 && nouns.every((n, i) => n === '大中小'.charAt(i) + kind)) return true
  const stars = nouns.map((n) => /^([2-5]?)A级/.exec(n)?.[1])
  return (
    nouns.length > 1 &&
    stars.at(-1) === '' &&
    stars.every((n, i) => i === 0 || (n !== undefined && Number(stars[i - 1]) === Number(n || 1) + 1))
  )
}

function complete(set: readonly string[], nouns: readonly string[]): boolean {
  return set.every((word) => nouns.some((n) => n.includes(word)))
}

/** Is it two exchanged digits away from what is wanted, as far as rounding leaves room? */
function exchanged({ figure }: Statement, wanted: Decimal, room: Decimal): boolean {
  return exchanges(value(figure)).some((e) => compare(abs(minus(e, wanted)), room) <= 0)
}

/** Is it one wrong digit away from what is wanted, as exactly as it is printed? */
function oneDigit({ figure }: Statement, wanted: Decimal): boolean {
  return significant(value(figure)).length > 2 && slip(value(figure), toStep(wanted, figure.step)) === 'digit'
}
