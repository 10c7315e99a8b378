import { longestRise } from '../order/longest-rise.ts'
import { changesFigures } from './figures.ts'
import { type Part, refine } from './refine.ts'
import { alike } from './similarity.ts'

/** What became of a line between two texts. Numbers count lines from 0; `text` is that of the side it stands on. */
export type LineChange =
  | { readonly kind: 'same'; readonly a: number; readonly b: number; readonly text: string }
  | { readonly kind: 'removed'; readonly a: number; readonly text: string }
  | { readonly kind: 'inserted'; readonly b: number; readonly text: string }
  | {
      readonly kind: 'changed'
      readonly a: number
      readonly b: number
      readonly parts: readonly Part[]
      /** It changes a number. */
      readonly figures: boolean
    }

interface Range {
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
}

/** Where two lines in a gap have to be compared, pair by pair: 200 against 200. */
const MOST_PAIRS = 40_000

/**
 * Two texts line by line, in order: the `a` of all changes but inserted ones count through the first text, the `b` of all
 * but removed ones through the second.
 *
 * Lines that stand once in both texts and in the same order are the same line (patience diff: a paragraph of prose is
 * nearly always unlike any other); between them, lines are paired by how alike they are. A common-subsequence diff over all lines
 * was not taken: it matches blank lines and repeated heads across unrelated paragraphs.
 */
export function compareLines(a: readonly string[], b: readonly string[]): LineChange[] {
  const out: LineChange[] = []
  const todo: Range[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }]
  for (let range = todo.pop(); range; range = todo.pop()) {
    const start = { ...range }
    while (start.a < start.aEnd && start.b < start.bEnd && a[start.a] === b[start.b]) {
      out.push({ kind: 'same', a: start.a, b: start.b, text: a[start.a]! })
      start.a++
      start.b++
    }
    const anchors = unique(a, b, start)
    if (anchors.length === 0) {
      out.push(...gap(a, b, start))
      continue
    }
    // Last first, since ranges are taken from the end. Each begins with its anchor but the first.
    const [first] = anchors
    for (let i = anchors.length - 1; i >= 0; i--) {
      const { a: from, b: bFrom } = anchors[i]!
      const next = anchors[i + 1] ?? { a: start.aEnd, b: start.bEnd }
      todo.push({ a: from, aEnd: next.a, b: bFrom, bEnd: next.b })
    }
    todo.push({ a: start.a, aEnd: first!.a, b: start.b, bEnd: first!.b })
  }
  return out
}

/** Lines that stand once on each side of the range, as many as are in one order on both. */
function unique(a: readonly string[], b: readonly string[], range: Range): { a: number; b: number }[] {
  const places = new Map<string, { a: number; b: number; times: number }>()
  for (let i = range.a; i < range.aEnd; i++) {
    // A blank line that happens to be the only one says nothing.
    if (a[i]!.trim() === '') continue
    const place = places.get(a[i]!)
    if (place) place.times = 3
    else places.set(a[i]!, { a: i, b: -1, times: 1 })
  }
  for (let j = range.b; j < range.bEnd; j++) {
    const place = places.get(b[j]!)
    if (place) {
      place.b = j
      place.times++
    }
  }
  return longestRise([...places.values()].filter((p) => p.times === 2 && p.b >= 0))
}

/** Lines without an anchor: those that are alike are one line that was changed; the rest went, or came. */
function gap(a: readonly string[], b: readonly string[], range: Range): LineChange[] {
  const out: LineChange[] = []
  let { a: i, b: j } = range
  const flush = (toA: number, toB: number): void => {
    for (; i < toA; i++) out.push({ kind: 'removed', a: i, text: a[i]! })
    for (; j < toB; j++) out.push({ kind: 'inserted', b: j, text: b[j]! })
  }
  for (const pair of pairs(a, b, range)) {
    flush(pair.a, pair.b)
    out.push(changed(a[i]!, b[j]!, i++, j++))
  }
  flush(range.aEnd, range.bEnd)
  return out
}

function changed(before: string, after: string, a: number, b: number): LineChange {
  if (before === after) return { kind: 'same', a, b, text: before }
  const figures = changesFigures('', before, after, '')
  return { kind: 'changed', a, b, parts: refine(before, after, figures), figures }
}

/** The pairing, in order on both sides, that is most alike in sum. */
function pairs(
  a: readonly string[],
  b: readonly string[],
  { a: a0, aEnd, b: b0, bEnd }: Range,
): { a: number; b: number }[] {
  const [n, m] = [aEnd - a0, bEnd - b0]
  if (n === 0 || m === 0 || n * m > MOST_PAIRS) return []
  const width = m + 1
  const best = new Float64Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const [one, other] = [a[a0 + i]!, b[b0 + j]!]
      // So much text is kept by this pair: a paragraph outweighs the blank lines around it.
      const likeness = alike(one, other) * (1 + one.length + other.length)
      best[i * width + j] = Math.max(
        likeness > 0 ? likeness + best[(i + 1) * width + j + 1]! : 0,
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
      )
    }
  const out: { a: number; b: number }[] = []
  for (let i = 0, j = 0; i < n && j < m;) {
    const here = best[i * width + j]!
    if (here === best[(i + 1) * width + j]) i++
    else if (here === best[i * width + j + 1]) j++
    else out.push({ a: a0 + i++, b: b0 + j++ })
  }
  return out
}
