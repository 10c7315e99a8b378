import { longestRise } from '../longest-rise.ts'
import { partitionPoint } from '../partition-point.ts'
import { isBlank } from '../text/characters.ts'

/** A clause of fewer characters than these may stand in two places by chance. */
const LEAST = 4
const CLAUSE = /[^。；，！？：【】（）]*[。；，！？：【】（）]|[^。；，！？：【】（）]+$/g

/** A text without its white space: a new proof is broken into other lines, and its words are the same. */
export interface Squeezed {
  readonly text: string
  /** The raw offset of each unit. */
  readonly at: Int32Array
}

export function squeeze(raw: string): Squeezed {
  const at = new Int32Array(raw.length)
  const parts: string[] = []
  let n = 0
  let from = 0
  for (let i = 0; i <= raw.length; i++) {
    if (i < raw.length && !isBlank(raw.charCodeAt(i)) && raw[i] !== '\n' && raw[i] !== '\f') at[n++] = i
    else {
      if (from < i) parts.push(raw.slice(from, i))
      from = i + 1
    }
  }
  return { text: parts.join(''), at: at.slice(0, n) }
}

/** The first unit that stands at or after a raw offset. */
export function unitAt({ at }: Squeezed, raw: number): number {
  return partitionPoint(at.length, (i) => at[i]! < raw)
}

/**
 * Which unit of `b` each unit of `a` has become; -1 where none. Clauses that stand once in both texts, in the same order,
 * hold them together (patience diff, by clauses: a line is broken otherwise in each proof); from there equal characters
 * are followed in both directions. What was moved elsewhere has become nothing: its surroundings are others. Linear but for
 * sorting the clauses; a common-subsequence diff over all characters takes minutes.
 */
export function align(a: string, b: string): Int32Array {
  const map = new Int32Array(a.length).fill(-1)
  let [i, j] = [0, 0]
  for (const anchor of [...anchorsOf(a, b), { a: a.length, b: b.length, length: 0 }]) {
    while (i < anchor.a && j < anchor.b && a[i] === b[j]) map[i++] = j++
    let [p, q] = [anchor.a, anchor.b]
    while (p > i && q > j && a[p - 1] === b[q - 1]) map[--p] = --q
    for (let k = 0; k < anchor.length; k++) map[anchor.a + k] = anchor.b + k
    i = anchor.a + anchor.length
    j = anchor.b + anchor.length
  }
  return map
}

interface Anchor {
  readonly a: number
  b: number
  readonly length: number
  times: number
}

function anchorsOf(a: string, b: string): readonly Omit<Anchor, 'times'>[] {
  const places = new Map<string, Anchor>()
  for (const { 0: clause, index } of a.matchAll(CLAUSE)) {
    if (clause.length < LEAST) continue
    const known = places.get(clause)
    if (known) known.times = 3
    else places.set(clause, { a: index, b: -1, length: clause.length, times: 1 })
  }
  for (const { 0: clause, index } of b.matchAll(CLAUSE)) {
    const known = places.get(clause)
    if (!known) continue
    known.b = index
    known.times++
  }
  return longestRise([...places.values()].filter(({ times, b: at }) => times === 2 && at >= 0))
}
