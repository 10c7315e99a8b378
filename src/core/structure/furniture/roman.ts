const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
/** Up to 399, in one way only; no front matter is longer. */
const ROMAN = /^(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
/** Letters of it, as they are or as one sign, or in another form that is normalised. */
const MAYBE = /^[ivxlcIVXLC\u0080-\u2fff\u3300-\u33ff\ud800-\uffff]+$/

/** What Roman numerals of one case, or Ⅻ and the like, stand for; null for any other text. */
export function romanNumber(text: string): number | null {
  if (!MAYBE.test(text)) return null
  const plain = text.normalize('NFKC')
  const low = plain.toLowerCase()
  if ((plain !== low && plain !== plain.toUpperCase()) || !ROMAN.test(low)) return null
  let sum = 0
  for (let i = 0; i < low.length; i++) {
    const value = VALUES[low[i]!]!
    sum += value < (VALUES[low[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}
