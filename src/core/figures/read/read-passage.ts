import type { Passage } from './passage.ts'
import type { ScannedBlock } from './scanned.ts'
import type { Statement } from './statement.ts'

/** A passage with what it states, in the order of its quantities; none before it is read. */
export interface ReadPassage extends Passage {
  readonly statements: Statement[]
}

/** The passage that a block is. Made whole at once: objects that grow later are slower to look into. */
export function passage(block: ScannedBlock, order: number, entry: number, title: boolean): ReadPassage {
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
