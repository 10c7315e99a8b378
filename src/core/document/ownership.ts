import type { BlockId } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'

interface Index {
  /** Where owned spans start, sorted. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly owners: readonly BlockId[]
}

/** Which block owns which raw character. Sorted on the first question, since most documents on the way are never asked. */
export class Ownership {
  private blocks: ReadonlyMap<BlockId, Block>
  private index: Index | null = null

  constructor(blocks: ReadonlyMap<BlockId, Block>) {
    this.blocks = blocks
  }

  /** The owner of the raw character at `at`, or null. Logarithmic. */
  at(at: number): BlockId | null {
    const { starts, ends, owners } = this.sorted()
    let lo = 0
    let hi = starts.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (starts[mid]! <= at) lo = mid + 1
      else hi = mid
    }
    return lo > 0 && at < ends[lo - 1]! ? owners[lo - 1]! : null
  }

  private sorted(): Index {
    if (this.index) return this.index
    const spans: { from: number; to: number; owner: BlockId }[] = []
    for (const block of this.blocks.values())
      for (const { from, to } of block.spans) if (from < to) spans.push({ from, to, owner: block.id })
    spans.sort((a, b) => a.from - b.from)
    this.index = {
      starts: Uint32Array.from(spans, (s) => s.from),
      ends: Uint32Array.from(spans, (s) => s.to),
      owners: spans.map((s) => s.owner),
    }
    this.blocks = new Map()
    return this.index
  }
}
