import { partitionPoint } from '../../../core/order/partition-point.ts'
import type { BlockId, Layer } from '../../../core/corrections/correction.ts'
import { type Facet, FACETS } from '../../../core/diff/change.ts'
import type { DiffTable } from '../../../core/diff/packed.ts'

/** A line of the list: a row of the comparison, or rows without changes that are left out. */
export type Item =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'skipped'; readonly row: number; readonly rows: number }

/** What is made visible with these layers: what the print alone needed goes with the layout. */
export function facetsOf(layers: readonly Layer[]): ReadonlySet<Facet> {
  return new Set(
    FACETS.filter((facet) =>
      layers.includes(facet === 'furniture' || facet === 'structure' ? 'layout' : facet),
    ),
  )
}

/** The rows of some blocks, with the furniture that is printed between them and their own text that stands elsewhere. */
export function rowsOf(table: DiffTable, wanted: readonly BlockId[]): number[] {
  const blocks = new Set(wanted)
  const own = new Set(wanted.flatMap((block) => table.rowOf(block) ?? []))
  const out = new Set(own)
  const isAside = (row: number): boolean => row >= 0 && row < table.length && table.row(row).block === null
  const isTheirs = (row: number): boolean => table.row(row).loose.some((o) => blocks.has(o.block.id))
  for (const row of own) {
    let next = row + 1
    while (isAside(next)) next++
    for (let at = row + 1; at < next; at++) if (own.has(next) || isTheirs(at)) out.add(at)
    for (let at = row - 1; isAside(at); at--) if (isTheirs(at)) out.add(at)
  }
  return [...out].sort((a, b) => a - b)
}

/** The rows that have what is asked for, and how many others lie between them. */
export function onlyWith(rows: readonly number[], has: (row: number) => boolean): Item[] {
  const out: Item[] = []
  let skipped = 0
  let last = -1
  const flush = (): void => {
    if (skipped > 0) out.push({ kind: 'skipped', row: last, rows: skipped })
    skipped = 0
  }
  for (const row of rows) {
    if (!has(row)) {
      last = row
      skipped++
      continue
    }
    flush()
    out.push({ kind: 'row', row })
  }
  flush()
  return out
}

/** The number of stops before each row, and one number more: of all. */
export function countBefore(rows: readonly number[], stops: (row: number) => number): number[] {
  const out = [0]
  let sum = 0
  for (const row of rows) out.push((sum += stops(row)))
  return out
}

/** Index of a number in an ascending list, or -1. */
export function indexIn(list: readonly number[], value: number): number {
  const lo = partitionPoint(list.length, (i) => (list[i] ?? Infinity) < value)
  return list[lo] === value ? lo : -1
}
