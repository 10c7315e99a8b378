import type { Layer } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import { countsOf, type Counts } from './counts.ts'
import { type Digest, digestOf, type FacetSet } from './digest.ts'
import { homeOf, type Strays, strays } from './homes.ts'
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
  readonly strays: Strays
  readonly counts: Counts
}

/**
 * Compares raw and corrected text of a book again and again while it is worked on. Blocks never change, they are replaced:
 * so a block that is the same object as before is not read again.
 */
export class Differ {
  #digests = new WeakMap<Block, Digest>()

  book(source: Diffable): BookDiff {
    const digest = (block: Block): Digest => this.#digest(source, block)
    const found = strays(source, digest)
    const table = rows(source.blocks)
    const facets = table.map(({ block, loose }) => {
      let set = block ? digest(block).facets : 0
      for (const one of loose) set |= digest(one.block).facets
      return set
    })
    const stops = table.map((row) => rowStops(source, row, found, digest))
    return {
      rows: table,
      facets,
      stops,
      strays: found,
      counts: countsOf(source, source.blocks, digest, found),
    }
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
  found: Strays,
  digest: (block: Block) => Digest = (block) => digestOf(source, block),
): Stop[] {
  // Furniture is in no row of its own: what was corrected in it is met where it was printed.
  const blocks = row.loose.flatMap(({ block, span }) =>
    block.role === 'furniture' && span === block.spans[0] ? [block] : [],
  )
  if (row.block) blocks.unshift(row.block)
  return blocks.flatMap((block) =>
    digest(block).corrections.flatMap((id) => {
      const layer = source.corrections.get(id)?.layer
      return layer && homeOf(source, found, id) === block.id ? [{ correction: id, layer }] : []
    }),
  )
}
