import { abs, compare, minus, plus } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import type { Share } from '../scan/quantity.ts'
import { DECREASE } from '../read/words.ts'
import { ruleId } from '../../rules/rule.ts'
import { tolerance } from './breakdown.ts'
import { makes, percentOf } from './percentage.ts'

const UP =
  /^(?:增至|增加到|增加至|增长到|增长至|升至|上升到|上升至|提高到|提高至|提升到|提升至|扩大到|扩大至|拓展到|攀升至)$/
const DOWN = /^(?:降至|降到|降为|下降到|下降至|下降为|减少到|减少至|减至|压减至|缩减到|缩短至|缩短到|缩小至)$/
/** Growth in constant prices, or on another base, is not what the printed values make. */
const REAL = /可比|不变价|同口径|剔除|扣除|年均|年平均/
/** What stands before the value that is compared with. */
const FORMER = /(?:上年|去年|同期)的$/
/** A change with nothing else named. */
const BARE =
  /^(?:同比|环比|净|[比较](?:上[年届期次月季]|去年|前年|年初))?(?:增长|增加|净增|减少|下降|上升|提高|降低|增|减)?$/
const HUNDRED = { units: 100n, scale: 0 }

/** A growth rate and the values it is made of. */
export const growthAndValues: FigureRule = {
  id: ruleId('figures/growth-and-values'),
  version: 1,
  title: { zh: '增幅与数值不符', en: 'Growth and values' },
  why: {
    zh: '“由甲增至乙”而乙小于甲，“比上年增加若干，增长百分之几”两者算不拢，或下降超过百分之百。',
    en: 'A value that grew “from A to B” is smaller, an increase and its percentage do not fit each other, or something fell by more than all of it.',
  },
  messages: {
    up: { zh: '写作增加，数值由{0}变为{1}', en: 'Said to have grown, from {0} to {1}' },
    down: { zh: '写作减少，数值由{0}变为{1}', en: 'Said to have fallen, from {0} to {1}' },
    rate: {
      zh: '所写增减幅{0}，按上文算得{1}%',
      en: 'The change is given as {0}; the figures before it make {1} %',
    },
    difference: {
      zh: '所写增减数{0}，与{1}、{2}之差不符',
      en: 'The change is given as {0}, which is not the difference of {1} and {2}',
    },
    all: { zh: '下降{0}，超过全部', en: 'A fall of {0} is more than all there was' },
  },
  examples: [
    { text: '经营户由412户增至386户。', quotes: ['经营户由412户', '经营户由412户增至386户'] },
    {
      text: '供水3,862万吨，比上年增加186万吨，增长8.1%。',
      quotes: ['供水3,862万吨，比上年增加186万吨', '增长8.1%'],
    },
    { text: '经费1,860万元，比上年增加310万元，增长20%。', quotes: null },
    {
      text: '接待538.2万人次，收入12.6亿元，分别比上年的386.5万人次、9.4亿元增长39.3%和34%。',
      quotes: null,
    },
    {
      text: '献血量1,632单位，比上年的1,360单位增长15%。',
      quotes: ['献血量1,632单位，比上年的1,360单位', '位增长15%'],
    },
  ],
  checkEntry({ passages }, reading, report) {
    for (const { statements } of passages)
      statements.forEach((s, i) => {
        const found =
          direction(statements, i) ??
          (s.figure.kind === 'share'
            ? (fall(s) ?? rate(statements, i) ?? twoYears(statements, i, reading.year))
            : sinceFormer(statements, i))
        if (found) report(found)
      })
  },
}

