import { partitionPoint } from '../../core/order/partition-point.ts'
import type { BlockId } from '../../core/corrections/correction.ts'
import type { Document, ReadMark } from '../../core/document/document.ts'
import type { Table } from '../../core/document/table.ts'
import type { Outline } from './outline.ts'
import { type RawOffset, rawSpan, type Span } from '../../core/text/offset.ts'

/** Stretches of raw text that were read, put together, sorted. */
type Stretches = readonly { readonly from: number; to: number }[]

const STRETCHES = new WeakMap<Table<RawOffset, ReadMark>, Stretches>()

function stretches(doc: Document): Stretches {
  const known = STRETCHES.get(doc.read)
  if (known) return known
  const out: { from: number; to: number }[] = []
  for (const { from, to } of [...doc.read.values()].map((m) => m.span).sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else out.push({ from, to })
  }
  STRETCHES.set(doc.read, out)
  return out
}

/** Was all raw text of these blocks read? Marks are laid on raw text, so that they outlive a later split or join. */
function isRead(doc: Document, blocks: readonly BlockId[]): boolean {
  const read = stretches(doc)
  if (read.length === 0) return false
  for (const id of blocks)
    for (const { from, to } of doc.blocks.get(id)?.spans ?? []) {
      const stretch = from < to ? read[lastFrom(read, from)] : null
      if (stretch === undefined || (stretch && to > stretch.to)) return false
    }
  return true
}

/** Index of the last stretch that starts at or before `at`, or -1. */
function lastFrom(read: Stretches, at: number): number {
  return partitionPoint(read.length, (i) => (read[i]?.from ?? Infinity) <= at) - 1
}

/** Indexes of the entries that are read. */
export function readEntries(doc: Document, { nodes }: Outline): ReadonlySet<number> {
  const out = new Set<number>()
  if (doc.read.size === 0) return out
  nodes.forEach((node, i) => {
    if (node.kind === 'entry' && isRead(doc, node.blocks)) out.add(i)
  })
  return out
}

/** The raw text of these blocks. */
export function spansOf(doc: Document, blocks: readonly BlockId[]): Span[] {
  return blocks
    .flatMap((id) => doc.blocks.get(id)?.spans ?? [])
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => rawSpan(from, to))
}

/** The marks that touch these blocks: what is taken away to have them unread again. */
export function marksOn(doc: Document, blocks: readonly BlockId[]): Span[] {
  const spans = spansOf(doc, blocks)
  return [...doc.read.values()]
    .map((mark) => mark.span)
    .filter((mark) => spans.some((span) => mark.from < span.to && span.from < mark.to))
}
