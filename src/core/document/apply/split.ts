import type { BlockEdit } from '../../corrections/edit.ts'
import type { Block, OwnedSpan } from '../../structure/block.ts'
import { rawSpan } from '../../text/offset.ts'
import { splitsPair } from '../../text/surrogates.ts'
import { type Draft, headOf } from '../draft.ts'
import type { Split } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { cutAt, ownedSpan, sideAt, touches } from '../spans.ts'
import { checkOffset } from './checks.ts'
import { headFor, withHead } from './heads.ts'
import { type Division, divide, rebuilt, rehome, settle } from './rehome.ts'
import { followRelocations } from './relocations.ts'

/** Cuts a block in two; the second part comes right after the first. */
export function split(draft: Draft, event: Split): Refusal | null {
  const block = draft.blocks.get(event.block)
  if (!block) return refusal('no-such-block', event.at, event.block)
  if (draft.blocks.has(event.created)) return refusal('id-taken', event.at, event.created)
  const bad = checkOffset(draft.raw.text, event.at)
  if (bad) return bad
  const parts = cutAt(block.spans, event.at)
  if (!parts) return refusal('not-owned', event.at, block.id)
  const head =
    event.role === undefined && event.level === undefined
      ? headOf(block)
      : headFor(event.role ?? block.role, event.level)
  if ('reason' in head) return head

  const left = orEmpty(parts.left, event.at)
  const right = orEmpty(parts.right, event.at)
  const borderEdit = editAtBorder(block, left, right, event)
  const division = divide(block, left, right, new Set())
  const divided = borderEdit ? withCut(division, borderEdit, event, left, right) : division
  if ('reason' in divided) return divided
  const { stay, go, fragments } = divided
  const nothing = (spans: readonly OwnedSpan[], edits: readonly BlockEdit[]): boolean =>
    edits.length === 0 && spans.every((s) => s.from === s.to)
  if (nothing(left, stay) || nothing(right, go)) return refusal('empty-block', event.at, block.id)

  rehome(draft, block.id, event.created, fragments)
  const second = withHead({ ...block, id: event.created }, head)
  const failed = settle(draft, rebuilt(block, left, stay)) ?? settle(draft, rebuilt(second, right, go))
  if (failed) return failed
  draft.order.put(event.created, block.id)
  followRelocations(draft, draft.blocks.get(event.created)!)
  return null
}

function orEmpty(spans: readonly OwnedSpan[], at: number): readonly OwnedSpan[] {
  return spans.length > 0 ? spans : [ownedSpan(at, at, undefined)]
}

/**
 * The edit whose inserted text the border cuts: one across it, one that inserts right there, or one that ends
 * there.
 */
function editAtBorder(
  block: Block,
  left: readonly OwnedSpan[],
  right: readonly OwnedSpan[],
  { at, cut }: Split,
): BlockEdit | null {
  const across = block.edits.find((e) => e.span.from < at && at < e.span.to)
  if (across) return across
  const side = sideAt(block.spans, at)
  const last = left.at(-1)!
  const here = block.edits.find((e) => e.span.from === at && e.span.to === at)
  if (here && (touches(last, at, side) || touches(right[0]!, at, side))) return here
  if (cut === undefined || last.to !== at) return null
  return block.edits.find((e) => e.span.to === at && last.from <= e.span.from && e.span.from < at) ?? null
}

/** The division with the border's edit cut as the event says. */
function withCut(
  division: Division,
  edit: BlockEdit,
  { at, cut, created }: Split,
  left: readonly OwnedSpan[],
  right: readonly OwnedSpan[],
): Division | Refusal {
  const { insert, span } = edit
  // An insertion whose place only one of the parts touches has no choice.
  const onlyRight = span.from === span.to && left.at(-1)!.to !== at
  const size = cut ?? (onlyRight ? 0 : insert.length)
  const wrong = !Number.isInteger(size) || size < 0 || size > insert.length || splitsPair(insert, size)
  if (wrong || (onlyRight && size > 0)) return refusal('out-of-range', at, edit.correction)
  const heads = right[0]!.from === at && sideAt(right, at) !== 'before'
  if (size < insert.length && !heads) return refusal('not-owned', at, created)
  const pieces = [
    { edit: { ...edit, span: rawSpan(span.from, at), insert: insert.slice(0, size) }, goes: false },
    { edit: { ...edit, span: rawSpan(at, span.to), insert: insert.slice(size) }, goes: true },
  ].filter((p) => p.edit.insert !== '' || p.edit.span.from < p.edit.span.to)
  const old = new Set(division.fragments.get(edit)?.map((f) => f.edit)).add(edit)
  const others = (list: readonly BlockEdit[]): BlockEdit[] => list.filter((e) => !old.has(e))
  // Untouched, it keeps its very object, as all do that stay.
  const whole =
    pieces.length === 1 && pieces[0]!.edit.span.from === span.from && pieces[0]!.edit.span.to === span.to
  const made = whole ? [{ edit, goes: pieces[0]!.goes }] : pieces
  return {
    stay: [...others(division.stay), ...made.filter((p) => !p.goes).map((p) => p.edit)],
    go: [...others(division.go), ...made.filter((p) => p.goes).map((p) => p.edit)],
    fragments: new Map(division.fragments).set(edit, made),
  }
}
