import type { Exportable, Messages } from './exporter.ts'
import { places, type Place } from './place.ts'

/** What a rule suspects, for a reader who does not have the program at hand. */
export interface FindingRecord {
  readonly rule: string
  readonly message: string
  /** For figures that disagree: both quotes, as corrected. */
  readonly quotes?: readonly [string, string]
  readonly quote: string
  readonly place: Place
  readonly confidence: number
}

/** The open suggestions of all sources, in the order of their places. */
export function findings(book: Exportable, messages: Messages): FindingRecord[] {
  return book.sources.flatMap((source, index) => {
    const place = places(source, index)
    // The key decides last: a document's tables are in no order.
    const sorted = [...source.suggestions].sort(
      (a, b) => a.span.from - b.span.from || a.span.to - b.span.to || (a.key < b.key ? -1 : 1),
    )
    return sorted.map((s) => ({
      rule: s.rule,
      message: messages(s.rule, s.reason),
      ...(s.quotes ? { quotes: s.quotes } : {}),
      quote: s.quote,
      place: place(s.span.from),
      confidence: s.confidence,
    }))
  })
}
