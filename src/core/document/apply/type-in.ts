import type { Replacement } from '../../corrections/correction.ts'
import { layerOf } from '../../corrections/layer.ts'
import { NO_EDITS } from '../../corrections/edit.ts'
import type { Draft } from '../draft.ts'
import type { TypedIn } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { ownedSpan, startOf } from '../spans.ts'
import { checkOffset } from './checks.ts'
import { add } from './exchange.ts'
import { headFor } from './heads.ts'

/** Makes a block of text that the source has not. It owns an empty span where the block before it ends. */
export function typeIn(draft: Draft, event: TypedIn): Refusal | null {
  const { created, after, at, text } = event
  if (draft.blocks.has(created)) return refusal('id-taken', at, created)
  const bad = checkOffset(draft.raw.text, at)
  if (bad) return bad
  const home = placeOf(draft, after)
  if (home === null) return refusal('no-such-block', at, after)
  if (home !== at) return refusal('wrong-place', home, after)
  const head = headFor(event.role, event.level)
  if ('reason' in head) return head
  if (text === '') return refusal('empty-block', at, created)
  const span = ownedSpan(at, at, undefined)
  draft.setBlock({ id: created, ...head, decidedBy: 'editor', spans: [span], edits: NO_EDITS })
  draft.order.put(created, after)
  const correction: Replacement = {
    kind: 'replace',
    id: event.correction,
    origin: { kind: 'manual' },
    layer: layerOf('', text),
    reason: { key: 'typed-in' },
    block: created,
    edits: [{ span, insert: text }],
    replaces: [''],
  }
  return add(draft, [correction])
}

/** Where a block typed in after this one is anchored. */
function placeOf(draft: Draft, after: TypedIn['after']): number | null {
  if (after !== null) return draft.blocks.get(after)?.spans.at(-1)?.to ?? null
  const first = draft.order.first()
  return first === null ? 0 : startOf(draft.blocks.get(first)!)
}
