import { abs, compare, minus, plain, type Decimal } from '../decimal.ts'
import type { Figure } from '../scan/quantity.ts'
import { value } from '../read/statement.ts'

/** Can both be the same number, given how exactly each is printed? */
export function agree(a: Figure, b: Figure): boolean {
  const p = value(a)
  const q = value(b)
  if (p.scale === q.scale && p.units === q.units) return true
  const difference = abs(minus(p, q))
  if (difference.units === 0n) return true
  // Equally exact and still different. Otherwise the rougher one may have been rounded or cut.
  const rougher = compare(a.step, b.step)
  if (rougher !== 0) return compare(difference, rougher > 0 ? a.step : b.step) < 0
  const rough = rounded(a) ? (rounded(b) ? null : zeros(value(a))) : rounded(b) ? zeros(value(b)) : null
  return rough !== null && compare(difference, rough) < 0
}

/** 5,000 may stand for 5,012. */
function rounded(f: Figure): boolean {
  return /[1-9]00+$/.test(plain(value(f)))
}

/** The worth of its last digit that is not zero: of 5,000, 1,000. */
function zeros(d: Decimal): Decimal {
  const tail = /0+$/.exec(plain(d))?.[0].length ?? 0
  return { units: 10n ** BigInt(tail), scale: 0 }
}
