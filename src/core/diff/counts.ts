import type { Layer } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import { type Digest, digestOf, type Sizes } from './digest.ts'
import { homeOf, type Strays, strays } from './homes.ts'

/** How much was changed, in a block, a section or the book: the figures of the ledger. */
export interface Counts {
  /** Corrections of each layer. One that has edits in several blocks is counted in the first of them. */
  readonly layers: Readonly<Record<Layer, number>>
  /** Places where a number is changed. */
  readonly figures: number
  readonly sizes: Sizes
}

/** What was changed in some blocks of a book: a section, or all of it. `digest` may know blocks that were read before. */
export function countsOf(
  source: Diffable,
  blocks: readonly Block[] = source.blocks,
  digest: (block: Block) => Digest = (block) => digestOf(source, block),
  found: Strays = strays(source, digest),
): Counts {
  const layers = { layout: 0, character: 0, substance: 0 }
  const sizes = { kept: 0, moved: 0, removed: 0, inserted: 0, furniture: 0, structure: 0 }
  let figures = 0
  for (const block of blocks) {
    const one = digest(block)
    figures += one.figures
    for (const key of ['kept', 'moved', 'removed', 'inserted', 'furniture', 'structure'] as const)
      sizes[key] += one.sizes[key]
    for (const id of one.corrections) {
      const layer = source.corrections.get(id)?.layer
      if (layer && homeOf(source, found, id) === block.id) layers[layer]++
    }
  }
  return { layers, figures, sizes }
}
