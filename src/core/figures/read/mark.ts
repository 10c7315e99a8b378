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

/** A stretch, made longer until it can be found again: inside its clause, inside its sentence, anyhow. */
export function mark(passage: Passage, from: number, to: number): Mark {
  const { text } = passage
  let [a, b] = [from, to]
  for (const border of [CLAUSE, SENTENCE, null]) {
    while (b - a < SHORTEST && a > 0 && !border?.test(text[a - 1]!)) a--
    while (b - a < SHORTEST && b < text.length && !border?.test(text[b]!)) b++
  }
  return { passage, from: a, to: b }
}

/** The text under a mark. */
export function quote({ passage, from, to }: Mark): string {
  return passage.text.slice(from, to)
}

/** A figure as printed. */
export function printed({ passage, figure }: Statement): string {
  return passage.text.slice(figure.from, figure.to)
}
