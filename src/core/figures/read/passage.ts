import type { ScannedBlock } from './scanned.ts'
import type { Statement } from './statement.ts'

/** A block in its place in a book. */
export interface Passage extends ScannedBlock {
  /** Its number among the passages of the book. */
  readonly order: number
  /** Index of its entry in the book. */
  readonly entry: number
  readonly title: boolean
  /** What it states, in the order of its quantities; none before it is read. */
  readonly statements: Statement[]
}

export function passage(block: ScannedBlock, order: number, entry: number, title: boolean): Passage {
  const { id, role, level, text, quantities, aside, phrases, regions, sentences } = block
  return {
    id,
    role,
    level,
    text,
    quantities,
    aside,
    phrases,
    regions,
    sentences,
    order,
    entry,
    title,
    statements: [],
  }
}
