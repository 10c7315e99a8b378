/** Pieces of patterns that several rules are made of: what counts as Han context and as a number. */

/** A Han character or full-width punctuation: the neighbourhood in which Chinese typesetting holds. */
export const HAN = String.raw`[\p{Script=Han}〇○、。，；：？！“”‘’《》〈〉「」『』【】（）〔〕…—·]`
/** White space that shows, without line breaks. */
export const SPACE = String.raw`[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]`
/** The same spaces, for the signs of a rule. */
export const SPACES = ' \t\u00a0\u2000–\u200a\u202f\u205f\u3000'
