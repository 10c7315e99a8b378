import type { BlockId } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'
import type { RawText } from '../text/raw-text.ts'

/** A stretch of raw text that no block owns, or more than one. Raw offsets. */
export interface PartitionFault {
  readonly kind: 'gap' | 'overlap'
  readonly from: number
  readonly to: number
  /** Of an overlap: the two owners; of a gap: none. */
  readonly blocks: readonly BlockId[]
}

/**
 * All places where blocks do not partition the raw text, from its start to its end. Empty spans own nothing.
 */
export function partitionFaults(raw: RawText, blocks: readonly Block[]): PartitionFault[] {
  if (isPartition(raw, blocks)) return []
  const spans: { from: number; to: number; id: BlockId }[] = []
  for (const { id, spans: owned } of blocks)
    for (const { from, to } of owned) if (from < to) spans.push({ from, to, id })
  spans.sort((a, b) => a.from - b.from || a.to - b.to)
  const faults: PartitionFault[] = []
  let end = 0
  let owner: BlockId | null = null
  for (const { from, to, id } of spans) {
    if (from > end) faults.push({ kind: 'gap', from: end, to: from, blocks: [] })
    else if (from < end)
      faults.push({
        kind: 'overlap',
        from,
        to: Math.min(end, to),
        blocks: owner === null ? [id] : [owner, id],
      })
    if (to > end) {
      end = to
      owner = id
    }
  }
  const length = raw.text.length
  if (end < length) faults.push({ kind: 'gap', from: end, to: length, blocks: [] })
  if (end > length)
    faults.push({ kind: 'overlap', from: length, to: end, blocks: owner === null ? [] : [owner] })
  return faults
}

/**
 * From the start, is each span followed by one that begins where it ends, up to the end, and is there no other? Empty ones own
 * nothing.
 */
function isPartition({ text }: RawText, blocks: readonly Block[]): boolean {
  // Nearly all stand one after the other as they are read: few chains are left to be put in order.
  const chains: { readonly from: number; readonly to: number }[] = []
  let start = 0
  let end = 0
  for (const { spans } of blocks)
    for (const { from, to } of spans) {
      if (from >= to) continue
      if (from !== end) {
        if (start < end) chains.push({ from: start, to: end })
        start = from
      }
      end = to
    }
  chains.push({ from: start, to: end })
  chains.sort((a, b) => a.from - b.from)
  let at = 0
  for (const { from, to } of chains) {
    if (from !== at) return false
    at = to
  }
  return at === text.length
}

/** The first of them, or null where all is owned once. */
export function firstUnowned(raw: RawText, blocks: readonly Block[]): PartitionFault | null {
  return partitionFaults(raw, blocks)[0] ?? null
}
