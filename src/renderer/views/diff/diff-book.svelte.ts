import type { BlockId, Layer } from '../../../core/corrections/correction.ts'
import type { CorrectionId } from '../../../core/corrections/edit.ts'
import { rowStops, type Stop } from '../../../core/diff/book.ts'
import { type Change, type Diffable, facetOf } from '../../../core/diff/change.ts'
import { facetSet, FIGURES } from '../../../core/diff/digest.ts'
import { homeOf } from '../../../core/diff/homes.ts'
import { hunks, type Shown } from '../../../core/diff/hunks.ts'
import { type DiffTable, unpackDiff } from '../../../core/diff/packed.ts'
import { rowPieces } from '../../../core/diff/rows.ts'
import { blocksOf, type Document } from '../../../core/document/document.ts'
import type { ComparedBook } from '../../worker/book-api.ts'
import { countBefore, facetsOf, indexIn, type Item, onlyWith, rowsOf } from './diff-items.ts'

/** A comparison and the document that it is of: shown together, replaced together. */
export interface Compared {
  readonly doc: Document
  readonly source: Diffable
  readonly table: DiffTable
}

/** Characters of unchanged text on each side of a change, where only changes are shown. */
const CONTEXT = 14

export const LAYERS: readonly Layer[] = ['layout', 'character', 'substance']

/** The comparison of one book: what is shown of it, where the editor is in it, and the way from change to change. */
export class DiffBook {
  layers: readonly Layer[] = $state.raw(LAYERS)
  onlyChanges = $state(false)
  /** The blocks of the one entry that is shown; null for the whole book. */
  entry: readonly BlockId[] | null = $state.raw(null)
  selected: CorrectionId | null = $state.raw(null)
  compared: Compared | null = $state.raw(null)
  /** The worker stopped, or has lost its place: there is nothing to show. */
  hasFailed = $state(false)
  readonly #compare: () => Promise<ComparedBook>
  /** The newest document that was asked for. */
  #wanted: Document | null = null

  constructor(compare: () => Promise<ComparedBook>) {
    this.#compare = compare
  }

  readonly #facets = $derived(facetsOf(this.layers))

  readonly shows: (change: Change) => boolean = $derived.by(() => {
    const facets = this.#facets
    return (change) => facets.has(facetOf(change))
  })

  /** The rows that belong to what is shown, in their order. */
  readonly rows: readonly number[] = $derived.by(() => {
    const { compared, entry } = this
    if (!compared) return []
    if (!entry) return Array.from({ length: compared.table.length }, (_, i) => i)
    return rowsOf(compared.table, entry)
  })

  readonly items: readonly Item[] = $derived.by(() => {
    const { compared, rows } = this
    if (!compared || !this.onlyChanges) return rows.map((row): Item => ({ kind: 'row', row }))
    // Each paragraph ends in a break: that alone makes no row worth showing.
    const set = facetSet([...this.#facets].filter((f) => f !== 'structure'))
    return onlyWith(rows, (row) => (compared.table.facets(row) & set) !== 0)
  })

  readonly #before: readonly number[] = $derived.by(() => {
    const { compared, rows, layers } = this
    return countBefore(rows, (row) => compared?.table.stops(row, layers) ?? 0)
  })

  /** Of what is in view, the corrections of each layer, shown or not, and the places where a number is changed. */
  readonly counts: { readonly layers: Readonly<Record<Layer, number>>; readonly figures: number } | null =
    $derived.by(() => {
      const { compared, entry, rows } = this
      if (!compared) return null
      if (!entry) return compared.table.counts
      const layers = { layout: 0, character: 0, substance: 0 }
      for (const layer of LAYERS) for (const row of rows) layers[layer] += compared.table.stops(row, [layer])
      const pieces = rows.flatMap((row) => rowPieces(compared.source, compared.table.row(row)))
      return { layers, figures: pieces.filter((p) => p.side !== 'raw' && p.change?.figures).length }
    })

