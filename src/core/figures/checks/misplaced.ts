import { abs, compare, minus, plus, shifted, significant, sum, type Decimal } from '../decimal.ts'
import { isExact, value, type Statement } from '../read/statement.ts'
import { fits, tolerance, type Breakdown } from './breakdown.ts'

/** 万 for nothing, 亿 for 万, a point moved by one or two places. */
const POWERS = [4, -4, 1, -1, 2, -2, 3, -3]

/**
 * The one part that makes the sum right when its size is changed, where no other does; of three parts or more, so that
 * it is no chance. Null where there is none.
 */
export function misplaced({ wholes, parts, row }: Breakdown): Statement | null {
  if (wholes.some((w) => fits(w, parts))) return null
  const [whole] = wholes
  const listed = parts.slice(0, row)
  if (listed.length < 3 || ![whole, ...listed].every((s) => isExact(s.figure))) return null
  const total = value(whole.figure)
  const together = sum(listed.map((s) => value(s.figure)))
  const room = tolerance(whole, listed)
  const near = (a: Decimal): boolean => compare(abs(minus(a, total)), room) <= 0
  const fitting = listed.filter((s) => {
    const v = value(s.figure)
    return significant(v).length > 1 && POWERS.some((p) => near(plus(minus(together, v), shifted(v, p))))
  })
  return fitting.length === 1 ? fitting[0]! : null
}
