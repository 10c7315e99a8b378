/** Pieces of patterns that several rules are made of: what counts as Han context and as a number. */

/** A Han character or full-width punctuation: the neighbourhood in which Chinese typesetting holds. */
export const HAN = String.raw`[\p{Script=Han}〇○、。，；：？！“”‘’《》〈〉「」『』【】（）〔〕…—·]`
/** White space that shows, without line breaks. */
export const SPACE = String.raw`[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]`
/** The same spaces, for the signs of a rule. */
export const SPACES = ' \t\u00a0\u2000–\u200a\u202f\u205f\u3000'
/** Han characters of one unit, and a few beside them, for the signs of a rule. */
export const UNITS_OF_HAN = '\u2e80–\u2fd5\u3005\u3007\u3021–\u303b\u3400–\u9fff\uf900–\ufaff'

/** Where the characters stand that a pattern finds, one at a time; it must be global. */
export function placesOf(text: string, character: RegExp): number[] {
  const at: number[] = []
  character.lastIndex = 0
  while (character.test(text)) at.push(character.lastIndex - 1)
  return at
}

/**
 * What a global pattern finds that finds nothing empty. `matchAll` makes a copy of the pattern for each text, most of which
 * hold little or nothing.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) found.push(m)
  return found
}
