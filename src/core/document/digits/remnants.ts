import { type Walker, walk } from '../../structure/segments.ts'
import type { Document } from '../document.ts'

/** Both texts of a book, without most of what stands in both. */
export interface Remnants {
  readonly raw: string
  /** Blocks are parted by line breaks. */
  readonly clean: string
}

/**
 * Leaves out of both texts what cannot differ: of each stretch of kept text what lies between two Han characters of it, or
 * breaks. Those part numbers on both sides, so that the numbers between them are the same ones; they themselves stay, and
 * part those that are left. Linear but for sorting.
 */
export function remnants(doc: Document): Remnants {
  const { text } = doc.raw
  const clean: string[] = []
  const cuts: { readonly from: number; readonly to: number }[] = []
  const walker: Walker = {
    kept(from, to) {
      let first = from
      while (first < to && !isBorder(text.charCodeAt(first))) first++
      let last = to - 1
      while (last > first && !isBorder(text.charCodeAt(last))) last--
      if (last - first < LEAST) clean.push(text.slice(from, to))
      else {
        clean.push(text.slice(from, first + 1), text.slice(last, to))
        cuts.push({ from: first + 1, to: last })
      }
    },
    mark: () => undefined,
    edit: ({ insert }) => clean.push(insert),
  }
  for (const block of doc.blocks.values()) {
    walk(doc.raw, block, walker)
    clean.push('\n')
  }
  cuts.sort((a, b) => a.from - b.from)
  const raw: string[] = []
  let at = 0
  for (const { from, to } of cuts) {
    raw.push(text.slice(at, from))
    at = to
  }
  raw.push(text.slice(at))
  return { raw: raw.join(''), clean: clean.join('') }
}

/** Shorter stretches are not worth the cut. */
const LEAST = 4

/** Parts numbers for certain, by itself: a line break, or Han (neither 〇 nor half of a pair). */
function isBorder(unit: number): boolean {
  return unit === 0x0a || (unit >= 0x4e00 && unit <= 0x9fff)
}
