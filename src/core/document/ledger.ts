import type { BlockId, Layer } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import { cleanLength } from '../corrections/segment.ts'
import type { Block } from '../structure/block.ts'
import { segments } from '../structure/segments.ts'
import type { Document } from './document.ts'
import { partitionFaults } from './partition.ts'

/** The two sums, in UTF-16 units. Each number is counted, none is what is left over. */
export interface LedgerFigures {
  readonly raw: {
    readonly total: number
    readonly kept: number
    readonly moved: number
    readonly removed: number
    readonly furniture: number
    readonly structure: number
  }
  readonly clean: {
    readonly total: number
    readonly kept: number
    readonly moved: number
    readonly inserted: number
  }
}

/** A place where the books do not balance. `from`/`to` are raw offsets. */
export type Imbalance = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'gap' | 'overlap'; readonly blocks: readonly BlockId[] }
  /** A block's pieces are not its spans. */
  | { readonly kind: 'block'; readonly block: BlockId; readonly owned: number; readonly walked: number }
  /** An edit, or moved text, names a correction that is not there, or is of another kind. */
  | { readonly kind: 'unnamed'; readonly block: BlockId; readonly correction: CorrectionId }
  /** What a correction says it removes, inserts or moves is not what the blocks hold of it. */
  | {
      readonly kind: 'correction'
      readonly correction: CorrectionId
      readonly said: number
      readonly found: number
    }
  /** A correction does not quote the raw text that it replaces. */
  | { readonly kind: 'misquoted'; readonly correction: CorrectionId }
  /** The reading order lacks a block, or names one that is not there. */
  | { readonly kind: 'order'; readonly block: BlockId }
  /** A sum is not the length of the text; the last net under all of the above. */
  | { readonly kind: 'sum'; readonly side: 'raw' | 'clean'; readonly said: number; readonly found: number }
)

export interface Ledger {
  readonly figures: LedgerFigures
  /** By correction, furniture included in neither. */
  readonly removed: ReadonlyMap<CorrectionId, number>
  readonly inserted: ReadonlyMap<CorrectionId, number>
  readonly furniture: ReadonlyMap<BlockId, number>
  readonly structure: ReadonlyMap<BlockId, number>
  /** How many corrections there are of each layer. */
  readonly layers: Readonly<Record<Layer, number>>
  readonly imbalances: readonly Imbalance[]
}

/**
 * Does every character of both texts have one fate? One walk over all pieces counts them; what the walk finds
 * is held against what is known by other ways: the length of the raw text, the spans of the blocks, and what
 * each correction says of itself. Linear in the book.
 *
 * raw = kept in place + moved + removed + furniture + structural marks and breaks; corrected text (furniture
 * is no part of it) = kept + moved + inserted.
 */
export function ledger(doc: Document): Ledger {
  const count = new Count(doc)
  for (const block of doc.blocks.values()) count.block(block)
  count.partition()
  count.order()
  count.corrections()
  return count.result()
}

interface Holding {
  removed: number
  inserted: number
  moved: number
}

class Count {
  private readonly doc: Document
  private readonly imbalances: Imbalance[] = []
  private readonly removed = new Map<CorrectionId, number>()
  private readonly inserted = new Map<CorrectionId, number>()
  private readonly furniture = new Map<BlockId, number>()
  private readonly structure = new Map<BlockId, number>()
  private readonly layers: Record<Layer, number> = { layout: 0, character: 0, substance: 0 }
  /** All that the blocks hold of each correction, in furniture, too. */
  private readonly held = new Map<CorrectionId, Holding>()
  private kept = 0
  private moved = 0
  private clean = 0

  constructor(doc: Document) {
    this.doc = doc
  }

