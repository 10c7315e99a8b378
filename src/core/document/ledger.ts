import type { BlockId, Correction, Layer } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import { rawSpan, type Span } from '../text/offset.ts'
import { isQuote } from '../text/raw-text.ts'
import type { Document } from './document.ts'
import { Keyed } from './keyed.ts'
import { partitionFaults } from './partition.ts'
import { KEPT, MARK, MOVED, Pieces } from './pieces.ts'

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
  /** How many corrections there are of each layer. */
  readonly layers: Readonly<Record<Layer, number>>
  readonly imbalances: readonly Imbalance[]
}

/**
 * Does every character of both texts have one fate? One walk over all pieces counts them (`pieces`, where a caller has
 * them already); what the walk finds is held against what is known by other ways: the length of the raw text, the spans of
 * the blocks, and what each correction says of itself. Linear in the book.
 *
 * raw = kept in place + moved + removed + furniture + structural marks and breaks; corrected text (furniture
 * is no part of it) = kept + moved + inserted.
 */
export function ledger(doc: Document, pieces = new Pieces(doc.raw, [...doc.blocks.values()])): Ledger {
  const count = new Count(doc)
  for (let place = 0; place < pieces.blocks.length; place++) count.block(pieces, place)
  count.partition()
  count.order()
  count.corrections()
  return count.result()
}

/** Counts what the walks tell. Numbers of a correction stand in columns, by its place in the list: a book has 300,000. */
class Count {
  private readonly doc: Document
  private readonly imbalances: Imbalance[] = []
  private readonly listed: readonly Correction[]
  private readonly places: Keyed<CorrectionId, Correction>
  /** All that the blocks hold of each correction, in furniture, too. */
  private readonly removedBy: Float64Array
  private readonly insertedBy: Float64Array
  private readonly movedBy: Float64Array
  private readonly layers: Record<Layer, number> = { layout: 0, character: 0, substance: 0 }
  private readonly sums = { kept: 0, moved: 0, removed: 0, inserted: 0, furniture: 0, structure: 0, clean: 0 }

  constructor(doc: Document) {
    this.doc = doc
    this.listed = [...doc.corrections.values()]
    const known = doc.corrections.unchanged
    this.places = isKeyed(known) ? known : new Keyed(this.listed)
    const columns = [0, 1, 2].map(() => new Float64Array(this.listed.length))
    this.removedBy = columns[0]!
    this.insertedBy = columns[1]!
    this.movedBy = columns[2]!
  }

  block(pieces: Pieces, at: number): void {
    const block = pieces.blocks[at]!
    const first = block.spans[0]
    let owned = 0
    for (const span of block.spans) {
      owned += span.to - span.from
      if (span.moved === undefined) continue
      const place = this.place(block, span.moved, 'move', span)
      if (place !== undefined) this.movedBy[place]! += span.to - span.from
    }
    const walked = this.pieces(block, pieces, at)
    if (block.role === 'furniture') this.sums.furniture += walked
    if (walked !== owned)
      this.imbalances.push({
        kind: 'block',
        from: first.from,
        to: first.to,
        block: block.id,
        owned,
        walked,
      })
  }

  /** How much raw text the pieces of a block are. */
  private pieces(block: Block, pieces: Pieces, place: number): number {
    const { sums } = this
    const counts = block.role !== 'furniture'
    let walked = 0
    const end = pieces.firsts[place + 1]!
    for (let i = pieces.firsts[place]!; i < end; i++) {
      const fate = pieces.fate(i)
      const size = pieces.to(i) - pieces.from(i)
      walked += size
      if (fate >= 0) this.edit(block, pieces.edits[fate]!)
      if (!counts) continue
      const clean = fate >= 0 ? pieces.edits[fate]!.insert.length : fate === MARK ? 0 : size
      sums.clean += clean
      if (fate === KEPT) sums.kept += size
      else if (fate === MOVED) sums.moved += size
      else if (fate === MARK) sums.structure += size
      else {
        sums.removed += size
        sums.inserted += clean
      }
    }
    return walked
  }

  private edit(block: Block, { span, insert, correction }: BlockEdit): void {
    const place = this.place(block, correction, 'replace', span)
    if (place === undefined) return
    this.removedBy[place]! += span.to - span.from
    this.insertedBy[place]! += insert.length
  }

  partition(): void {
    this.imbalances.push(...partitionFaults(this.doc.raw, [...this.doc.blocks.values()]))
  }

  order(): void {
    // Mostly the blocks stand in their map as they are read.
    let read = 0
    for (const { id } of this.doc.blocks.values()) if (this.doc.order[read] === id) read++
    if (read === this.doc.order.length && read === this.doc.blocks.size) return
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
    for (let place = 0; place < this.listed.length; place++) {
      const correction = this.listed[place]!
      this.layers[correction.layer]++
      const size = correction.kind === 'replace' ? correction.edits.length : correction.spans.length
      let covered = 0
      let inserted = 0
      let quoted = size === correction.replaces.length
      for (let i = 0; i < size; i++) {
        const span = spanOf(correction, i)!
        covered += span.to - span.from
        if (correction.kind === 'replace') inserted += correction.edits[i]!.insert.length
        quoted &&= isQuote(this.doc.raw, span, correction.replaces[i]!)
      }
      const held = correction.kind === 'replace' ? this.removedBy : this.movedBy
      this.compare(correction, covered, held[place]!)
      this.compare(correction, inserted, this.insertedBy[place]!)
      if (quoted) continue
      const { from, to } = spanOf(correction, 0) ?? NOWHERE
      this.imbalances.push({ kind: 'misquoted', from, to, correction: correction.id })
    }
  }

  result(): Ledger {
    const total = this.doc.raw.text.length
    const { kept, moved, removed, furniture, structure, inserted, clean: cleanTotal } = this.sums
    const raw = { total, kept, moved, removed, furniture, structure }
    const clean = { total: cleanTotal, kept, moved, inserted }
    const rawSum = kept + moved + removed + furniture + structure
    const cleanSum = kept + moved + inserted
    for (const [side, said, found] of [
      ['raw', total, rawSum],
      ['clean', cleanTotal, cleanSum],
    ] as const)
      if (said !== found) this.imbalances.push({ kind: 'sum', from: 0, to: total, side, said, found })
    return { figures: { raw, clean }, layers: this.layers, imbalances: this.imbalances }
  }

  private compare(correction: Correction, said: number, found: number): void {
    if (said === found) return
    const { from, to } = spanOf(correction, 0) ?? NOWHERE
    this.imbalances.push({ kind: 'correction', from, to, correction: correction.id, said, found })
  }

  /** The place in the list of the correction that something held names; none where it is not there, or of another kind. */
  private place(
    block: Block,
    correction: CorrectionId,
    kind: Correction['kind'],
    { from, to }: Span,
  ): number | undefined {
    const place = this.places.placeOf(correction)
    if (place >= 0 && this.listed[place]!.kind === kind) return place
    this.imbalances.push({ kind: 'unnamed', from, to, block: block.id, correction })
    return undefined
  }
}

function isKeyed(map: unknown): map is Keyed<CorrectionId, Correction> {
  return map instanceof Keyed
}

const NOWHERE = rawSpan(0, 0)

/** What a correction removes or moves in its i-th place. */
function spanOf(correction: Correction, i: number): Span | undefined {
  return correction.kind === 'replace' ? correction.edits[i]?.span : correction.spans[i]
}
