import type { BlockId, Relocation } from '../../corrections/correction.ts'
import type { OwnedSpan } from '../../structure/block.ts'
import type { RawOffset, Span } from '../../text/offset.ts'
import type { Draft } from '../draft.ts'
import type { Moved } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { cutAt, isEmpty, ownedSpan, without } from '../spans.ts'
import { checkOffset, checkQuotes } from './checks.ts'
import { checkBlock } from './heads.ts'
import { divide, rebuilt, rehome, settle } from './rehome.ts'
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
  const bad = checkQuotes(draft.raw, what.spans, what.replaces) ?? (what.after === null ? null : checkOffset(text, what.after))
  if (bad) return bad
  if (!draft.blocks.has(what.into)) return refusal('no-such-block', null, what.into)
  for (const span of what.spans) {
    const failed = takeInto(draft, span, what.into)
    if (failed) return failed
  }
  const target = draft.blocks.get(what.into)!
  // Each span stands last by now, in order: put them where they are read.
  const rest: OwnedSpan[] = target.spans.slice(0, target.spans.length - what.spans.length)
  if (rest.length === 0) return refusal('no-effect', what.spans[0]!.from, what.into)
  const place = placeAfter(rest, what.after)
  if (!place) return refusal('not-owned', what.after, what.into)
  const taken = what.spans.map((s) => ownedSpan(s.from, s.to, event.correction))
  const { stay, go, fragments } = divide(target.edits, [...place.left, ...place.right], taken, new Set())
  rehome(draft, target.id, target.id, fragments)
  const now = settle(draft, rebuilt(target, [...place.left, ...taken, ...place.right], [...stay, ...go]))
  if (now) return now
  record(draft, event, what.spans, what.replaces, what.into, what.after)
  return null
}

/** Takes one span, its edits with it, from its owner to the end of `into`; spans are not made tidy yet. */
function takeInto(draft: Draft, span: Span, into: BlockId): Refusal | null {
  const owner = draft.ownerOf(span.from)
  const cut = owner && without(owner.spans, span)
  if (!owner || !cut) return refusal('not-owned', span.from, owner?.id ?? null)
  releaseRelocations(draft, [cut.taken])
  if (owner.id === into) {
    const [first, ...rest] = [...cut.rest, cut.taken]
    draft.setBlock({ ...owner, spans: [first!, ...rest] })
    return null
  }
  const { stay, go, fragments } = divide(owner.edits, cut.rest, [cut.taken], new Set())
  rehome(draft, owner.id, into, fragments)
  const target = draft.blocks.get(into)!
  const joined = rebuilt({ ...target, spans: [...target.spans, cut.taken] }, target.spans, [...target.edits, ...go])
  if (!joined.ok) return joined.error
  draft.setBlock({ ...joined.value, spans: [...target.spans, cut.taken] })
  if (cut.rest.length > 0) return settle(draft, rebuilt(owner, cut.rest, stay))
  draft.removeBlock(owner.id)
  draft.order.take(owner.id)
  return null
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
  const index = draft.order.indexOf(id)
  if ((draft.order.at(index - 1) ?? null) === after) return refusal('no-effect', at, id)
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
  record(draft, event, owned.map(({ from, to }) => ({ from, to })), replaces, id, where)
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
