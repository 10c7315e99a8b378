import type { BlockId, Relocation } from '../../corrections/correction.ts'
import type { BlockEdit } from '../../corrections/edit.ts'
import type { OwnedSpan } from '../../structure/block.ts'
import type { RawOffset, Span } from '../../text/offset.ts'
import type { Draft } from '../draft.ts'
import type { Moved } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { cutAt, isEmpty, ownedSpan, without } from '../spans.ts'
import { checkOffset, checkQuotes } from './checks.ts'
import { checkBlock } from './heads.ts'
import { divide, rebuilt, rehome, settle, strayed } from './rehome.ts'
import { releaseRelocations } from './relocations.ts'

type TextMove = Extract<Moved['what'], { kind: 'text' }>
type BlockMove = Extract<Moved['what'], { kind: 'block' }>

/** Lets text, or a whole block, be read elsewhere. */
export function move(draft: Draft, event: Moved): Refusal | null {
  if (draft.corrections.has(event.correction)) return refusal('id-taken', null, event.correction)
  return event.what.kind === 'text' ? moveText(draft, event, event.what) : moveBlock(draft, event, event.what)
}

function moveText(draft: Draft, event: Moved, what: TextMove): Refusal | null {
  const { text } = draft.raw
  const bad =
    checkQuotes(draft.raw, what.spans, what.replaces) ??
    (what.after === null ? null : checkOffset(text, what.after))
  if (bad) return bad
  const taking = takings(draft, what.spans)
  if (!(taking instanceof Map)) return taking
  const into = draft.blocks.get(what.into)
  if (!into) return refusal('no-such-block', null, what.into)
  const own = taking.get(into.id)
  const rest = own?.rest ?? into.spans
  if (rest.length === 0) return refusal('no-effect', what.spans[0]!.from, into.id)
  const place = placeAfter(rest, what.after)
  if (!place) return refusal('not-owned', what.after, into.id)

  const arriving: BlockEdit[] = []
  for (const [id, { rest, taken }] of taking) {
    releaseRelocations(draft, taken)
    if (id === into.id) continue
    const owner = draft.blocks.get(id)!
    const { stay, go, fragments } = divide(owner, rest, taken, new Set())
    rehome(draft, id, into.id, fragments)
    arriving.push(...go)
    if (rest.length > 0) {
      const failed = settle(draft, rebuilt(owner, rest, stay))
      if (failed) return failed
    } else {
      draft.removeBlock(id)
      draft.order.take(id)
    }
  }
  const { stay, go, fragments } = divide(into, [...place.left, ...place.right], own?.taken ?? [], new Set())
  rehome(draft, into.id, into.id, fragments)
  const moved = what.spans.map((s) => ownedSpan(s.from, s.to, event.correction))
  const spans = [...place.left, ...moved, ...place.right]
  const stray = strayed(into.edits, into.spans, spans) ?? strayed(arriving, what.spans, spans)
  if (stray !== null) return refusal('overlap', stray, into.id)
  const failed = settle(draft, rebuilt(into, spans, [...stay, ...go, ...arriving]))
  if (failed) return failed
  record(draft, event, what.spans, what.replaces, into.id, what.after)
  return null
}

interface Taking {
  readonly rest: readonly OwnedSpan[]
  readonly taken: readonly OwnedSpan[]
}

/** What each owner gives, and what it keeps. */
function takings(draft: Draft, spans: readonly Span[]): Map<BlockId, Taking> | Refusal {
  const out = new Map<BlockId, Taking>()
  for (const span of spans) {
    const owner = draft.ownerOf(span.from)
    if (!owner) return refusal('not-owned', span.from)
    const so = out.get(owner.id) ?? { rest: owner.spans, taken: [] }
    const cut = without(so.rest, span)
    if (!cut) return refusal('not-owned', span.from, owner.id)
    out.set(owner.id, { rest: cut.rest, taken: [...so.taken, cut.taken] })
  }
  return out
}

function placeAfter(
  rest: readonly OwnedSpan[],
  after: RawOffset | null,
): { left: readonly OwnedSpan[]; right: readonly OwnedSpan[] } | null {
  if (after === null) return { left: [], right: rest }
  const ending = rest.findIndex((s) => s.to === after)
  if (ending >= 0) return { left: rest.slice(0, ending + 1), right: rest.slice(ending + 1) }
  const cut = cutAt(rest, after)
  // At the very start of a span, the character before `after` is not the block's.
  return cut && rest.some((s) => s.from < after && after < s.to) ? cut : null
}

function moveBlock(draft: Draft, event: Moved, { block: id, at, after }: BlockMove): Refusal | null {
  const bad = checkBlock(draft, id, at)
  if (bad) return bad
  if (after === id) return refusal('no-effect', at, id)
  if (after !== null && !draft.blocks.has(after)) return refusal('no-such-block', null, after)
  if (draft.order.before(id) === after) return refusal('no-effect', at, id)
  const block = draft.blocks.get(id)!
  draft.order.take(id)
  draft.order.put(id, after)
  const owned = block.spans.filter((s) => !isEmpty(s))
  if (owned.length === 0) return null
  releaseRelocations(draft, owned)
  const spans = block.spans.map((s) => (isEmpty(s) ? s : ownedSpan(s.from, s.to, event.correction)))
  const failed = settle(draft, rebuilt(block, spans, block.edits))
  if (failed) return failed
  const replaces = owned.map((s) => draft.raw.text.slice(s.from, s.to))
  const where = after === null ? null : draft.blocks.get(after)!.spans.at(-1)!.to
  record(
    draft,
    event,
    owned.map(({ from, to }) => ({ from, to })),
    replaces,
    id,
    where,
  )
  return null
}

function record(
  draft: Draft,
  { correction: id, reason }: Moved,
  spans: readonly Span[],
  replaces: readonly string[],
  block: BlockId,
  after: RawOffset | null,
): void {
  const relocation: Relocation = {
    kind: 'move',
    id,
    origin: { kind: 'manual' },
    layer: 'layout',
    reason,
    spans,
    replaces,
    block,
    after,
  }
  draft.corrections.set(id, relocation)
}