  /** How many changes there are to go through. */
  readonly total: number = $derived(this.#before.at(-1) ?? 0)

  /** The row of the selected change, and its number among all, from 1; null where it is not shown. */
  readonly place: { readonly row: number; readonly number: number } | null = $derived.by(() => {
    if (this.selected === null) return null
    const row = this.rowOf(this.selected)
    const index = row === null ? -1 : indexIn(this.rows, row)
    if (row === null || index < 0) return null
    const among = this.stopsIn(row).findIndex((s) => s.correction === this.selected)
    return among < 0 ? null : { row, number: (this.#before[index] ?? 0) + among + 1 }
  })

  /** Compares the document anew. Until that is done the old comparison stays, whole. */
  async follow(doc: Document): Promise<void> {
    this.#wanted = doc
    const answer = await this.#compare().catch(() => null)
    // A later stroke has asked for another one meanwhile.
    if (this.#wanted !== doc) return
    if (answer?.seq !== doc.seq) {
      this.hasFailed = true
      return
    }
    const blocks = blocksOf(doc)
    const table = unpackDiff(answer.packed, blocks)
    const source = { raw: doc.raw, blocks, corrections: doc.corrections }
    this.compared = { doc, source, table }
    if (this.selected !== null && !doc.corrections.has(this.selected)) this.selected = null
  }

  /** What is written of a row. */
  shown({ source, table }: Compared, index: number): Shown[] {
    const pieces = rowPieces(source, table.row(index))
    if (!this.onlyChanges) return pieces.map((piece) => ({ kind: 'piece', piece }))
    const { shows } = this
    return hunks(pieces, (change) => change.kind !== 'structural' && shows(change), CONTEXT)
  }

  /** The block in which a correction is met. */
  homeOf(correction: CorrectionId): BlockId | undefined {
    return this.compared ? homeOf(this.compared.source, this.compared.table.strays, correction) : undefined
  }

  /** The row in which a correction is met. */
  rowOf(correction: CorrectionId): number | null {
    const home = this.homeOf(correction)
    return home === undefined ? null : (this.compared?.table.rowOf(home) ?? null)
  }

  /** The row in which the raw character at an offset stands. */
  rowOfRaw(at: number): number | null {
    const { compared } = this
    const owner = compared?.doc.ownership.at(at)
    if (!compared || !owner) return null
    const holds = (row: number): boolean => {
      const { loose, stands } = compared.table.row(row)
      return [...stands, ...loose.map((o) => o.span)].some((s) => s.from <= at && at < s.to)
    }
    const home = compared.table.rowOf(owner)
    if (home !== null && holds(home)) return home
    for (let row = 0; row < compared.table.length; row++) if (holds(row)) return row
    return null
  }

  stopsIn(row: number): Stop[] {
    if (!this.compared) return []
    const { source, table } = this.compared
    return rowStops(source, table.row(row), table.strays).filter((s) => this.layers.includes(s.layer))
  }

  /**
   * The change after (1) or before (-1) the selected one; at the end, none. Where nothing is selected, the first one in or
   * after `from`, the row that is looked at.
   */
  beside(step: 1 | -1, from = 0): CorrectionId | null {
    const { place, rows, compared } = this
    if (!compared) return null
    if (place) {
      const stops = this.stopsIn(place.row)
      const next = stops[stops.findIndex((s) => s.correction === this.selected) + step]
      if (next) return next.correction
    }
    let at = place ? indexIn(rows, place.row) + step : rows.findIndex((row) => row >= from)
    for (let row = rows[at]; row !== undefined; row = rows[(at += step)]) {
      if (compared.table.stops(row, this.layers) === 0) continue
      const stop = this.stopsIn(row).at(step === 1 ? 0 : -1)
      if (stop) return stop.correction
    }
    return null
  }

  /** The next change of a number after the selected change or in and after `from`, round the end of the book. */
  nextFigure(from = 0): CorrectionId | null {
    const { compared, place, rows } = this
    if (!compared) return null
    const start = Math.max(0, place ? indexIn(rows, place.row) : rows.findIndex((row) => row >= from))
    for (let i = 0; i <= rows.length; i++) {
      const row = rows[(start + i) % rows.length]
      if (row === undefined || (compared.table.facets(row) & FIGURES) === 0) continue
      const found = rowPieces(compared.source, compared.table.row(row)).flatMap(({ change }) =>
        change?.figures && change.correction !== null ? [change.correction] : [],
      )
      const here = i === 0 && place ? found.findLastIndex((id) => id === this.selected) : -1
      const next = found[here + 1]
      if (next !== undefined) return next
    }
    return null
  }

  toggle(layer: Layer): void {
    this.layers = LAYERS.filter((l) => this.layers.includes(l) !== (l === layer))
  }
}
