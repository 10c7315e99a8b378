import { partitionPoint } from '../order/partition-point.ts'
import type { BlockId } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'

interface Index {
  /** Where owned spans start, sorted. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly owners: readonly BlockId[]
}

interface Owned {
  readonly from: number
  readonly to: number
  readonly owner: BlockId
}

/**
 * Which block owns which raw character. Sorted on the first question, since most documents on the way are never asked. After
 * an event only what the event has changed is sorted anew and merged into what was sorted before: 30,000 spans take a
 * quarter of a frame, and an editor makes an event with each key.
 */
export class Ownership {
  private blocks: ReadonlyMap<BlockId, Block>
  private index: Index | null = null
  /** An older index, and the blocks that have other spans since. */
  private older: { readonly index: Index; readonly changed: ReadonlySet<BlockId> } | null

  constructor(blocks: ReadonlyMap<BlockId, Block>) {
    this.blocks = blocks
    this.older = null
  }

  /** The same for blocks of which these are others, are new or are gone. */
  with(blocks: ReadonlyMap<BlockId, Block>, changed: ReadonlySet<BlockId>): Ownership {
    const next = new Ownership(blocks)
    if (this.index) next.older = { index: this.index, changed }
    else if (this.older)
      next.older = { index: this.older.index, changed: new Set([...this.older.changed, ...changed]) }
    return next
  }

  /** The owner of the raw character at `at`, or null. Logarithmic. */
  at(at: number): BlockId | null {
    const { starts, ends, owners } = this.sorted()
    const lo = partitionPoint(starts.length, (i) => starts[i]! <= at)
    return lo > 0 && at < ends[lo - 1]! ? owners[lo - 1]! : null
  }

  private sorted(): Index {
    if (this.index) return this.index
    const { older, blocks } = this
    this.index = older ? merged(older.index, older.changed, blocks) : indexOf(spansOf(blocks.values()))
    this.blocks = new Map()
    this.older = null
    return this.index
  }
}

function spansOf(blocks: Iterable<Block>): Owned[] {
  const out: Owned[] = []
  for (const { id, spans } of blocks)
    for (const { from, to } of spans) if (from < to) out.push({ from, to, owner: id })
  return out.sort((a, b) => a.from - b.from)
}

function indexOf(spans: readonly Owned[]): Index {
  return {
    starts: Uint32Array.from(spans, (s) => s.from),
    ends: Uint32Array.from(spans, (s) => s.to),
    owners: spans.map((s) => s.owner),
  }
}

function merged(old: Index, changed: ReadonlySet<BlockId>, blocks: ReadonlyMap<BlockId, Block>): Index {
  const fresh = spansOf([...changed].flatMap((id) => blocks.get(id) ?? []))
  const size = old.starts.length + fresh.length
  const starts = new Uint32Array(size)
  const ends = new Uint32Array(size)
  const owners: BlockId[] = []
  let next = 0
  const put = (from: number, to: number, owner: BlockId): void => {
    starts[owners.length] = from
    ends[owners.length] = to
    owners.push(owner)
  }
  old.starts.forEach((from, i) => {
    const owner = old.owners[i]!
    for (; next < fresh.length && fresh[next]!.from <= from; next++)
      put(fresh[next]!.from, fresh[next]!.to, fresh[next]!.owner)
    if (!changed.has(owner)) put(from, old.ends[i]!, owner)
  })
  for (; next < fresh.length; next++) put(fresh[next]!.from, fresh[next]!.to, fresh[next]!.owner)
  return { starts: starts.slice(0, owners.length), ends: ends.slice(0, owners.length), owners }
}
