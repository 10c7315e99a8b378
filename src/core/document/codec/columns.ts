import { err, type Result } from '../../result.ts'

/**
 * Columns of whole numbers as short strings, after the way of source maps: sign in the lowest bit, five bits
 * to a character, the sixth says that more follow. Of two notations of a column, the shorter is taken.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Map(Array.from(DIGITS, (ch, i) => [ch, i]))
/** Beyond this, halving and doubling would lose units. */
export const LARGEST = 2 ** 48

/** Thrown inside the codec only, and turned into a typed error at its border. */
export class Damage extends Error {}

/** The columns are whole, but do not fit the text. */
export class Misfit extends Damage {}

/**
 * What `read` makes of columns. One that breaks off is found in the middle of reading it, and comes back as an error; what
 * else is thrown is a bug, and shows as one.
 */
export function readColumns<T, E>(
  read: () => Result<T, E>,
): Result<T, E | { readonly kind: 'other-text' | 'damaged'; readonly detail: string }> {
  try {
    return read()
  } catch (error) {
    if (error instanceof Misfit) return err({ kind: 'other-text', detail: error.message })
    if (error instanceof Damage || error instanceof SyntaxError)
      return err({ kind: 'damaged', detail: error.message })
    throw error
  }
}

/** `p` and the numbers, or `r` and pairs of a number and how often it comes. */
export function writeColumn(numbers: readonly number[]): string {
  const plain = numbers.map(write).join('')
  let runs = ''
  for (let i = 0; i < numbers.length;) {
    let end = i + 1
    while (end < numbers.length && numbers[end] === numbers[i]) end++
    runs += write(numbers[i]!) + write(end - i)
    i = end
  }
  return runs.length < plain.length ? `r${runs}` : `p${plain}`
}

export function readColumn(column: unknown): number[] {
  if (typeof column !== 'string') throw new Damage('a column is no string')
  const numbers = read(column)
  if (column.startsWith('p')) return numbers
  if (!column.startsWith('r') || numbers.length % 2 !== 0) throw new Damage('a column has no notation')
  const out: number[] = []
  for (let i = 0; i < numbers.length; i += 2) {
    const times = numbers[i + 1]!
    // A damaged count must not fill the memory.
    if (times < 1 || out.length + times > 50_000_000) throw new Damage('a run has no length')
    for (let k = 0; k < times; k++) out.push(numbers[i]!)
  }
  return out
}

/** Each number as its distance from the one before. */
export function deltas(numbers: readonly number[]): number[] {
  return numbers.map((n, i) => n - (numbers[i - 1] ?? 0))
}

export function sums(deltas: readonly number[]): number[] {
  let at = 0
  return deltas.map((d) => (at += d))
}

function write(n: number): string {
  let rest = n < 0 ? -n * 2 + 1 : n * 2
  let out = ''
  do {
    const low = rest % 32
    rest = (rest - low) / 32
    out += DIGITS[rest > 0 ? low + 32 : low]!
  } while (rest > 0)
  return out
}

function read(column: string): number[] {
  const out: number[] = []
  let n = 0
  let factor = 1
  for (let i = 1; i < column.length; i++) {
    const digit = VALUES.get(column[i]!)
    if (digit === undefined) throw new Damage('a column holds a strange character')
    n += (digit % 32) * factor
    if (digit >= 32) {
      factor *= 32
      continue
    }
    if (n > LARGEST * 2 + 1) throw new Damage('a number is too large')
    const low = n % 2
    out.push(low === 1 ? -(n - 1) / 2 : n / 2)
    n = 0
    factor = 1
  }
  if (factor > 1) throw new Damage('a column ends in the middle of a number')
  return out.map((x) => (x === 0 ? 0 : x))
}
