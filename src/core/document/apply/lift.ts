import type { Relocation } from '../../corrections/correction.ts'
import type { Block, OwnedSpan } from '../../structure/block.ts'
import type { Draft } from '../draft.ts'
import type { Lifted } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { ownedSpan, sameSpans, tidy, without } from '../spans.ts'
import { checkQuotes } from './checks.ts'
import { headFor } from './heads.ts'
import { divide, rebuilt, rehome, settle } from './rehome.ts'
import { followRelocations, releaseRelocations } from './relocations.ts'

/** Takes text out of a block into a new one, read before or after what stays. */
export function lift(draft: Draft, event: Lifted): Refusal | null {
  const { created, place } = event
  const block = draft.blocks.get(event.block)
  if (!block) return refusal('no-such-block', null, event.block)
  if (draft.blocks.has(created)) return refusal('id-taken', null, created)
  if (draft.corrections.has(event.correction)) return refusal('id-taken', null, event.correction)
  const head = headFor(event.role, event.level)
  if ('reason' in head) return head
  const bad = checkQuotes(draft.raw, event.spans, event.replaces)
  if (bad) return bad

  let rest: readonly OwnedSpan[] = block.spans
  const taken: OwnedSpan[] = []
  for (const span of event.spans) {
    const cut = without(rest, span)
    if (!cut) return refusal('not-owned', span.from, block.id)
    rest = cut.rest
    taken.push(cut.taken)
  }
  const last = rest.at(-1)
  if (!last) return refusal('empty-block', block.spans[0].from, block.id)

  // At the edge of a block nothing is read elsewhere than before: then there is nothing to relocate.
  const asRead = tidy(place === 'before' ? [...taken, ...rest] : [...rest, ...taken])
  const stays = asRead !== null && sameSpans(asRead, tidy(block.spans) ?? [])
  const spans = stays ? taken : taken.map((s) => ownedSpan(s.from, s.to, event.correction))
  if (!stays) {
    releaseRelocations(draft, taken)
    const relocation: Relocation = {
      kind: 'move',
      id: event.correction,
      origin: { kind: 'manual' },
      layer: 'layout',
      reason: event.reason,
      spans: event.spans,
      replaces: event.replaces,
      block: created,
      after: place === 'before' ? null : last.to,
    }
    draft.corrections.set(relocation.id, relocation)
  }

  const { stay, go, fragments } = divide(block, rest, taken, new Set(event.along))
  rehome(draft, block.id, created, fragments)
  const shell: Block = { id: created, ...head, decidedBy: 'editor', spans: block.spans, edits: block.edits }
  const failed = settle(draft, rebuilt(block, rest, stay)) ?? settle(draft, rebuilt(shell, spans, go))
  if (failed) return failed
  draft.order.put(created, place === 'after' ? block.id : draft.order.before(block.id))
  followRelocations(draft, draft.blocks.get(created)!)
  return null
}
