import { longestRise } from '../order/longest-rise.ts'
import { partitionPoint } from '../order/partition-point.ts'
import { isBlank } from '../text/characters.ts'

/** A clause of fewer characters than these may stand in two places by chance. */
const LEAST = 4
/** So many characters in a row tell a place within a short stretch. */
const RUN = 6
const WORTH_A_LOOK = 100_000
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
 * hold them together (patience diff, by clauses: a line is broken otherwise in each proof); what they leave between them is
 * held together by short runs of characters in the same way, so that a clause with two changes does not lose its middle. From
 * there equal characters are followed in both directions. What was moved elsewhere has become nothing: its surroundings are
 * others. Linear but for sorting; a common-subsequence diff over all characters takes minutes.
 */
export function align(a: string, b: string): Int32Array {
  const map = new Int32Array(a.length).fill(-1)
  fill({ a, b, map }, { from: 0, to: a.length }, { from: 0, to: b.length }, [clauses, runs])
  return map
}

interface Ground {
  readonly a: string
  readonly b: string
  readonly map: Int32Array
}

interface Range {
  readonly from: number
  readonly to: number
}

/** What a text is held together by: its pieces, each with its place. */
type Pieces = (text: string, range: Range) => Iterable<readonly [piece: string, at: number]>

function* clauses(text: string, { from, to }: Range): ReturnType<Pieces> {
  for (const { 0: clause, index } of text.slice(from, to).matchAll(CLAUSE))
    if (clause.length >= LEAST) yield [clause, from + index]
}

function* runs(text: string, { from, to }: Range): ReturnType<Pieces> {
  // Between texts that have nothing in common there is nothing to find, and much to look through.
  if (to - from > WORTH_A_LOOK) return
  for (let at = from; at + RUN <= to; at++) yield [text.slice(at, at + RUN), at]
}

function fill(ground: Ground, of: Range, into: Range, ways: readonly Pieces[]): void {
  const { a, b, map } = ground
  const [way, ...finer] = ways
  const anchors = way ? anchorsOf(way(a, of), way(b, into)) : []
  let [i, j] = [of.from, into.from]
  for (const anchor of [...anchors, { a: of.to, b: into.to, length: 0 }]) {
    // A run may reach over the one before it.
    if (anchor.a < i || anchor.b < j) continue
    while (i < anchor.a && j < anchor.b && a[i] === b[j]) map[i++] = j++
    let [p, q] = [anchor.a, anchor.b]
    while (p > i && q > j && a[p - 1] === b[q - 1]) map[--p] = --q
    if (finer.length > 0 && p > i && q > j) fill(ground, { from: i, to: p }, { from: j, to: q }, finer)
    for (let k = 0; k < anchor.length; k++) map[anchor.a + k] = anchor.b + k
    i = anchor.a + anchor.length
    j = anchor.b + anchor.length
  }
}

interface Anchor {
  readonly a: number
  b: number
  readonly length: number
  times: number
}

type Placed = ReturnType<Pieces>

function anchorsOf(inA: Placed, inB: Placed): readonly Omit<Anchor, 'times'>[] {
  const places = new Map<string, Anchor>()
  for (const [piece, at] of inA) {
    const known = places.get(piece)
    if (known) known.times = 3
    else places.set(piece, { a: at, b: -1, length: piece.length, times: 1 })
  }
  for (const [piece, at] of inB) {
    const known = places.get(piece)
    if (!known) continue
    known.b = at
    known.times++
  }
  return longestRise([...places.values()].filter(({ times, b: at }) => times === 2 && at >= 0))
}
