import type { Replacement } from '../corrections/correction.ts'
import type { DocumentEvent } from '../document/event.ts'
import type { Span } from '../text/offset.ts'

/** A quote of raw text in an event: where it stands, and what it says stands there. */
export interface Anchor {
  readonly span: Span
  readonly quote: string
}

/** All raw text that an event quotes. Each must be found where the event says, or the event is about another text. */
export function anchorsOf(event: DocumentEvent): Anchor[] {
  switch (event.type) {
    case 'found':
      return event.suggestions.map(({ span, quote }) => ({ span, quote }))
    case 'corrected':
    case 'joined':
      return event.added.flatMap(ofReplacement)
    case 'merged':
      return event.what.kind === 'blocks' ? event.what.added.flatMap(ofReplacement) : []
    case 'as-printed':
      return [{ span: event.span, quote: event.replaces }]
    case 'lifted':
      return paired(event.spans, event.replaces)
    case 'moved':
      return event.what.kind === 'text' ? paired(event.what.spans, event.what.replaces) : []
    default:
      return []
  }
}

function ofReplacement({ edits, replaces }: Replacement): Anchor[] {
  return paired(
    edits.map((e) => e.span),
    replaces,
  )
}

function paired(spans: readonly Span[], quotes: readonly string[]): Anchor[] {
  return spans.map((span, i) => ({ span, quote: quotes[i] ?? '' }))
}
