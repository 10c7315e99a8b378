import type { Layer } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'
import type { Diffable } from './change.ts'
import { type Digest, digestOf, type Sizes } from './digest.ts'

/** How much was changed, in a block, a section or the book: the figures of the ledger. */
export interface Counts {
  /** Corrections of each layer. One that has edits in several blocks is counted in the first of them. */
  readonly layers: Readonly<Record<Layer, number>>
  /** Places where a number is changed. */
  readonly figures: number
  readonly sizes: Sizes
}

/** What was changed in some blocks of a book, or in all of it. */
export function countsOf(source: Diffable, blocks: readonly Block[] = source.blocks): Counts {
  return sumDigests(
    source,
    blocks.map((block) => [block, digestOf(source, block)]),
  )
}

export function sumDigests(source: Diffable, digests: Iterable<readonly [Block, Digest]>): Counts {
  const layers = { layout: 0, character: 0, substance: 0 }
  const sizes = { kept: 0, moved: 0, removed: 0, inserted: 0, furniture: 0, structure: 0 }
  let figures = 0
  for (const [block, digest] of digests) {
    figures += digest.figures
    for (const key of ['kept', 'moved', 'removed', 'inserted', 'furniture', 'structure'] as const)
      sizes[key] += digest.sizes[key]
    for (const id of digest.corrections) {
      const correction = source.corrections.get(id)
      if (correction?.block === block.id) layers[correction.layer]++
    }
  }
  return { layers, figures, sizes }
}
