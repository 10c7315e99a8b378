import { plain, significant, type Decimal } from '../decimal.ts'

/**
 * How two numbers differ that are meant to be one: two neighbouring digits exchanged, one digit struck wrong, the
 * point or the unit moved. Null where no single slip leads from one to the other.
 */
export type Slip = 'exchanged' | 'digit' | 'magnitude'

export function slip(a: Decimal, b: Decimal): Slip | null {
  const [x, y] = [significant(a), significant(b)]
  if (x === y) return x.length > 1 ? 'magnitude' : null
  const [p, q] = [aligned(a, b), aligned(b, a)]
  if (p.length !== q.length) return null
  const differing = Array.from(p).flatMap((c, i) => (c === q[i] ? [] : [i]))
  if (differing.length === 1) return 'digit'
  const [i, j] = differing
  return differing.length === 2 && j === i! + 1 && p[i!] === q[j] && p[j] === q[i!] ? 'exchanged' : null
}

/** Have two digits of one number changed places in the other, wherever they stand? */
export function areSwapped(a: Decimal, b: Decimal): boolean {
  const [p, q] = [aligned(a, b), aligned(b, a)]
  if (p.length !== q.length) return false
  const differing = Array.from(p).flatMap((c, i) => (c === q[i] ? [] : [i]))
  const [i, j] = differing
  return differing.length === 2 && p[i!] === q[j!] && p[j!] === q[i!]
}

/** The digits of `a`, down to the last place that either of the two has. */
function aligned(a: Decimal, b: Decimal): string {
  const [x, y] = [plain(a), plain(b)]
  const places = Math.max(fraction(x), fraction(y))
  return x.replace(/[-.]/g, '') + '0'.repeat(places - fraction(x))
}

function fraction(digits: string): number {
  const at = digits.indexOf('.')
  return at < 0 ? 0 : digits.length - at - 1
}

/** All that come of exchanging two neighbouring digits. */
export function exchanges(d: Decimal): Decimal[] {
  const digits = d.units.toString()
  const last = digits.replace(/0+$/, '').length
  const out: Decimal[] = []
  for (let i = digits.startsWith('-') ? 1 : 0; i + 1 < Math.max(last, 2) && i + 1 < digits.length; i++) {
    if (digits[i] === digits[i + 1]) continue
    const units = digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2)
    out.push({ units: BigInt(units), scale: d.scale })
  }
  return out
}
