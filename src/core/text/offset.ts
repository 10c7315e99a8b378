declare const space: unique symbol
declare const tag: unique symbol

/** A UTF-16 offset into the raw text. Never inside a surrogate pair. */
export type RawOffset = number & { readonly [space]: 'raw' }

/** A UTF-16 offset into one block's text as corrected so far. */
export type CleanOffset = number & { readonly [space]: 'clean' }

/** Half-open: `from` is inside, `to` is not. Empty where both are equal. */
export interface Span<O extends number = RawOffset> {
  readonly from: O
  readonly to: O
}

/** A string that names one kind of thing and cannot be taken for another. */
export type Id<T extends string> = string & { readonly [tag]: T }

/** Says that `at` counts raw text. The one place where a plain number becomes a raw offset. */
export function rawOffset(at: number): RawOffset {
  return at as RawOffset
}

/** Says that `at` counts the corrected text of one block. */
export function cleanOffset(at: number): CleanOffset {
  return at as CleanOffset
}

/** A raw span; throws on a reversed or negative one, which is always a bug of the caller. */
export function rawSpan(from: number, to: number): Span {
  if (!(from >= 0 && to >= from)) throw new RangeError(`not a span: [${from}, ${to})`)
  return { from: from as RawOffset, to: to as RawOffset }
}
