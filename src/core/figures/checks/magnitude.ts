import { abs, compare, minus, plus, shifted, sum, type Decimal } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import { isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { unlikePairs } from './alike.ts'
import { breakdowns, fits, tolerance, type Breakdown } from './breakdown.ts'
import { slip } from './slip.ts'

/** 万 for nothing, 亿 for 万, a point moved by one or two places. */
const POWERS = [4, -4, 1, -1, 2, -2, 3, -3]

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
    part: { zh: '分项{0}的数量级与总数{1}不合', en: 'The part {0} is out of size with the total of {1}' },
  },
  *check(reading) {
    for (const { a, b, points } of unlikePairs(reading))
      if (slip(value(a.figure), value(b.figure)) === 'magnitude')
        yield {
          message: 'twice',
          values: [a.action + a.topic + a.noun, printed(a), printed(b)],
          a: markOf(a),
          b: markOf(b),
          confidence: Math.min(0.95, 0.5 + points / 16),
        }
    for (const statements of reading.statements.values())
      for (const b of breakdowns(statements)) {
        const hit = misplaced(b)
        if (hit) yield hit
      }
  },
}

/** Exactly one part that makes the sum right when its size is changed; three parts or more, so that it is no chance. */
function misplaced({ wholes, parts, row }: Breakdown): Hit | null {
  if (wholes.some((w) => fits(w, parts))) return null
  const [whole] = wholes
  const listed = parts.slice(0, row)
  if (listed.length < 3 || ![whole, ...listed].every((s) => isExact(s.figure))) return null
  const total = value(whole.figure)
  const together = sum(listed.map((s) => value(s.figure)))
  const fitting = listed.filter((s) => {
    const v = value(s.figure)
    return (
      digits(v) > 1 && POWERS.some((p) => near(plus(minus(together, v), shifted(v, p)), total, whole, listed))
    )
  })
  const [part] = fitting
  if (!part || fitting.length > 1) return null
  return {
    message: 'part',
    values: [printed(part), printed(whole)],
    a: markOf(whole),
    b: mark(part.passage, listed[0]!.phrase.from, listed.at(-1)!.figure.to),
    confidence: 0.85,
  }
}

function near(a: Decimal, b: Decimal, whole: Statement, parts: readonly Statement[]): boolean {
  return compare(abs(minus(a, b)), tolerance(whole, parts)) <= 0
}

function digits(d: Decimal): number {
  return d.units.toString().replace(/^-|0+$/g, '').length
}
