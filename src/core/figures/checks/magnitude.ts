import { approximately } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { unlikePairs } from './alike.ts'
import { breakdowns, type Breakdown } from './breakdown.ts'
import { misplaced } from './misplaced.ts'
import { slip } from './slip.ts'

/** A figure with the right digits at the wrong size: a unit or a point is off. */
export const magnitude: FigureRule = {
  id: ruleId('figures/magnitude'),
  version: 1,
  title: { zh: '数量级不符', en: 'Order of magnitude' },
  why: {
    zh: '数字相同而单位或小数点不同：同一数据两处相差十倍、万倍，或一个分项改变数量级后恰与总数相合。',
    en: 'The digits are right, the unit or the point is not: one figure at two sizes, or a part that fits its total when it is made ten or ten thousand times as large or small.',
  },
  messages: {
    twice: {
      zh: '“{0}”数字相同而数量级不同：{1}与{2}',
      en: '“{0}”: the same digits at two sizes, {1} and {2}',
    },
    siblings: {
      zh: '{0}与同列各项（如{1}）相差千倍以上',
      en: '{0} is over a thousand times the others of its list, such as {1}',
    },
    part: { zh: '分项{0}的数量级与总数{1}不合', en: 'The part {0} is out of size with the total of {1}' },
  },
  examples: [
    {
      text: '资金2.16亿元，其中技改1.12亿元、研发5,360亿元、品牌5,040万元。',
      quotes: ['资金2.16亿元', '其中技改1.12亿元、研发5,360亿元、品牌5,040万元'],
    },
    { text: '资金2.16亿元，其中技改1.12亿元、研发5,360万元、品牌5,040万元。', quotes: null },
  ],
  *checkBook(reading) {
    for (const { a, b, points } of unlikePairs(reading))
      if (slip(value(a.figure), value(b.figure)) === 'magnitude')
        yield {
          message: 'twice',
          values: [a.action + a.topic + a.noun, printed(a), printed(b)],
          a: markOf(a),
          b: markOf(b),
          confidence: Math.min(0.95, 0.5 + points / 16),
        }
  },
  checkEntry(entry, _, report) {
    for (const passage of entry.passages) {
      for (const { odd, other } of outOfLine(passage.statements))
        report({
          message: 'siblings',
          values: [printed(odd), printed(other)],
          a: markOf(other),
          b: markOf(odd),
          confidence: 0.75,
        })
      for (const b of breakdowns(entry).get(passage) ?? []) {
        const part = misplaced(b)
        if (part)
          report({
            message: 'part',
            values: [printed(part), printed(b.wholes[0])],
            a: markOf(b.wholes[0]),
            b: partsOf(b),
            confidence: 0.85,
          })
      }
    }
  },
}

/** So many times what the others of its list come to is more than any of them can be in the same unit. */
const FAR = 1000

/** 万 written for nothing, or 亿 for 万. */
const UNITS_APART = 1e4

/** 甲镇126万元、乙镇138万元、丙乡1,420,000万元: one of a list, out of all proportion to the others. */
function outOfLine(statements: readonly Statement[]): { odd: Statement; other: Statement }[] {
  const out: { odd: Statement; other: Statement }[] = []
  for (let from = 0; from < statements.length;) {
    let to = from + 1
    while (
      to < statements.length &&
      statements[to]!.phrase.joint === '、' &&
      alikeInRow(statements[from]!, statements[to]!)
    )
      to++
    // Where a total is given, the sum tells.
    const row = to - from < 3 || statements[from]!.whole ? [] : statements.slice(from, to)
    from = to
    if (row.length === 0 || row.some((s) => !isExact(s.figure) || s.role !== row[0]!.role)) continue
    if (row[0]!.role !== 'level' && row[0]!.role !== 'each') continue
    const sorted = row.map((s) => approximately(value(s.figure))).sort((a, b) => a - b)
    const [least, most] = [sorted[0]!, sorted.at(-2)!]
    if (least <= 0 || most > 10 * least || sorted.at(-1)! < FAR * most) continue
    const odd = row.find((s) => approximately(value(s.figure)) === sorted.at(-1))!
    const other = row.find((s) => s !== odd)!
    // A larger unit may be meant, unless the others' makes it like them.
    const inTheirs = sorted.at(-1)! / UNITS_APART
    if (unitOf(odd) !== unitOf(other) && (inTheirs < least / 10 || inTheirs > most * 10)) continue
    out.push({ odd, other })
  }
  return out
}

function alikeInRow(a: Statement, b: Statement): boolean {
  return (
    a.sentence === b.sentence && a.figure.kind === 'amount' && dimension(a.figure) === dimension(b.figure)
  )
}

function unitOf(s: Statement): string {
  return printed(s).replace(/^[\d.,约近超]+/, '')
}

/** The list of parts as far as it is one row. */
function partsOf({ parts, row }: Breakdown): Hit['b'] {
  return mark(parts[0]!.passage, parts[0]!.phrase.from, parts[row - 1]!.figure.to)
}
