/** Character classes of this genre, by UTF-16 unit: one comparison chain each, since they run on every unit. */

/** The codes of some characters: a look at one code costs far less than a pattern, or a one-character string. */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (c) => c.charCodeAt(0)))
}

/** A Han character, the ideographic zero 〇 and the iteration mark included. */
export function isHan(c: number): boolean {
  return (
    (c >= 0x4e00 && c <= 0x9fff) ||
    (c >= 0x3400 && c <= 0x4dbf) ||
    (c >= 0xf900 && c <= 0xfaff) ||
    (c >= 0x2e80 && c <= 0x2fd5) ||
    // Both halves of a surrogate pair: beyond the BMP this genre has rare Han only.
    (c >= 0xd840 && c <= 0xd8ff) ||
    (c >= 0xdc00 && c <= 0xdfff) ||
    c === 0x3007 ||
    c === 0x3005
  )
}

/** 0–9. */
export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39
}

/** ０–９. */
export function isWideDigit(c: number): boolean {
  return c >= 0xff10 && c <= 0xff19
}

/** ① ⑴ ⒈ and their like up to 20: the mark of an item, no part of a number beside it. */
export function isItemMark(c: number): boolean {
  return c >= 0x2460 && c <= 0x249b
}

/** A–Z, a–z, and the letters of Latin-1 and Latin Extended-A/B. */
export function isLatin(c: number): boolean {
  return (
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7)
  )
}

/** A Greek letter, the micro sign included: part of units such as μg. */
export function isGreek(c: number): boolean {
  return (c >= 0x370 && c <= 0x3ff) || c === 0xb5
}

/** A space that shows: ordinary, no-break, ideographic, tab and the typographic ones. Not a line break. */
export function isSpace(c: number): boolean {
  return (
    c === 0x20 ||
    c === 0x3000 ||
    c === 0x09 ||
    c === 0xa0 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x0b
  )
}

/** A character without width that carries no meaning in Han text: zero-width space and joiners, word joiner, BOM, soft hyphen. */
export function isInvisible(c: number): boolean {
  return (c >= 0x200b && c <= 0x200d) || c === 0x2060 || c === 0xfeff || c === 0xad
}

/** Ends a line of print. */
export function isBreak(c: number): boolean {
  return c === 0x0a || c === 0x0c || c === 0x2028 || c === 0x2029 || c === 0x85
}

export function isBlank(c: number): boolean {
  return isSpace(c) || isBreak(c) || isInvisible(c)
}

/** Punctuation set on a full square in Chinese text: ， 。 “ ” （ and the like. */
export function isFullPunctuation(c: number): boolean {
  return (
    (c >= 0x3001 && c <= 0x3003) ||
    (c >= 0x3008 && c <= 0x3011) ||
    (c >= 0x3014 && c <= 0x301b) ||
    (c >= 0x2018 && c <= 0x201f) ||
    c === 0xff01 ||
    (c >= 0xff08 && c <= 0xff09) ||
    c === 0xff0c ||
    c === 0xff1a ||
    c === 0xff1b ||
    c === 0xff1f ||
    c === 0xff3b ||
    c === 0xff3d ||
    c === 0x2026 ||
    c === 0x2014 ||
    c === 0xb7 ||
    c === 0x2236
  )
}

/** Cannot begin a printed line (GB/T 15834, line-break rule for closing marks). */
export function cannotBeginLine(c: number): boolean {
  return CLOSING.has(c)
}

const CLOSING = codesOf('，。、；：？！”’）》】〉」』〕·%‰％,.;:?!)]}')

/** Printed width in half squares: 2 for a Han character or full punctuation, 1 for Latin, 0 for invisible ones. */
export function unitWidth(c: number): number {
  if (c < 0x80) return c < 0x20 ? 0 : 1
  if (isInvisible(c)) return 0
  if (c >= 0xdc00 && c <= 0xdfff) return 0
  if (c < 0x2000) return c === 0xb7 ? 2 : 1
  if ((c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f) return 1
  return 2
}
