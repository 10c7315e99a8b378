import { type Difference, type DigitLock, DigitReader, type DigitViolation } from './digits/reader.ts'
import { remnants } from './digits/remnants.ts'
import { runsBySearch } from './digits/tokens.ts'
import type { RawText } from '../text/raw-text.ts'
import { blocksOf, type Document } from './document.ts'
import { Pieces } from './pieces.ts'

/**
 * Are the numbers of the corrected text those of the raw text? The multiset of digit runs (see
 * `digits/tokens.ts`) over all blocks, furniture included, must be the same but for marked readings, rejoined
 * numbers and what the editor did.
 *
 * The raw side is the raw text as a whole, each block of the corrected side a text of its own. Where no edit is near a
 * number it is proved as it stands (`digits/untouched.ts`); elsewhere all tokens are read. Runs that came through
 * unchanged are paired off by their raw offsets, wherever their blocks are read now; what is left is put together in
 * clusters and judged place by place. So two swapped numbers are two differences, although the multiset is the same. Then
 * both texts are read once more by another way. Linear in the book but for sorting.
 */
export function digitLock(doc: Document): DigitLock {
  const pieces = new Pieces(doc.raw, blocksOf(doc))
  const { differences, ...lock } = new DigitReader(doc.raw).read(doc, pieces)
  const rest = readAgain(doc.raw, pieces, differences)
  return rest ? { ...lock, violations: [...lock.violations, rest] } : lock
}

/**
 * The whole books once more, by another reader: what differs between them must be just what the first one has found. Null
 * where it is.
 */
export function readAgain(
  raw: RawText,
  pieces: Pieces,
  differences: readonly Difference[],
): DigitViolation | null {
  const counts = new Map<string, number>()
  const add = (runs: readonly string[], by: number): void => {
    for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + by)
  }
  const left = remnants(raw, pieces)
  add(runsBySearch(left.raw), 1)
  add(runsBySearch(left.clean), -1)
  for (const found of differences) {
    add(found.raw, -1)
    add(found.clean, 1)
  }
  const gone = [...counts].flatMap(([run, count]) => (count > 0 ? [run] : []))
  const come = [...counts].flatMap(([run, count]) => (count < 0 ? [run] : []))
  if (gone.length + come.length === 0) return null
  const whole = { from: 0, to: raw.text.length, correction: null, block: null }
  return { kind: 'unaccounted', ...whole, raw: gone, clean: come }
}
