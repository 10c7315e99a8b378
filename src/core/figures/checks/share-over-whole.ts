import { compare, decimal, minus, plain, sum } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import type { Share } from '../scan/quantity.ts'
import { breakdowns } from './breakdown.ts'
import { areOfSeveralKinds } from './completeness.ts'
import { misplaced } from './misplaced.ts'
import { makes, percentOf, type Rounded } from './percentage.ts'
import { unfitRows, type UnfitRow } from './portions.ts'
import { slip } from './slip.ts'

const HUNDRED = { units: 100n, scale: 0 }
/** Rates of which there cannot be more than all. Gross enrolment and fulfilled plans can. */
const BOUNDED =
  /(?:(?<!拨备|流动性|利息)覆盖|合格|普及|办结|满意|通过|及格|优秀|优良|达标|利用|就业|开通|识别|成活|破案|配备|处置|整改|处理|治愈|规范管理|知晓|检出|接种|调解成功|结案|执结|绿化覆盖|森林覆盖|普惠)率$|满意度$/
/** What can be more than fulfilled. */
const FULFILLED = /计划|任务|目标|预算(?!收入|支出)|概算|指标|上年|同期|去年|年初/
/** How far back a whole is looked for, in statements; and one that is named. */
const REACH = 12
const FAR = 40
/** 占一般公共预算收入的49%: so long a name is that of 地方一般公共预算收入, too. */
const LONG_NAME = 6
/** What is said of a whole beside its name: 占全市生产总值的比重为24%. */
const TARGET = /的|总数|全[市县区省]|同期|(?:比重|比例)[为达]?$/g

/** A share and what it is a share of. */
export const shareOverWhole: FigureRule = {
  id: ruleId('figures/share-over-whole'),
  version: 1,
  title: { zh: '部分与整体、比重不符', en: 'Share and whole' },
  why: {
    zh: '部分大于整体、比重或其合计超过百分之百，或所写比重与上文两数算得的不同。',
    en: 'A part is larger than its whole, a share or a row of them is over 100 %, or the share printed is not what the two figures before it make.',
  },
  messages: {
    part: { zh: '部分{1}大于整体{0}', en: 'The part, {1}, is larger than the whole, {0}' },
    over: { zh: '比重{0}超过100%', en: 'A share of {0} is over 100 %' },
    together: { zh: '各项比重合计{0}%，超过100%', en: 'The shares come to {0} %, more than all' },
    portion: {
      zh: '所写比重{0}，按上文算得{1}%',
      en: 'The share is given as {0}; the figures before it make {1} %',
    },
  },
  examples: [
    { text: '教职工5,126人，其中专任教师6,387人。', quotes: ['教职工5,126人', '其中专任教师6,387人'] },
    {
      text: '交流教师312人，其中骨干教师69人，占12.2%。',
      quotes: ['交流教师312人', '其中骨干教师69人，占12.2%'],
    },
    { text: '任务完成率262%，完成年度计划的108.6%。', quotes: null },
    {
      text: '有卫生乡镇20个，占乡镇总数24个的73.3%。',
      quotes: ['有卫生乡镇20个，占乡镇总数24个', '占乡镇总数24个的73.3%'],
    },
    { text: '国有企业32家、民营企业12家，占企业总数86家的51.2%。', quotes: null },
    {
      text: '按权属分，国有林4,340亩（含苗圃12亩），占73%，集体林1,275亩，占27%。',
      quotes: [
        '国有林4,340亩（含苗圃12亩），占73%，集体林1,275亩，占27%',
        '国有林4,340亩（含苗圃12亩），占73%',
      ],
    },
    { text: '按权属分，国有林3,440亩（含苗圃12亩），占73%，集体林1,275亩，占27%。', quotes: null },
    {
      text: '地表水494亿立方米，占供水总量的38.3%；地下水83亿立方米，占供水总量的13.8%；再生水17亿立方米，占供水总量的2.8%。',
      quotes: [
        '地表水494亿立方米，占供水总量的38.3%；地下水83亿立方米，占供水总量的13.8%；再生水17亿立方米，占供水总量的2.8%',
        '地表水494亿立方米，占供水总量的38.3%',
      ],
    },
  ],
  checkEntry(entry, _, report) {
    for (const passage of entry.passages) {
      for (const b of breakdowns(entry).get(passage) ?? []) {
        const { wholes, parts, row } = b
        const over = (p: Statement): boolean =>
          wholes.every((w) => isExact(w.figure) && compare(value(p.figure), value(w.figure)) > 0)
        const greater = parts
          .slice(0, row)
          .find((p, i) => (i === 0 || p.phrase.joint === '、') && isExact(p.figure) && over(p))
        if (greater && !misplaced(b))
          report(
            hit('part', [printed(wholes[0]), printed(greater)], markOf(wholes[0]), markOf(greater), 0.85),
          )
      }
      const { statements } = passage
      const told = new Set<Statement>()
      statements.forEach((s, i) => {
        if (s.figure.kind !== 'share') return
        const found =
          over(s) ??
          portion(statements, i, s.figure) ??
          rate(statements, i, s.figure) ??
          together(statements, i)
        if (!found) return
        report(found)
        told.add(s)
      })
      for (const unfit of unfitRows(statements))
        if (unfit.row.every(({ share }) => !told.has(share))) report(inRow(unfit))
    }
  },
}

