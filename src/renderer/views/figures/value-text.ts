import type { Measured, Typed } from '../../../core/figures/typed/typed.ts'

/** A number as people read it: 145000000 → 145,000,000. Exact, so that it takes digits, not a number. */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

function measured({ value, high, unit }: Measured): string {
  const end = high === null ? '' : `–${grouped(high)}`
  return `${grouped(value)}${end}${unit === null ? '' : ` ${unit}`}`
}

/**
 * The value of a quantity: normalised numbers, ISO dates. `yearBy` says in words what 上年 is, by the years counted from the
 * one that is spoken of (`−1`, `+1`).
 */
export function valueText(q: Typed, yearBy: (years: string) => string): string {
  switch (q.kind) {
    case 'share':
    case 'points':
      return measured(q)
    case 'ratio':
    case 'score':
      return q.terms.join(' : ')
    case 'fraction':
      return q.terms.join(' / ')
    case 'date': {
      const span = [q.start, q.end].filter((day) => day !== null).join(' – ')
      if (q.relative === null) return span
      const year = yearBy(`${q.relative < 0 ? '−' : '+'}${Math.abs(q.relative)}`)
      return span === '' ? year : `${year} ${span}`
    }
    case 'time':
      return q.end === null ? q.start : `${q.start}–${q.end}`
    case 'ordinal':
      return `${q.value} ${q.unit}`.trim()
    case 'document':
    case 'phone':
    case 'isbn':
    case 'name':
      return q.fits === false ? `${q.value} ✗` : q.value
    default:
      return measured(q.normal)
  }
}
