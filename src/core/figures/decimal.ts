import { isDigit } from '../text/characters.ts'

/**
 * An exact decimal number, `units` × 10^-`scale`. The scale is kept as printed: 4.50 is given to hundredths, and a
 * sum of rounded figures may be off by as much as its last digits allow. Binary floats would make 0.1 + 0.2 a finding.
 */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export const ZERO: Decimal = { units: 0n, scale: 0 }

const ZERO_DIGIT = 0x30
const POINT = 0x2e
const HYPHEN = 0x2d
const MINUS = 0x2212

/** So many digits a float holds exactly. */
const EXACT = 15

/** Reads plain digits with an optional sign, thousands commas and point; the caller has checked the form. */
export function decimal(digits: string): Decimal {
  return decimalAt(digits, 0, digits.length)
}

/** The same for the part of a text from offset `from` to `to`. */
export function decimalAt(text: string, from: number, to: number): Decimal {
  let units = 0
  let digits = 0
  let scale = -1
  let negative = false
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at)
    if (isDigit(c)) {
      units = units * 10 + (c - ZERO_DIGIT)
      digits++
      if (scale >= 0) scale++
    } else if (c === POINT) scale = 0
    else if (c === HYPHEN || c === MINUS) negative = true
  }
  const exact = digits <= EXACT ? BigInt(units) : BigInt(text.slice(from, to).replace(/\D/g, ''))
  return { units: negative ? -exact : exact, scale: Math.max(scale, 0) }
}

const POWERS = Array.from({ length: 24 }, (_, power) => 10n ** BigInt(power))

function powerOfTen(power: number): bigint {
  return POWERS[power] ?? 10n ** BigInt(power)
}

/** `d` × 10^`power`. */
export function shifted(d: Decimal, power: number): Decimal {
  if (power === 0) return d
  const scale = d.scale - power
  return scale >= 0 ? { units: d.units, scale } : { units: d.units * powerOfTen(-scale), scale: 0 }
}

export function times(a: Decimal, b: Decimal): Decimal {
  if (b.scale === 0 && b.units === 1n) return a
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale }
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { units: -b.units, scale: b.scale })
}

export function sum(all: readonly Decimal[]): Decimal {
  return all.reduce(plus, ZERO)
}

export function abs(d: Decimal): Decimal {
  return d.units < 0n ? { units: -d.units, scale: d.scale } : d
}

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [x, y] = [unitsAt(a, scale), unitsAt(b, scale)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The nearest multiple of `step`, which is positive. */
export function toStep(d: Decimal, step: Decimal): Decimal {
  const scale = Math.max(d.scale, step.scale)
  const [x, s] = [unitsAt(d, scale), unitsAt(step, scale)]
  const half = x < 0n ? -s / 2n : s / 2n
  return { units: ((x + half) / s) * s, scale }
}

/** Its digits without zeros at either end: how many there are says how much an agreement of digits means. */
export function significant(d: Decimal): string {
  return plain(d)
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
}

/** The nearest float: for shares and scores, never for telling two figures apart. */
export function approximately(d: Decimal): number {
  return Number(d.units) / 10 ** d.scale
}

/** Without exponent, without zeros at the end of the fraction: equal numbers give equal strings. */
export function plain(d: Decimal): string {
  const digits = (d.units < 0n ? -d.units : d.units).toString().padStart(d.scale + 1, '0')
  const whole = digits.slice(0, digits.length - d.scale)
  const fraction = d.scale === 0 ? '' : digits.slice(-d.scale).replace(/0+$/, '')
  return (d.units < 0n ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`)
}

function unitsAt(d: Decimal, scale: number): bigint {
  return scale === d.scale ? d.units : d.units * powerOfTen(scale - d.scale)
}