/** 由412户增至386户: which way does it say, which way do the values go? */
function direction(statements: readonly Statement[], at: number): Hit | null {
  const [a, b] = [statements[at - 1], statements[at]!]
  if (
    a?.index !== b.index - 1 ||
    b.phrase.joint !== '' ||
    b.phrase.left === '' ||
    !/[由从][^由从]{0,12}$/.test(a.phrase.left)
  )
    return null
  const verb = b.phrase.left.replace(/^年|每\p{Script=Han}{1,4}$$/gu, '')
  const [up, down] = [UP.test(verb), DOWN.test(verb)]
  if (
    (!up && !down) ||
    dimension(a.figure) !== dimension(b.figure) ||
    a.figure.high !== null ||
    b.figure.high !== null
  )
    return null
  const order = compare(value(b.figure), value(a.figure))
  if (up ? order >= 0 : order <= 0) return change(statements, at, a, b)
  return {
    message: up ? 'up' : 'down',
    values: [printed(a), printed(b)],
    a: markOf(a),
    b: mark(b.passage, a.phrase.from, b.figure.to),
    confidence: 0.85,
  }
}

/** 由6.4亿元增至7.9亿元，增长23.4%; 由62户增至75户，增加13户; 由3.12%降至2.86%，下降0.26个百分点. */
function change(statements: readonly Statement[], at: number, a: Statement, b: Statement): Hit | null {
  const c = statements[at + 1]
  if (c?.role !== 'change' || c.sentence !== b.sentence || c.phrase.joint !== '，') return null
  if (![a, b, c].every((s) => isExact(s.figure)) || isReal(c)) return null
  if (c.figure.kind !== 'share') return misfit(a, b, c, a.phrase.from)
  if (a.figure.kind !== 'amount') return null
  const difference = {
    value: abs(minus(value(b.figure), value(a.figure))),
    step: plus(a.figure.step, b.figure.step),
  }
  if (makes(difference, { value: value(a.figure), step: a.figure.step }, c.figure)) return null
  return {
    message: 'rate',
    values: [printed(c), percentOf(difference.value, value(a.figure), c.figure.percent)],
    a: mark(b.passage, a.phrase.from, b.figure.to),
    b: markOf(c),
    confidence: 0.8,
  }
}

/** The difference of two values, where it is printed as well. `from`: where the words about them begin. */
function misfit(a: Statement, b: Statement, c: Statement, from: number): Hit | null {
  const wanted = a.figure.kind === 'share' ? 'points' : dimension(a.figure)
  if (dimension(c.figure) !== wanted || !BARE.test(c.phrase.left)) return null
  const made = abs(minus(value(b.figure), value(a.figure)))
  if (compare(abs(minus(made, abs(value(c.figure)))), tolerance(c, [a, b])) <= 0) return null
  return {
    message: 'difference',
    values: [printed(c), printed(a), printed(b)],
    a: mark(b.passage, from, Math.max(a.figure.to, b.figure.to)),
    b: markOf(c),
    confidence: 0.75,
  }
}

/** 4,126人，比上年的3,982人增加144人. */
function sinceFormer(statements: readonly Statement[], at: number): Hit | null {
  const [now, then, c] = [statements[at - 2], statements[at - 1], statements[at]!]
  // 42.6张 is a mean, and so is what it grew by.
  if (
    !now ||
    !then ||
    (c.role !== 'change' && c.role !== 'each') ||
    c.phrase.joint !== '' ||
    c.index !== then.index + 1
  )
    return null
  if (!FORMER.test(then.passage.text.slice(Math.max(0, then.figure.from - 3), then.figure.from))) return null
  const trio = [now, then, c]
  if (trio.some((s) => s.sentence !== c.sentence || !isExact(s.figure)) || isReal(c)) return null
  if (now.role !== 'level' && now.role !== 'each') return null
  if (dimension(now.figure) !== dimension(then.figure)) return null
  return misfit(then, now, c, now.phrase.from)
}

