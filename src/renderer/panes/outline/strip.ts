import type { Outline } from '../../session/outline.ts'

/** A stretch of the rail: some entries of the book, as many as share a few pixels. */
export interface Stretch {
  /** Index of its first entry's node. */
  readonly node: number
  readonly findings: number
  /** Share of its entries that are read. */
  readonly read: number
  /** A category begins in it. */
  readonly isBorder: boolean
}

/** The book's entries in at most `most` stretches of equal length. */
export function stretchesOf(
  { nodes }: Outline,
  counts: Int32Array,
  read: ReadonlySet<number>,
  most: number,
): Stretch[] {
  const entries = nodes.flatMap((n, i) => (n.kind === 'entry' ? [i] : []))
  const size = Math.max(1, Math.ceil(entries.length / Math.max(1, most)))
  const out: Stretch[] = []
  for (let at = 0; at < entries.length; at += size) {
    const some = entries.slice(at, at + size)
    const [first = 0] = some
    const last = entries[at - 1] ?? -1
    out.push({
      node: first,
      findings: some.reduce((sum, i) => sum + (counts[i] ?? 0), 0),
      read: some.filter((i) => read.has(i)).length / some.length,
      isBorder: at > 0 && nodes.slice(last + 1, first).some((n) => n.kind === 'category'),
    })
  }
  return out
}
