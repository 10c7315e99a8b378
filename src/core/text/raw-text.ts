import { err, ok, type Result } from '../result.ts'
import type { Id, Span } from './offset.ts'

/** The text as extracted, decoded once: LF only, no byte order mark, well-formed UTF-16. Never changes. */
export interface RawText {
  /** SHA-256 (hex) of the bytes it was decoded from. */
  readonly sha256: Id<'Sha256'>
  readonly text: string
}

export interface RawTextError {
  readonly kind: 'carriage-return' | 'byte-order-mark' | 'lone-surrogate'
  /** UTF-16 offset of the first offending unit. */
  readonly at: number
}

/**
 * Checks once what all later code relies on.
 * `text` is decoded text whose line ends are already LF; what is wrong with it is named with its offset.
 */
export function rawText(text: string, sha256: string): Result<RawText, RawTextError> {
  if (text.charCodeAt(0) === 0xfeff) return err({ kind: 'byte-order-mark', at: 0 })
  const cr = text.indexOf('\r')
  if (cr >= 0) return err({ kind: 'carriage-return', at: cr })
  const lone = loneSurrogate(text)
  if (lone >= 0) return err({ kind: 'lone-surrogate', at: lone })
  return ok({ text, sha256: sha256 as Id<'Sha256'> })
}

/** The raw text under a span. */
export function slice(raw: RawText, span: Span): string {
  return raw.text.slice(span.from, span.to)
}

/** Is it the raw text under a span? */
export function isQuote({ text }: RawText, { from, to }: Span, quote: string): boolean {
  if (quote.length !== to - from) return false
  // Most quotes are a line break or two: a call of `startsWith` costs more than that.
  for (let i = 0; i < quote.length; i++) if (text.charCodeAt(from + i) !== quote.charCodeAt(i)) return false
  return true
}

/** Offset of the first surrogate without its partner, or -1. */
function loneSurrogate(text: string): number {
  // A book without Han beyond the BMP has none of either half: looking for those costs a quarter.
  if (!/[\uD800-\uDFFF]/.test(text)) return -1
  const found = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text)
  return found ? found.index : -1
}
