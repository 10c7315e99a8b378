/** Is `at` between the two halves of a surrogate pair of `text`? Such an offset cuts a character in two. */
export function splitsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

/** Offset of the first surrogate without its partner, or -1 for well-formed UTF-16. */
export function loneSurrogate(text: string): number {
  return text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/)
}

/** Length in UTF-16 units of the character that starts at `at`: 1 or 2. */
export function characterLength(text: string, at: number): number {
  return splitsPair(text, at + 1) ? 2 : 1
}

export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
