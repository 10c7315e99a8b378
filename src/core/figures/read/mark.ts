import type { Mark } from '../finding.ts'
import type { Passage } from './passage.ts'
import type { Statement } from './statement.ts'

/** A shorter quote would be found in many places. */
const SHORTEST = 6
const CLAUSE = /[，。；：！？\n]/
const SENTENCE = /[。！？\n]/

/** The words of a statement with its number, long enough to be found again. */
export function markOf({ passage, phrase, figure }: Statement): Mark {
  return mark(passage, phrase.from, figure.to)
}

/** A stretch, made longer until it can be found again: back in its clause, to its end, into the next one, into the one before. */
export function mark(passage: Passage, from: number, to: number): Mark {
  const { text } = passage
  let [a, b] = [from, to]
  while (b - a < SHORTEST && a > 0 && !CLAUSE.test(text[a - 1]!)) a--
  if (b - a < SHORTEST) b = clauseEnd(text, b)
  if (b - a < SHORTEST && b < text.length && !SENTENCE.test(text[b]!)) b = clauseEnd(text, b + 1)
  if (b - a < SHORTEST && a > 0) a = clauseStart(text, a - 1)
  return { passage, from: a, to: b }
}

function clauseStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !CLAUSE.test(text[start - 1]!)) start--
  return start
}

function clauseEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !CLAUSE.test(text[end]!)) end++
  return end
}

/** The text under a mark. */
export function quote({ passage, from, to }: Mark): string {
  return passage.text.slice(from, to)
}

/** A figure as printed. */
export function printed({ passage, figure }: Statement): string {
  return passage.text.slice(figure.from, figure.to)
}
