import type { Reason, RuleId } from '../corrections/correction.ts'
import { approximately, compare, decimal, sum, type Decimal } from './decimal.ts'
import { readTyped } from './typed/read-typed.ts'

/** A number of a quote with its value in base units. */
interface Term {
  readonly printed: string
  readonly value: Decimal
  readonly unit: string | null
}

/**
 * The sum behind a finding, written out with the numbers as printed: `92所 + 56所 = 148所 ≠ 138所`. Null where the quotes do not
 * hold all that it takes, or the finding is no matter of reckoning. What is written is reckoned here again, from the quotes
 * alone, so that it cannot say what the text does not.
 */
export function arithmetic(rule: RuleId, reason: Reason, quotes: readonly [string, string]): string | null {
  const values = (reason.values ?? []).map(String)
  const terms = [...new Set(quotes)].map(termsOf)
  switch (`${rule.replace('figures/', '')}.${reason.key}`) {
    case 'total-and-parts.more':
    case 'total-and-parts.less':
      return addition(terms[1] ?? [], values)
    case 'total-and-parts.together':
      return addition(terms[0] ?? [], values)
    case 'share-over-whole.part':
      return relation(values[1], values[0])
    case 'stated-twice.differ':
    case 'magnitude.twice':
      return relation(values[1], values[2])
    case 'growth-and-values.up':
    case 'growth-and-values.down':
      return relation(values[0], values[1])
    case 'share-over-whole.portion':
      return quotient(terms.flat(), values[0], values[1], SHARES)
    case 'growth-and-values.rate':
      return quotient(terms.flat(), values[0], values[1], GROWTHS)
    case 'table-sums.rate':
      return quotient(terms.flat(), values[0], values[3], SHARES)
    default:
      return null
  }
}

function termsOf(quote: string): Term[] {
  return readTyped(quote).flatMap((q) =>
    'normal' in q
      ? [{ printed: quote.slice(q.from, q.to), value: decimal(q.normal.value), unit: q.normal.unit }]
      : [],
  )
}

function only(text: string | undefined): Term | null {
  const found = text === undefined ? [] : termsOf(text)
  return found.length === 1 ? found[0]! : null
}

/** All numbers of one quote that are counted in what the total is counted in. */
function addition(parts: readonly Term[], [total, together]: readonly string[]): string | null {
  const [whole, result] = [only(total), only(together)]
  if (!whole || !result) return null
  const like = parts.filter((p) => p.unit === whole.unit)
  if (like.length < 2 || compare(sum(like.map((p) => p.value)), result.value) !== 0) return null
  return `${like.map((p) => p.printed).join(' + ')} = ${together!} ${sign(result, whole)} ${total!}`
}

/** One number against the other, where they are counted in the same unit. */
function relation(a: string | undefined, b: string | undefined): string | null {
  const [x, y] = [only(a), only(b)]
  if (x === null || y === null) return null
  return x.unit === y.unit ? `${a!} ${sign(x, y)} ${b!}` : null
}

function sign(a: Term, b: Term): string {
  const order = compare(a.value, b.value)
  return order === 0 ? '=' : order > 0 ? '>' : '<'
}

/** A way to reckon a percentage from two numbers, and to write it. */
interface Formula {
  readonly of: (a: number, b: number) => number
  readonly write: (a: string, b: string) => string
}

const SHARES: readonly Formula[] = [{ of: (a, b) => a / b, write: (a, b) => `${a} ÷ ${b}` }]
const GROWTHS: readonly Formula[] = [
  { of: (a, b) => a / (b - a), write: (a, b) => `${a} ÷ (${b} − ${a})` },
  { of: (a, b) => a / (b + a), write: (a, b) => `${a} ÷ (${b} + ${a})` },
  { of: (a, b) => (b - a) / a, write: (a, b) => `(${b} − ${a}) ÷ ${a}` },
  { of: (a, b) => (a - b) / a, write: (a, b) => `(${a} − ${b}) ÷ ${a}` },
]

/** The two numbers that make the percentage that was found, and how. */
function quotient(
  terms: readonly Term[],
  printed: string | undefined,
  found: string | undefined,
  formulas: readonly Formula[],
): string | null {
  if (printed === undefined || found === undefined || !/^\d+(?:\.\d+)?$/.test(found)) return null
  const digits = found.split('.')[1]?.length ?? 0
  for (const { of, write } of formulas)
    for (const a of terms)
      for (const b of terms) {
        if (a === b) continue
        const share = of(approximately(a.value), approximately(b.value)) * 100
        if (Math.abs(share - Number(found)) <= 0.51 / 10 ** digits)
          return `${write(a.printed, b.printed)} = ${found}% ≠ ${printed}`
      }
  return null
}
