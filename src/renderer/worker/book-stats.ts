import type { Layer } from '../../core/corrections/correction.ts'
import { partsOf } from '../../core/corrections/parts.ts'
import type { Document } from '../../core/document/document.ts'

/** Corrections by layer over the length of the raw text, as of one event. */
export interface BookStats {
  readonly seq: number
  /** UTF-16 units of the raw text; each bin is an equal part of it. */
  readonly length: number
  readonly bins: Readonly<Record<Layer, readonly number[]>>
  /** The raw offset of the first correction in each bin; null where it has none. */
  readonly first: readonly (number | null)[]
}

/** Counts the corrections in so many equal parts of the raw text. */
export function bookStats(doc: Document, count: number): BookStats {
  const length = doc.raw.text.length
  const empty = (): number[] => Array.from({ length: count }, () => 0)
  const bins: Record<Layer, number[]> = { layout: empty(), character: empty(), substance: empty() }
  const first = Array.from<number | null>({ length: count }).fill(null)
  for (const correction of doc.corrections.values()) {
    const at = correction.kind === 'move' ? correction.spans[0]?.from : partsOf(correction)[0]?.span.from
    if (at === undefined) continue
    const bin = Math.min(count - 1, Math.floor((at / Math.max(1, length)) * count))
    const layer = bins[correction.layer]
    layer[bin] = (layer[bin] ?? 0) + 1
    const known = first[bin]
    if (known === null || known === undefined || at < known) first[bin] = at
  }
  return { seq: doc.seq, length, bins, first }
}
