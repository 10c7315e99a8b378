import type { Layer } from './correction.ts'

const BLANKS = /[\s\u200b-\u200d\u2060\ufeff\u00ad]+/g

/**
 * What a change touches, judged by its two texts alone. White space and characters without width make layout;
 * other forms of the same characters (NFKC: width, compatibility) make character; all else is substance.
 * Punctuation whose shape NFKC keeps apart, as `“` and `"`, counts as substance: a person looks at it.
 */
export function layerOf(replaced: string, inserted: string): Layer {
  const before = replaced.replace(BLANKS, '')
  const after = inserted.replace(BLANKS, '')
  if (before === after) return 'layout'
  return before.normalize('NFKC') === after.normalize('NFKC') ? 'character' : 'substance'
}
