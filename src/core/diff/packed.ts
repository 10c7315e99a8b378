import { partitionPoint } from '../order/partition-point.ts'
import type { BlockId, Layer } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'
import type { BookDiff } from './book.ts'
import type { Counts } from './counts.ts'
import type { FacetSet } from './digest.ts'
import type { Strays } from './homes.ts'
import type { Row } from './rows.ts'
import type { Owned } from './standing.ts'

const LAYERS: readonly Layer[] = ['layout', 'character', 'substance']

/** A comparison of a whole book as numbers, to be handed from a worker to a window that holds the same blocks. */
export interface PackedDiff {
  /** Of each row, the index of its block in reading order, or -1. */
  readonly blocks: Int32Array<ArrayBuffer>
  /** Of each piece of loose text: its row, the index of its block, the index of its span. Rows ascend. */
  readonly loose: Int32Array<ArrayBuffer>
  readonly facets: Uint8Array<ArrayBuffer>
  /** Of each row, how many corrections of each layer are at home in it. */
  readonly stops: Uint32Array<ArrayBuffer>
  readonly strays: Strays
  readonly counts: Counts
}

/** What a window reads out of it, row by row. */
export interface DiffTable {
  readonly length: number
  readonly strays: Strays
  readonly counts: Counts
  row(index: number): Row
  /** The row in which a block is read; of furniture, the one in which it is printed. */
  rowOf(block: BlockId): number | null
  facets(index: number): FacetSet
  /** How many corrections of these layers are at home in this row. */
  stops(index: number, layers: readonly Layer[]): number
}

export function packDiff(
  { rows, facets, stops, strays, counts }: BookDiff,
  blocks: readonly Block[],
): PackedDiff {
  const index = new Map(blocks.map((b, i) => [b.id, i]))
  const loose: number[] = []
  rows.forEach((row, i) => {
    for (const { block, span } of row.loose) loose.push(i, index.get(block.id)!, block.spans.indexOf(span))
  })
  return {
    blocks: Int32Array.from(rows, (row) => (row.block ? index.get(row.block.id)! : -1)),
    loose: Int32Array.from(loose),
    facets: Uint8Array.from(facets),
    stops: Uint32Array.from(
      stops.flatMap((of) => LAYERS.map((layer) => of.filter((s) => s.layer === layer).length)),
    ),
    strays,
    counts,
  }
}

/** `blocks` are those that were compared, in reading order: the same ones, or equal. */
export function unpackDiff(packed: PackedDiff, blocks: readonly Block[]): DiffTable {
  const { loose } = packed
  const away = new Set<number>()
  const key = (block: number, span: number): number => block * 2 ** 26 + span
  for (let i = 0; i < loose.length; i += 3) away.add(key(loose[i + 1]!, loose[i + 2]!))
  let places: ReadonlyMap<BlockId, number> | null = null
  return {
    length: packed.blocks.length,
    strays: packed.strays,
    counts: packed.counts,
    row(index) {
      const at = packed.blocks[index]!
      const block = blocks[at] ?? null
      return {
        block,
        loose: looseIn(loose, index, blocks),
        stands: block ? block.spans.filter((s, i) => s.from < s.to && !away.has(key(at, i))) : [],
      }
    },
    rowOf(block) {
      places ??= placesOf(packed, blocks)
      return places.get(block) ?? null
    },
    facets: (index) => packed.facets[index]!,
    stops: (index, layers) =>
      layers.reduce((sum, layer) => sum + packed.stops[index * LAYERS.length + LAYERS.indexOf(layer)]!, 0),
  }
}

function placesOf(packed: PackedDiff, blocks: readonly Block[]): Map<BlockId, number> {
  const out = new Map<BlockId, number>()
  packed.blocks.forEach((block, row) => {
    if (block >= 0) out.set(blocks[block]!.id, row)
  })
  for (let i = 0; i < packed.loose.length; i += 3) {
    const { id, role } = blocks[packed.loose[i + 1]!]!
    if (role === 'furniture' && !out.has(id)) out.set(id, packed.loose[i]!)
  }
  return out
}

function looseIn(loose: Int32Array, row: number, blocks: readonly Block[]): Owned[] {
  const lo = partitionPoint(loose.length / 3, (i) => loose[i * 3]! < row)
  const out: Owned[] = []
  for (let i = lo * 3; i < loose.length && loose[i] === row; i += 3) {
    const block = blocks[loose[i + 1]!]!
    out.push({ block, span: block.spans[loose[i + 2]!]! })
  }
  return out
}
