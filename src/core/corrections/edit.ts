import { err, ok, type Result } from '../result.ts'
import type { Id, Span } from '../text/offset.ts'

export type CorrectionId = Id<'Correction'>

/** Replace the raw text under `span` by `insert`. An empty span inserts, an empty `insert` removes. */
export interface Edit {
  readonly span: Span
  readonly insert: string
}

/** An edit as a block keeps it: with the name of the correction it is a part of. */
export interface BlockEdit extends Edit {
  readonly correction: CorrectionId
}

declare const checked: unique symbol
/** Sorted by raw offset and disjoint. Only {@link editList} makes one. */
export type EditList = readonly BlockEdit[] & { readonly [checked]: true }

export interface EditConflict {
  readonly kind: 'overlap'
  readonly edits: readonly [BlockEdit, BlockEdit]
}

export const NO_EDITS = [] as unknown as EditList

/**
 * Sorts edits by raw offset and checks that they do not overlap.
 * Of two edits at one place an insertion (empty span) stands before the replacement;
 * two insertions at one place are a conflict, since nothing would say which comes first.
 */
export function editList(edits: Iterable<BlockEdit>): Result<EditList, EditConflict> {
  const sorted = [...edits]
  // Most lists come sorted.
  if (sorted.some(({ span }, i) => i > 0 && span.from < sorted[i - 1]!.span.to))
    sorted.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  for (let i = 1; i < sorted.length; i++) {
    const a = sorted[i - 1]!
    const b = sorted[i]!
    const bothInsertHere = a.span.from === b.span.from && a.span.to === b.span.to
    if (b.span.from < a.span.to || bothInsertHere) return err({ kind: 'overlap', edits: [a, b] })
  }
  return ok(sorted as unknown as EditList)
}

/**
 * The list with more edits in it. One edit costs a search and a copy of the list; many, a sort.
 * Fails where two would overlap.
 */
export function withEdits(list: EditList, added: readonly BlockEdit[]): Result<EditList, EditConflict> {
  if (added.length === 0) return ok(list)
  if (added.length > 1) return editList([...list, ...added])
  const edit = added[0]!
  const { from, to } = edit.span
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    const other = list[mid]!.span
    if (other.from < from || (other.from === from && other.to < to)) lo = mid + 1
    else hi = mid
  }
  for (const other of [list[lo - 1], list[lo]]) {
    if (!other) continue
    const [a, b] = other === list[lo] ? [edit, other] : [other, edit]
    const sameInsertion = a.span.from === b.span.from && a.span.to === b.span.to
    if (b.span.from < a.span.to || sameInsertion) return err({ kind: 'overlap', edits: [a, b] })
  }
  return ok(list.toSpliced(lo, 0, edit) as unknown as EditList)
}

/** The list without those edits that `drop` says; the same list where it says none. */
export function withoutEdits(list: EditList, drop: (edit: BlockEdit) => boolean): EditList {
  const rest = list.filter((edit) => !drop(edit))
  return rest.length === list.length ? list : (rest as unknown as EditList)
}