/** 1,860万元，比上年增加310万元，增长20%; the two changes in either order. */
function rate(statements: readonly Statement[], at: number): Hit | null {
  const p = statements[at]!
  if (p.role !== 'change' || p.figure.kind !== 'share' || !isExact(p.figure) || isReal(p)) return null
  for (const d of [statements[at - 1], statements[at + 1]]) {
    if (d?.role !== 'change' || d.figure.kind !== 'amount' || d.sentence !== p.sentence || !isExact(d.figure))
      continue
    if (!bare(p) || !bare(d)) continue
    const level = statements
      .slice(Math.max(0, at - 3), at)
      .reverse()
      .find((s) => s.role === 'level')
    if (level?.sentence !== p.sentence || !isExact(level.figure)) continue
    if (dimension(level.figure) !== dimension(d.figure)) continue
    // 接待538万人次，收入12.6亿元，分别比上年的387万人次、9.4亿元增长39.3%和34%: each of its own.
    if (p.passage.text.slice(level.figure.to, p.figure.from).includes('分别')) continue
    // 比上年的400万人次增长15%: the value before, not the change.
    const former = FORMER.test(d.passage.text.slice(Math.max(0, d.figure.from - 3), d.figure.from))
    const fell = DECREASE.test(d.phrase.left)
    const base = former
      ? value(d.figure)
      : fell
        ? plus(value(level.figure), value(d.figure))
        : minus(value(level.figure), value(d.figure))
    if (base.units <= 0n) continue
    const change = former ? abs(minus(value(level.figure), base)) : value(d.figure)
    const step = former ? plus(level.figure.step, d.figure.step) : d.figure.step
    if (makes({ value: change, step }, { value: base, step: level.figure.step }, p.figure)) continue
    return {
      message: 'rate',
      values: [printed(p), percentOf(change, base, p.figure.percent)],
      a: mark(level.passage, level.phrase.from, (d.index < p.index ? d : p).figure.to),
      b: markOf(d.index < p.index ? p : d),
      confidence: 0.75,
    }
  }
  return null
}

/** 用电量28.6亿千瓦时，上年为26亿千瓦时，增长15%: the year before has its own clause. */
function twoYears(statements: readonly Statement[], at: number, year: number | null): Hit | null {
  const [now, then, p] = [statements[at - 2], statements[at - 1], statements[at]!]
  if (!now || !then || p.role !== 'change' || !bare(p) || isReal(p)) return null
  const trio = [now, then, p]
  if (trio.some((s) => s.sentence !== p.sentence || !isExact(s.figure))) return null
  if (now.role !== 'level' || then.role !== 'level' || then.noun !== '' || p.phrase.joint !== '，')
    return null
  if (dimension(now.figure) !== dimension(then.figure) || now.figure.kind !== 'amount') return null
  if (now.when !== '' || (then.when !== 'y-1' && (year === null || then.when !== String(year - 1))))
    return null
  const step = plus(now.figure.step, then.figure.step)
  const difference = { value: abs(minus(value(now.figure), value(then.figure))), step }
  if (makes(difference, { value: value(then.figure), step: then.figure.step }, p.figure as Share)) return null
  return {
    message: 'rate',
    values: [printed(p), percentOf(difference.value, value(then.figure), (p.figure as Share).percent)],
    a: mark(now.passage, now.phrase.from, then.figure.to),
    b: markOf(p),
    confidence: 0.75,
  }
}

function fall(s: Statement): Hit | null {
  if (s.role !== 'change' || s.figure.kind !== 'share' || !DECREASE.test(s.phrase.left)) return null
  if (compare(s.figure.percent, HUNDRED) <= 0 || /利润|亏|收益|盈/.test(s.phrase.left)) return null
  return { message: 'all', values: [printed(s)], a: markOf(s), b: markOf(s), confidence: 0.8 }
}

/** Nothing of its own named: it is the change of what stands before. */
function bare({ noun }: Statement): boolean {
  return BARE.test(noun)
}

function isReal({ passage, figure }: Statement): boolean {
  return REAL.test(passage.text.slice(Math.max(0, figure.from - 40), figure.from))
}