function hit(message: string, values: Hit['values'], a: Hit['a'], b: Hit['b'], confidence: number): Hit {
  return { message, values, a, b, confidence }
}

function inRow({ row, unfit, percent }: UnfitRow): Hit {
  const { passage } = unfit.part
  const all = mark(passage, row[0]!.part.phrase.from, row.at(-1)!.share.figure.to)
  const one = mark(passage, unfit.part.phrase.from, unfit.share.figure.to)
  return hit('portion', [printed(unfit.share), percent], all, one, 0.75)
}

function over(s: Statement): Hit | null {
  if (compare((s.figure as Share).percent, HUNDRED) <= 0 || FULFILLED.test(s.phrase.left)) return null
  const bounded = s.role === 'level' && BOUNDED.test(s.noun)
  if (!bounded && s.role !== 'portion') return null
  return hit('over', [printed(s)], markOf(s), markOf(s), 0.9)
}

/** Where more may be ticked than one, shares come to far more. */
const MOST_TOGETHER = { units: 115n, scale: 0 }

/** 甲占62.5%、乙占31.8%、丙占12.2%; 三者分别占62.5%、31.8%和12.2%: shares of one whole, in a row. */
function together(statements: readonly Statement[], at: number): Hit | null {
  const first = statements[at]!
  if (!isShareInRow(first) || (first.phrase.joint === '、' && at > 0 && isShareInRow(statements[at - 1]!)))
    return null
  const inTurn = /分别占$|占.{2,12}比重分别为$/.test(first.phrase.left)
  let end = at + 1
  while (end < statements.length && goesOn(statements[end]!, first, inTurn)) end++
  const row = statements.slice(at, end)
  if (row.length < 3 || row.some((s) => !isExact(s.figure)) || areOfSeveralKinds(row)) return null
  const all = sum(row.map((s) => value(s.figure)))
  const over = compare(minus(all, HUNDRED), sum(row.map((s) => s.figure.step))) > 0
  if (!over || compare(all, MOST_TOGETHER) > 0) return null
  const place = mark(first.passage, first.phrase.from, row.at(-1)!.figure.to)
  const whole = before(statements, at).find(
    (x) => x.sentence === first.sentence && x.figure.kind === 'amount',
  )
  return hit('together', [plain(all)], whole ? markOf(whole) : place, place, 0.7)
}

function goesOn(s: Statement, first: Statement, inTurn: boolean): boolean {
  if (s.figure.kind !== 'share' || s.sentence !== first.sentence) return false
  return inTurn
    ? /^[和及]?$/.test(s.phrase.left) && '、'.includes(s.phrase.joint)
    : s.phrase.joint === '、' && isShareInRow(s)
}

function isShareInRow({ role, phrase }: Statement): boolean {
  return role === 'portion' && /[^的]占$/.test(phrase.left) && !FULFILLED.test(phrase.left)
}

/** …总数A，其中B，占C%; 占某某的C%, where 某某 stands before. */
function portion(statements: readonly Statement[], at: number, share: Share): Hit | null {
  const s = statements[at]!
  if (s.role !== 'portion' || !isExact(share) || FULFILLED.test(s.phrase.left)) return null
  const inside = statements[at - 1]
  if (inside && inside.figure.from > s.phrase.from) return portionOf(statements, at, share)
  // 分别占27.5%、34.8%: the second has no words of its own.
  const verb = s.phrase.left.lastIndexOf('占')
  if (verb < 0) return null
  const own = s.phrase.left.slice(0, verb).replace(/^(?:其中|合计|共计|约|共|均|仅)/, '')
  const target = s.phrase.left.slice(verb + 1).replace(TARGET, '')
  const part = partOf(statements, at, own, target !== '')
  if (!part || !isExact(part.figure)) return null
  const reach = target === '' ? REACH : FAR
  const earlier = before(statements, at, reach).filter((x) => x.index < part.index && sameKind(x, part))
  const region = /全[市县区省]/.exec(s.phrase.left)?.[0] ?? ''
  const isWhole = (x: Statement): boolean =>
    target.length > 1 &&
    (x.index > s.index - REACH || x.phrase.left.includes(region)) &&
    (x.noun === target ||
      x.action + x.noun === target ||
      x.noun.startsWith(target) ||
      (target.length >= LONG_NAME && x.noun.endsWith(target)))
  const whole = target === '' ? wholeOf(before(statements, at), part) : earlier.find(isWhole)
  if (!whole || !isExact(whole.figure) || compare(value(whole.figure), value(part.figure)) <= 0) return null
  if (earlier.some((x) => makes(rounded(part), rounded(x), share))) return null
  return hit(
    'portion',
    [printed(s), percentOf(value(part.figure), value(whole.figure), share.percent)],
    markOf(whole),
    part.sentence === s.sentence ? mark(s.passage, part.phrase.from, share.to) : markOf(s),
    0.8,
  )
}

