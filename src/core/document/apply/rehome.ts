import type { BlockId } from '../../corrections/correction.ts'
import { type BlockEdit, type CorrectionId, editList } from '../../corrections/edit.ts'
import { type Part, partsOf, withParts } from '../../corrections/parts.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Block, OwnedSpan } from '../../structure/block.ts'
import { rawSpan, type Span } from '../../text/offset.ts'
import type { Draft } from '../draft.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { holder, sideAt, tidy, touches } from '../spans.ts'

/** What became of an edit when a border was drawn: its pieces, and which of them go to another block. */
interface Fragment {
  readonly edit: BlockEdit
  readonly goes: boolean
}

export interface Division {
  readonly stay: readonly BlockEdit[]
  readonly go: readonly BlockEdit[]
  /** By the edit that was divided or goes. */
  readonly fragments: ReadonlyMap<BlockEdit, readonly Fragment[]>
}

/**
 * Parts a block's edits between what stays (`rest`) and what goes (`taken`), both owned spans. An edit across
 * borders is divided; its inserted text stays with the piece that comes first in the raw text. An insertion
 * right at a border stays where a span of `rest` touches it, unless its correction is one of `along`.
 */
export function divide(
  { edits, spans }: Pick<Block, 'edits' | 'spans'>,
  rest: readonly Span[],
  taken: readonly Span[],
  along: ReadonlySet<CorrectionId>,
): Division {
  const borders = [...new Set([...rest, ...taken].flatMap((s) => [s.from as number, s.to as number]))].sort(
    (a, b) => a - b,
  )
  const stay: BlockEdit[] = []
  const go: BlockEdit[] = []
  const fragments = new Map<BlockEdit, Fragment[]>()
  for (const edit of edits) {
    const { from, to } = edit.span
    if (from === to) {
      const side = sideAt(spans, from)
      const inRest = rest.some((s) => touches(s, from, side))
      const inTaken = taken.some((s) => touches(s, from, side))
      if (inTaken && (!inRest || along.has(edit.correction))) {
        go.push(edit)
        fragments.set(edit, [{ edit, goes: true }])
      } else stay.push(edit)
      continue
    }
    const cuts = [from, ...borders.filter((b) => from < b && b < to), to]
    const whole = cuts.length === 2
    const made: Fragment[] = []
    for (let i = 1; i < cuts.length; i++) {
      const lo = cuts[i - 1]!
      const hi = cuts[i]!
      const piece = whole ? edit : { ...edit, span: rawSpan(lo, hi), insert: i === 1 ? edit.insert : '' }
      const goes = holder(taken, lo, hi) >= 0
      made.push({ edit: piece, goes })
      if (goes) go.push(piece)
      else stay.push(piece)
    }
    if (!whole || made[0]!.goes) fragments.set(edit, made)
  }
  return { stay, go, fragments }
}

/**
 * The raw offset of an insertion that would be read elsewhere once these spans are part of others; null where
 * all stay: what was typed before a character must not end up behind another one that happens to end there.
 */
export function strayed(
  edits: readonly BlockEdit[],
  before: readonly Span[],
  after: readonly Span[],
): number | null {
  const found = edits.find(({ span: { from, to } }) => {
    if (from !== to) return false
    if (sideAt(before, from) === 'after') return sideAt(after, from) === 'before'
    // A block typed in by hand has nothing but its place among the others.
    const own = after.findIndex((s) => s.from === from && s.to === from)
    const ending = after.findIndex((s) => s.from < from && s.to === from)
    return (
      own >= 0 && ending >= 0 && own !== ending + 1 && before.some((s) => s.from === s.to && s.to === from)
    )
  })
  return found ? found.span.from : null
}

/**
 * Writes into the corrections what became of their edits in block `from`: pieces that go belong to block `to`
 * now.
 */
export function rehome(draft: Draft, from: BlockId, to: BlockId, fragments: Division['fragments']): void {
  const byCorrection = new Map<CorrectionId, BlockEdit[]>()
  for (const edit of fragments.keys()) {
    const list = byCorrection.get(edit.correction)
    if (list) list.push(edit)
    else byCorrection.set(edit.correction, [edit])
  }
  for (const [id, edits] of byCorrection) {
    const correction = draft.corrections.get(id)
    if (correction?.kind !== 'replace') continue
    const parts = partsOf(correction).flatMap((part): Part[] => {
      const edit =
        part.block === from
          ? edits.find((e) => e.span.from === part.span.from && e.span.to === part.span.to)
          : undefined
      if (!edit) return [part]
      return fragments.get(edit)!.map(({ edit: { span, insert }, goes }) => ({
        span,
        insert,
        replaces: draft.raw.text.slice(span.from, span.to),
        block: goes ? to : from,
      }))
    })
    const now = withParts(correction, parts)
    if (now) draft.corrections.set(id, now)
  }
}

/** All edits go as they are: for a block that becomes a part of another. */
export function allGo(edits: readonly BlockEdit[]): Division['fragments'] {
  return new Map(edits.map((edit) => [edit, [{ edit, goes: true }]]))
}

/** A block with other spans and edits, or why that cannot be. */
export function rebuilt(
  block: Block,
  spans: readonly OwnedSpan[],
  edits: readonly BlockEdit[],
): Result<Block, Refusal> {
  const owned = tidy(spans)
  if (!owned)
    return err(refusal(spans.length > 0 ? 'overlap' : 'empty-block', spans[0]?.from ?? null, block.id))
  const list = editList(edits)
  if (list.ok) return ok({ ...block, spans: owned, edits: list.value })
  const [, second] = list.error.edits
  return err(refusal('overlap', second.span.from, second.correction))
}

/** Puts a rebuilt block into the draft, or says why there is none. */
export function settle(draft: Draft, block: Result<Block, Refusal>): Refusal | null {
  if (!block.ok) return block.error
  draft.setBlock(block.value)
  return null
}
