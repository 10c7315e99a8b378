import type { Draft } from '../draft.ts'
import type { Analysed, Corrected, DocumentEvent, Logged } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { confirm } from './confirm.ts'
import { exchange } from './exchange.ts'
import { promote, setRole } from './heads.ts'
import { join, merge } from './join.ts'
import { lift } from './lift.ts'
import {
  accept,
  bookmark,
  dismiss,
  find,
  keepAsPrinted,
  markRead,
  note,
  reopen,
  reopenedBy,
} from './marks.ts'
import { move } from './move.ts'
import { split } from './split.ts'
import { typeIn } from './type-in.ts'
import { undo } from './undo.ts'

/**
 * Does what an event says. On a refusal the draft may be half-way: the caller rolls it back.
 */
export function apply(draft: Draft, { seq, at, by, event }: Logged): Refusal | null {
  const signature = { seq, at, by }
  const accepted = 'accepts' in event ? event.accepts : undefined
  return accept(draft, accepted, signature) ?? applyEvent(draft, event, signature)
}

function applyEvent(
  draft: Draft,
  event: DocumentEvent,
  signature: { seq: number; at: string; by: string },
): Refusal | null {
  switch (event.type) {
    case 'analysed':
      return analysed(draft, event)
    case 'found':
      return find(draft, event)
    case 'corrected':
      return correct(draft, event)
    case 'dismissed':
      return dismiss(draft, event, signature)
    case 'as-printed':
      return keepAsPrinted(draft, event, signature)
    case 'noted':
      return note(draft, event, signature)
    case 'role-set':
      return setRole(draft, event)
    case 'promoted':
      return promote(draft, event)
    case 'split':
      return split(draft, event)
    case 'joined':
      return join(draft, event)
    case 'merged':
      return merge(draft, event)
    case 'lifted':
      return lift(draft, event)
    case 'moved':
      return move(draft, event)
    case 'typed-in':
      return typeIn(draft, event)
    case 'marked-read':
      return markRead(draft, event, signature)
    case 'bookmarked':
      return bookmark(draft, event, signature)
    case 'undone':
      return undo(draft, event)
  }
}

/** Says which analysis the log was written on: first, or not at all. */
function analysed(draft: Draft, { engine }: Analysed): Refusal | null {
  if (draft.seq !== 0) return refusal('out-of-order')
  return engine === draft.engine ? null : refusal('wrong-analysis', null, engine)
}

function correct(draft: Draft, event: Corrected): Refusal | null {
  const { added, withdrawn, confirmed = [] } = event
  if (added.length + withdrawn.length + confirmed.length === 0) return refusal('no-effect')
  const open = reopenedBy(draft, event)
  const bad = exchange(draft, event) ?? confirm(draft, confirmed)
  if (bad) return bad
  reopen(draft, open)
  return null
}
