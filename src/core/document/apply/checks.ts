import type { Span } from '../../text/offset.ts'
import type { RawText } from '../../text/raw-text.ts'
import { isQuote } from '../../text/raw-text.ts'
import { loneSurrogate, splitsPair } from '../../text/surrogates.ts'
import { type Refusal, refusal } from '../refusal.ts'

/** Is it a span of this raw text that cuts no character in two? */
export function checkSpan({ text }: RawText, { from, to }: Span): Refusal | null {
  return (
    checkOffset(text, from) ?? checkOffset(text, to) ?? (from > to ? refusal('out-of-range', from) : null)
  )
}

export function checkOffset(text: string, at: number): Refusal | null {
  if (!Number.isInteger(at) || at < 0 || at > text.length) return refusal('out-of-range', at)
  return splitsPair(text, at) ? refusal('splits-character', at) : null
}

/** A span with text in it, and the very text that an event says it replaces. */
export function checkQuote(raw: RawText, span: Span, replaces: string | undefined): Refusal | null {
  const bad = checkSpan(raw, span)
  if (bad) return bad
  return replaces !== undefined && isQuote(raw, span, replaces) ? null : refusal('raw-mismatch', span.from)
}

/** Several quotes, each not empty, and at least one. */
export function checkQuotes(
  raw: RawText,
  spans: readonly Span[],
  replaces: readonly string[],
): Refusal | null {
  if (spans.length === 0) return refusal('no-effect')
  if (replaces.length !== spans.length) return refusal('raw-mismatch', spans[0]!.from)
  for (const [i, span] of spans.entries()) {
    const bad = checkQuote(raw, span, replaces[i])
    if (bad) return bad
    if (span.from === span.to) return refusal('no-effect', span.from)
  }
  return null
}

export function checkText(text: string, at: number | null): Refusal | null {
  return text === '' || loneSurrogate(text) < 0 ? null : refusal('lone-surrogate', at)
}
