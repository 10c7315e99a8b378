import type { Mark } from '../finding.ts'
import type { Passage } from './passage.ts'
import type { Statement } from './statement.ts'

/** A shorter quote would be found in many places. */
const SHORTEST = 6

/** The words of a statement with its number, long enough to be found again. */
export function markOf({ passage, phrase, figure }: Statement): Mark {
  return mark(passage, phrase.from, figure.to)
}

/** A stretch, made longer at both ends as far as its clause goes until it can be found again. */
export function mark(passage: Passage, from: number, to: number): Mark {
  const { text } = passage
  let [a, b] = [from, to]
  while (b - a < SHORTEST && b < text.length && !/[，。；：、！？\n]/.test(text[b]!)) b++
  while (b - a < SHORTEST && a > 0) a--
  return { passage, from: a, to: b }
}

/** The text under a mark. */
export function quote({ passage, from, to }: Mark): string {
  return passage.text.slice(from, to)
}
