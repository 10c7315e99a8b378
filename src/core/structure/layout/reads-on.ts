/** So much of the text on each side is searched, and so many finds are enough. */
const REACH = 40_000
const ENOUGH = 12
/** Counted where nothing is found: a short book has not all pairs of characters. */
const UNSEEN = 0.4

/**
 * Does the text read on from `before` to `after` rather than over the row between them? By how often the pairs of
 * characters at the three borders stand side by side elsewhere in the book: above 0 for the row’s being no part of the
 * sentence. Half of all row ends part a word, and the book has that word again.
 */
export function readsOnAround(text: string, at: number, borders: Borders): number {
  const around = text.slice(Math.max(0, at - REACH), at + REACH)
  const { before, first, last, after } = borders
  const over = Math.max(seen(around, before + first), last === undefined ? 0 : seen(around, last + after))
  return Math.log(seen(around, before + after) / over)
}

/** The characters on both sides of a row’s two ends; without `last` its end is no border of the sentence. */
export interface Borders {
  readonly before: string
  readonly first: string
  readonly last?: string
  readonly after: string
}

function seen(text: string, pair: string): number {
  let n = 0
  for (let at = text.indexOf(pair); at >= 0 && n < ENOUGH; at = text.indexOf(pair, at + 2)) n++
  return n + UNSEEN
}
