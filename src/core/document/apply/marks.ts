import type { SuggestionKey } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import type { Suggestion } from '../../structure/block.ts'
import type { Signature } from '../document.ts'
import type { Draft } from '../draft.ts'
import type { AsPrinted, Bookmarked, Corrected, Dismissed, Found, MarkedRead, Noted } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { checkOffset, checkQuote, checkSpan } from './checks.ts'

/**
 * Opens suggestions that are new. One that is known, open or settled, keeps its state: its name is refused.
 */
export function find(draft: Draft, { suggestions }: Found): Refusal | null {
  if (suggestions.length === 0) return refusal('no-effect')
  for (const suggestion of suggestions) {
    const { key, span } = suggestion
    const bad = checkSpan(draft.raw, span)
    if (bad) return { ...bad, id: key }
    const known = [draft.suggestions, draft.accepted, draft.dismissed].some((table) => table.has(key))
    if (known) return refusal('id-taken', span.from, key)
    draft.suggestions.set(key, suggestion)
  }
  return null
}

/** Takes an open suggestion out of the open ones. */
function close(draft: Draft, key: SuggestionKey): Suggestion | null {
  const suggestion = draft.suggestions.get(key)
  if (!suggestion) return null
  draft.suggestions.set(key, undefined)
  return suggestion
}

/** Settles the suggestion that an event says it accepts. */
export function accept(draft: Draft, key: SuggestionKey | undefined, signature: Signature): Refusal | null {
  if (key === undefined) return null
  const suggestion = close(draft, key)
  if (!suggestion) return refusal('no-such-suggestion', null, key)
  draft.accepted.set(key, { suggestion, ...signature })
  return null
}

/**
 * A suggestion whose accepted correction is withdrawn, with nothing in its place, is open again. Returns the
 * keys; to be asked before the corrections go.
 */
export function reopenedBy(draft: Draft, { added, withdrawn }: Corrected): SuggestionKey[] {
  const gone = new Set<CorrectionId>(withdrawn)
  if (added.some((c) => !gone.has(c.id))) return []
  const kept = new Set<CorrectionId>(added.map((c) => c.id))
  return withdrawn.flatMap((id) => {
    const origin = draft.corrections.get(id)?.origin
    return origin?.kind === 'accepted' && !kept.has(id) ? [origin.suggestion] : []
  })
}

export function reopen(draft: Draft, keys: readonly SuggestionKey[]): void {
  for (const key of keys) {
    const settled = draft.accepted.get(key)
    if (!settled) continue
    draft.accepted.set(key, undefined)
    draft.suggestions.set(key, settled.suggestion)
  }
}

export function dismiss(
  draft: Draft,
  { suggestion: key, note }: Dismissed,
  signature: Signature,
): Refusal | null {
  const suggestion = close(draft, key)
  if (!suggestion) return refusal('no-such-suggestion', null, key)
  draft.dismissed.set(key, { suggestion, note, ...signature })
  return null
}

export function keepAsPrinted(draft: Draft, event: AsPrinted, signature: Signature): Refusal | null {
  const bad = checkQuote(draft.raw, event.span, event.replaces)
  if (bad) return bad
  if (event.replaces === '') return refusal('no-effect', event.span.from)
  const suggestions: Suggestion[] = []
  for (const key of event.suggestions) {
    const suggestion = close(draft, key)
    if (!suggestion) return refusal('no-such-suggestion', event.span.from, key)
    suggestions.push(suggestion)
  }
  draft.asPrinted.set(signature.seq, { span: event.span, suggestions, ...signature })
  return null
}

export function note(draft: Draft, event: Noted, signature: Signature): Refusal | null {
  const bad = checkSpan(draft.raw, event.span)
  if (bad) return bad
  if (event.text === '' && !draft.notes.has(event.note))
    return refusal('no-effect', event.span.from, event.note)
  draft.notes.set(
    event.note,
    event.text === '' ? undefined : { span: event.span, text: event.text, ...signature },
  )
  return null
}

export function markRead(draft: Draft, { spans, read }: MarkedRead, signature: Signature): Refusal | null {
  let effect = false
  for (const span of spans) {
    const bad = checkSpan(draft.raw, span)
    if (bad) return bad
    if (span.from === span.to) return refusal('no-effect', span.from)
    effect ||= read || draft.read.has(span.from)
    draft.read.set(span.from, read ? { span, ...signature } : undefined)
  }
  return effect ? null : refusal('no-effect', spans[0]?.from ?? null)
}

export function bookmark(draft: Draft, { at, label }: Bookmarked, signature: Signature): Refusal | null {
  const bad = checkOffset(draft.raw.text, at)
  if (bad) return bad
  if (label === null && !draft.bookmarks.has(at)) return refusal('no-effect', at)
  draft.bookmarks.set(at, label === null ? undefined : { label, ...signature })
  return null
}
