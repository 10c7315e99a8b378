import type { RuleId, SuggestionKey } from '../corrections/correction.ts'
import { hash64 } from '../text/hash.ts'
import type { Span } from '../text/offset.ts'

/** How much of the text on each side goes into a key, in UTF-16 units. */
const CONTEXT = 8

/**
 * Names a suggestion by what it is about, never by where it stands, so that a dismissal outlives a shift of
 * offsets.
 *
 * `quote` is the text under it; `before` and `after` are its neighbours, of which the 8 units next to the
 * quote count; `occurrence` counts, from 0, the findings of this rule whose quote and neighbours are the
 * same: it alone tells a line from its double.
 */
export function suggestionKey(
  rule: RuleId,
  quote: string,
  before: string,
  after: string,
  occurrence: number,
): SuggestionKey {
  const near = [before.slice(-CONTEXT), quote, after.slice(0, CONTEXT)]
  // JSON parts the fields so that no two different ones read alike.
  return hash64(JSON.stringify([rule, ...near, occurrence])) as SuggestionKey
}

/** The name of a suggestion about a stretch of raw text. */
export function keyOfStretch(
  rule: RuleId,
  text: string,
  { from, to }: Span,
  occurrence: number,
): SuggestionKey {
  const before = text.slice(Math.max(0, from - CONTEXT), from)
  return suggestionKey(rule, text.slice(from, to), before, text.slice(to, to + CONTEXT), occurrence)
}