  block(block: Block): void {
    const isFurniture = block.role === 'furniture'
    const first = block.spans[0]
    const owned = block.spans.reduce((sum, s) => sum + s.to - s.from, 0)
    for (const span of block.spans)
      if (span.moved !== undefined && this.name(block, span.moved, 'move', span))
        this.holding(span.moved).moved += span.to - span.from
    let walked = 0
    for (const s of segments(this.doc.raw, block)) {
      const size = s.to - s.from
      walked += size
      if (s.kind === 'edit') {
        this.name(block, s.correction, 'replace', s)
        const holding = this.holding(s.correction)
        holding.removed += size
        holding.inserted += s.insert.length
      }
      if (isFurniture) continue
      this.clean += cleanLength(s)
      if (s.kind === 'kept') {
        if (s.moved === null) this.kept += size
        else this.moved += size
      } else if (s.kind === 'mark') bump(this.structure, block.id, size)
      else {
        if (size > 0) bump(this.removed, s.correction, size)
        if (s.insert !== '') bump(this.inserted, s.correction, s.insert.length)
      }
    }
    if (isFurniture) bump(this.furniture, block.id, walked)
    if (walked !== owned)
      this.imbalances.push({ kind: 'block', from: first.from, to: first.to, block: block.id, owned, walked })
  }

  partition(): void {
    this.imbalances.push(...partitionFaults(this.doc.raw, this.doc.blocks.values()))
  }

  order(): void {
    const missing = new Set(this.doc.blocks.keys())
    for (const block of this.doc.order)
      if (!missing.delete(block)) this.imbalances.push({ kind: 'order', from: 0, to: 0, block })
    for (const block of missing) {
      const [{ from, to }] = this.doc.blocks.get(block)!.spans
      this.imbalances.push({ kind: 'order', from, to, block })
    }
  }

  /**
   * What each correction says of itself against what the blocks hold of it: an edit that no walk meets is
   * seen here.
   */
  corrections(): void {
    for (const correction of this.doc.corrections.values()) {
      this.layers[correction.layer]++
      const spans = correction.kind === 'replace' ? correction.edits.map((e) => e.span) : correction.spans
      const { from, to } = spans[0] ?? { from: 0, to: 0 }
      const { id } = correction
      const held = this.held.get(id)
      const pairs =
        correction.kind === 'replace'
          ? [
              [sizeOf(spans), held?.removed ?? 0],
              [correction.edits.reduce((sum, e) => sum + e.insert.length, 0), held?.inserted ?? 0],
            ]
          : [[sizeOf(spans), held?.moved ?? 0]]
      for (const [said, found] of pairs as [number, number][])
        if (said !== found)
          this.imbalances.push({ kind: 'correction', from, to, correction: id, said, found })
      const quoted = spans.every((s, i) => this.doc.raw.text.slice(s.from, s.to) === correction.replaces[i])
      if (!quoted || spans.length !== correction.replaces.length)
        this.imbalances.push({ kind: 'misquoted', from, to, correction: id })
    }
  }

  result(): Ledger {
    const total = this.doc.raw.text.length
    const raw = {
      total,
      kept: this.kept,
      moved: this.moved,
      removed: sumOf(this.removed),
      furniture: sumOf(this.furniture),
      structure: sumOf(this.structure),
    }
    const clean = { total: this.clean, kept: this.kept, moved: this.moved, inserted: sumOf(this.inserted) }
    const rawSum = raw.kept + raw.moved + raw.removed + raw.furniture + raw.structure
    const cleanSum = clean.kept + clean.moved + clean.inserted
    for (const [side, said, found] of [
      ['raw', total, rawSum],
      ['clean', clean.total, cleanSum],
    ] as const)
      if (said !== found) this.imbalances.push({ kind: 'sum', from: 0, to: total, side, said, found })
    return {
      figures: { raw, clean },
      removed: this.removed,
      inserted: this.inserted,
      furniture: this.furniture,
      structure: this.structure,
      layers: this.layers,
      imbalances: this.imbalances,
    }
  }

  private holding(id: CorrectionId): Holding {
    let holding = this.held.get(id)
    if (!holding) this.held.set(id, (holding = { removed: 0, inserted: 0, moved: 0 }))
    return holding
  }

  private name(
    block: Block,
    correction: CorrectionId,
    kind: 'replace' | 'move',
    { from, to }: { readonly from: number; readonly to: number },
  ): boolean {
    const known = this.doc.corrections.get(correction)?.kind === kind
    if (!known) this.imbalances.push({ kind: 'unnamed', from, to, block: block.id, correction })
    return known
  }
}

function bump<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0
  for (const n of counts.values()) sum += n
  return sum
}

function sizeOf(spans: readonly { readonly from: number; readonly to: number }[]): number {
  return spans.reduce((sum, s) => sum + s.to - s.from, 0)
}