/** What the share is of. `own`: what its clause names, '' where it names nothing. */
function partOf(
  statements: readonly Statement[],
  at: number,
  own: string,
  isOfNamed: boolean,
): Statement | undefined {
  const { sentence } = statements[at]!
  const isOwn = (x: Statement): boolean => own === x.noun || own === x.phrase.left.replace(/^其中/, '')
  const last = before(statements, at).find((x) => x.sentence === sentence && x.figure.kind === 'amount')
  if (last && (own === '' || isOwn(last))) return last
  // 多孩428人，二孩及以上占48.1%: of something else. 第一产业增加值占生产总值的24%: both stand some way before.
  return isOfNamed && own.length > 3
    ? before(statements, at, FAR).find((x) => x.role === 'level' && x.figure.kind === 'amount' && isOwn(x))
    : undefined
}

/** 卫生乡镇20个，占乡镇总数24个的83.3%: the whole stands between part and share. */
function portionOf(statements: readonly Statement[], at: number, share: Share): Hit | null {
  const [part, whole, s] = [statements[at - 2], statements[at - 1]!, statements[at]!]
  if (part?.sentence !== s.sentence || part.index !== whole.index - 1) return null
  if (s.phrase.joint !== '，' || !s.phrase.left.startsWith('占')) return null
  if (part.figure.kind !== 'amount' || dimension(part.figure) !== dimension(whole.figure)) return null
  if (!isExact(part.figure) || !isExact(whole.figure)) return null
  // 甲32家、乙12家，占总数86家的51.2%: both of them together.
  const row = statements
    .slice(0, at - 1)
    .reverse()
    .filter((x) => x.sentence === s.sentence && sameKind(x, part))
  const sums = row.map((_, n) => sum(row.slice(0, n + 1).map((x) => value(x.figure))))
  if ([value(part.figure), ...sums].some((x) => makes({ ...rounded(part), value: x }, rounded(whole), share)))
    return null
  return hit(
    'portion',
    [printed(s), percentOf(value(part.figure), value(whole.figure), share.percent)],
    mark(s.passage, part.phrase.from, whole.figure.to),
    markOf(s),
    0.8,
  )
}

/** What it is a part of; behind ； it goes on with the whole of the part before: 其中甲占三成；乙占两成. */
function wholeOf(earlier: readonly Statement[], part: Statement): Statement | null {
  if (part.whole || part.phrase.joint !== '；') return part.whole
  const sibling = earlier.find(
    (s) => s.part && s.whole && s.sentence === part.sentence && s.index < part.index,
  )
  return sibling && sameKind(sibling, part) ? sibling.whole : null
}

/** 参加185人，通过168人，通过率90.8%. */
function rate(statements: readonly Statement[], at: number, share: Share): Hit | null {
  const s = statements[at]!
  const stem = /(\p{Script=Han}{2})率$/u.exec(s.noun)?.[1]
  if (s.role !== 'level' || !stem || !isExact(share)) return null
  const near = before(statements, at).filter((x) => x.sentence === s.sentence && x.figure.kind === 'amount')
  const part = near.find((x) => x.role === 'level' && (x.action + x.noun).endsWith(stem))
  if (!part || !isExact(part.figure)) return null
  const wholes = near.filter((x) => sameKind(x, part) && compare(value(x.figure), value(part.figure)) > 0)
  const whole = wholes.find((x) => x.index < part.index)
  if (!whole || !isExact(whole.figure)) return null
  // The rest of the whole may be what the rate is of.
  const rest = (x: Statement): Rounded => ({
    value: minus(value(x.figure), value(part.figure)),
    step: part.figure.step,
  })
  if (wholes.some((x) => makes(rounded(part), rounded(x), share) || makes(rest(x), rounded(x), share)))
    return null
  const made = percentOf(value(part.figure), value(whole.figure), share.percent)
  // Cases of former years may count as well: only what a slip of the pen explains is told.
  if (slip(share.percent, decimal(made)) === null) return null
  return hit('portion', [printed(s), made], markOf(whole), mark(s.passage, part.phrase.from, share.to), 0.7)
}

/** The statements before `at`, the nearest first. */
function before(statements: readonly Statement[], at: number, reach = REACH): Statement[] {
  return statements.slice(Math.max(0, at - reach), at).reverse()
}

function sameKind(a: Statement, b: Statement): boolean {
  return a.role === 'level' && a.figure.kind === 'amount' && dimension(a.figure) === dimension(b.figure)
}

function rounded({ figure }: Statement): Rounded {
  return { value: value(figure), step: figure.step }
}
