import type { BlockId, Layer } from '../../../core/corrections/correction.ts'
import type { CorrectionId } from '../../../core/corrections/edit.ts'
import { rowStops, type Stop } from '../../../core/diff/book.ts'
import type { Change, Diffable, Facet } from '../../../core/diff/change.ts'
import { facetOf, FACETS } from '../../../core/diff/change.ts'
import { facetSet } from '../../../core/diff/digest.ts'
import { homeOf } from '../../../core/diff/homes.ts'
import { hunks, type Shown } from '../../../core/diff/hunks.ts'
import { type DiffTable, unpackDiff } from '../../../core/diff/packed.ts'
import { type Row, rowPieces } from '../../../core/diff/rows.ts'
import { blocksOf, type Document } from '../../../core/document/document.ts'
import type { ComparedBook } from '../../worker/book-api.ts'

/** A line of the list: a row of the comparison, or rows without changes that are left out. */
export type Item =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'skipped'; readonly row: number; readonly rows: number }

/** A comparison and the document that it is of: shown together, replaced together. */
interface Compared {
  readonly doc: Document
  readonly source: Diffable
  readonly table: DiffTable
  /** The row in which a block is read; of furniture, the one in which it is printed. */
  readonly rowOf: ReadonlyMap<BlockId, number>
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

  readonly #facets: ReadonlySet<Facet> = $derived.by(
    () =>
      new Set(
        FACETS.filter((facet) =>
          // What the print alone needed goes with the layout.
          this.layers.includes(facet === 'furniture' || facet === 'structure' ? 'layout' : facet),
        ),
      ),
  )

  readonly shows: (change: Change) => boolean = $derived.by(() => {
    const facets = this.#facets
    return (change) => facets.has(facetOf(change))
  })

  /** The rows that belong to what is shown, in their order. */
  readonly rows: readonly number[] = $derived.by(() => {
    const { compared, entry } = this
    if (!compared) return []
    if (!entry) return Array.from({ length: compared.table.length }, (_, i) => i)
    return entryRows(compared, new Set(entry))
  })

  readonly items: readonly Item[] = $derived.by(() => {
    const { compared, rows } = this
    if (!compared || !this.onlyChanges) return rows.map((row): Item => ({ kind: 'row', row }))
    // Each paragraph ends in a break: that alone makes no row worth showing.
    const set = facetSet([...this.#facets].filter((f) => f !== 'structure'))
    return onlyWith(rows, (row) => (compared.table.facets(row) & set) !== 0)
  })

  /** How many stops lie before each row of `rows`; one number more, for all. */
  readonly #before: readonly number[] = $derived.by(() => {
    const { compared, rows, layers } = this
    const out = [0]
    for (const row of rows) out.push(out.at(-1)! + (compared?.table.stops(row, layers) ?? 0))
    return out
  })

  /** How many changes there are to go through. */
  readonly total: number = $derived(this.#before.at(-1) ?? 0)

  /** The row of the selected change, and its number among all, from 1; null where it is not shown. */
  readonly place: { readonly row: number; readonly number: number } | null = $derived.by(() => {
    const { compared, selected } = this
    if (!compared || selected === null) return null
    const row = this.rowOf(selected)
    const index = row === null ? -1 : indexOf(this.rows, row)
    if (row === null || index < 0) return null
    const among = this.stopsIn(row).findIndex((s) => s.correction === selected)
    return among < 0 ? null : { row, number: this.#before[index]! + among + 1 }
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
    this.compared = { doc, source, table, rowOf: rowsOfBlocks(table) }
    if (this.selected !== null && !doc.corrections.has(this.selected)) this.selected = null
  }

  row(index: number): Row {
    return this.compared!.table.row(index)
  }

  /** What is written of a row. */
  shown(index: number): Shown[] {
    const { source } = this.compared!
    const pieces = rowPieces(source, this.row(index))
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
    return home === undefined ? null : (this.compared?.rowOf.get(home) ?? null)
  }

  /** The row in which the raw character at an offset stands. */
  rowOfRaw(at: number): number | null {
    const { compared } = this
    const owner = compared?.doc.ownership.at(at)
    if (!compared || !owner) return null
    const home = compared.rowOf.get(owner)
    const holds = (row: number): boolean => {
      const { loose, stands } = this.row(row)
      return [...stands, ...loose.map((o) => o.span)].some((s) => s.from <= at && at < s.to)
    }
    if (home !== undefined && holds(home)) return home
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
    let at = place
      ? indexOf(rows, place.row) + step
      : Math.max(
          0,
          rows.findIndex((r) => r >= from),
        )
    for (; at >= 0 && at < rows.length; at += step) {
      if (compared.table.stops(rows[at]!, this.layers) === 0) continue
      const stop = this.stopsIn(rows[at]!).at(step === 1 ? 0 : -1)
      if (stop) return stop.correction
    }
    return null
  }

  toggle(layer: Layer): void {
    this.layers = LAYERS.filter((l) => this.layers.includes(l) !== (l === layer))
  }
}

/** Index of a number in an ascending list, or -1. */
function indexOf(list: readonly number[], value: number): number {
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid]! < value) lo = mid + 1
    else hi = mid
  }
  return list[lo] === value ? lo : -1
}

function rowsOfBlocks(table: DiffTable): Map<BlockId, number> {
  const out = new Map<BlockId, number>()
  for (let i = 0; i < table.length; i++) {
    const { block, loose } = table.row(i)
    if (block) out.set(block.id, i)
    for (const { block: owner } of loose)
      if (owner.role === 'furniture' && !out.has(owner.id)) out.set(owner.id, i)
  }
  return out
}

/** The rows of some blocks, with the furniture that is printed between them and their own text that stands elsewhere. */
function entryRows({ table, rowOf }: Compared, blocks: ReadonlySet<BlockId>): number[] {
  const own = new Set([...blocks].flatMap((block) => rowOf.get(block) ?? []))
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

function onlyWith(rows: readonly number[], has: (row: number) => boolean): Item[] {
  const out: Item[] = []
  let skipped = 0
  for (const row of rows) {
    if (!has(row)) {
      skipped++
      continue
    }
    if (skipped > 0) out.push({ kind: 'skipped', row: row - skipped, rows: skipped })
    skipped = 0
    out.push({ kind: 'row', row })
  }
  if (skipped > 0) out.push({ kind: 'skipped', row: -1, rows: skipped })
  return out
}
