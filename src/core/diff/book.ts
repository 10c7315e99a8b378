import type { Layer } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import { type Counts, sumDigests } from './counts.ts'
import { type Digest, digestOf, type FacetSet } from './digest.ts'
import { rows, type Row } from './rows.ts'

/** Where the editor stops who walks from change to change: a correction, in its row. */
export interface Stop {
  readonly correction: CorrectionId
  readonly layer: Layer
}

/** What a view of the whole comparison needs at once; the text of a row comes when it is looked at. */
export interface BookDiff {
  readonly rows: readonly Row[]
  /** Of each row, which kinds of change it shows. */
  readonly facets: readonly FacetSet[]
  /** Of each row, the corrections at home in it, each in one row of the book. */
  readonly stops: readonly (readonly Stop[])[]
  readonly counts: Counts
}

/**
 * Compares raw and corrected text of a book again and again while it is worked on. Blocks never change, they are replaced:
 * so a block that is the same object as before is not read again.
 */
export class Differ {
  #digests = new WeakMap<Block, Digest>()

  book(source: Diffable): BookDiff {
    const table = rows(source.blocks)
    const counts = sumDigests(
      source,
      source.blocks.map((b) => [b, this.#digest(source, b)]),
    )
    const facets = table.map((row) => {
      let set = row.block ? this.#digest(source, row.block).facets : 0
      for (const { block } of row.loose) set |= this.#digest(source, block).facets
      return set
    })
    const stops = table.map((row) => rowStops(source, row, (block) => this.#digest(source, block)))
    return { rows: table, facets, stops, counts }
  }

  #digest(source: Diffable, block: Block): Digest {
    let digest = this.#digests.get(block)
    if (!digest) this.#digests.set(block, (digest = digestOf(source, block)))
    return digest
  }
}

/** Where the editor stops in one row, in reading order. `digest` may know blocks that were read before. */
export function rowStops(
  source: Diffable,
  row: Row,
  digest: (block: Block) => Digest = (block) => digestOf(source, block),
): Stop[] {
  // Furniture is in no row of its own: what was corrected in it is met where it was printed.
  const blocks = row.loose.flatMap(({ block, span }) =>
    block.role === 'furniture' && span === block.spans[0] ? [block] : [],
  )
  if (row.block) blocks.unshift(row.block)
  return blocks.flatMap((block) =>
    digest(block).corrections.flatMap((id) => {
      const correction = source.corrections.get(id)
      return correction?.block === block.id ? [{ correction: id, layer: correction.layer }] : []
    }),
  )
}
