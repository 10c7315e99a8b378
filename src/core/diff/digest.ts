import type { CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import { type Change, type Diffable, type Facet, FACETS, facetOf } from './change.ts'
import { piecesOf } from './pieces.ts'

/** Some facets in one number, a bit each, and one bit for changed numbers. */
export type FacetSet = number

/** What a list of changes has to know of a block without reading its text again. */
export interface Digest {
  readonly facets: FacetSet
  /** The corrections that have a hand in the block, in reading order. */
  readonly corrections: readonly CorrectionId[]
  /** Places where a number is changed. */
  readonly figures: number
  readonly sizes: Sizes
}

/** Fates of text in UTF-16 units: the sums of the ledger. */
export interface Sizes {
  readonly kept: number
  readonly moved: number
  readonly removed: number
  readonly inserted: number
  readonly furniture: number
  readonly structure: number
}

export function facetSet(facets: Iterable<Facet>): FacetSet {
  let set = 0
  for (const facet of facets) set |= 1 << FACETS.indexOf(facet)
  return set
}

/** Set beside the facets where a number is changed. */
export const FIGURES: FacetSet = 1 << FACETS.length

export function hasFacet(set: FacetSet, facet: Facet): boolean {
  return (set & (1 << FACETS.indexOf(facet))) !== 0
}

/** Walks a block once. */
export function digestOf(source: Diffable, block: Block): Digest {
  const sizes = { kept: 0, moved: 0, removed: 0, inserted: 0, furniture: 0, structure: 0 }
  const corrections = new Set<CorrectionId>()
  const facets = new Set<Facet>()
  let figures = 0
  for (const { from, to, change } of piecesOf(source, block)) {
    const size = to - from
    if (!change) {
      sizes.kept += size
      continue
    }
    facets.add(facetOf(change))
    if (change.correction !== null) corrections.add(change.correction)
    if (change.moved !== null) corrections.add(change.moved)
    if (change.figures) figures++
    const fate = fateOf(change)
    sizes[fate] += size
    if (fate === 'removed') sizes.inserted += change.after.length
  }
  return {
    facets: facetSet(facets) | (figures > 0 ? FIGURES : 0),
    corrections: [...corrections],
    figures,
    sizes,
  }
}

function fateOf(change: Change): 'moved' | 'removed' | 'furniture' | 'structure' {
  switch (change.kind) {
    case 'moved':
    case 'furniture':
      return change.kind
    case 'structural':
      return 'structure'
    default:
      return 'removed'
  }
}
