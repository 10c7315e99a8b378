import { LAYOUTS } from '../test/damage/print/layouts.ts'
import { specimen } from '../test/damage/specimen.ts'
import { MIXED } from '../test/damage/trials.ts'

/** A book as a file holds it, and what its lines are. */
export interface Book {
  readonly layout: string
  readonly bytes: Uint8Array
  /** Its text, as another program gets it. */
  readonly text: string
}

/** How extractors break a text, one layout of each sort. */
const SORTS: readonly (readonly [string, string])[] = [
  ['column blocks', 'column-blank'],
  ['printed lines', 'row-dropped'],
  ['lines and blanks', 'row-blank-visible'],
  ['isolated runs', 'run-blank-dropped'],
]

/** All categories, as many sections as a thick book has; its length is set by how many entries stand in each. */
const SECTIONS = 10
const ENTRIES = 124

/**
 * Whole yearbooks of the damage model, all kinds of damage mixed, each of about `length` characters. The same seed gives the
 * same books.
 */
export function* books(seed: string, length: number): Generator<Book> {
  for (const [layout, id] of SORTS) {
    const found = LAYOUTS.find((l) => l.id === id)
    if (!found) throw new Error(`no layout ${id}`)
    const size = { categories: 24, sections: SECTIONS, english: 0.7, nested: true }
    const entries = Math.max(1, Math.round((ENTRIES * length) / LENGTH))
    const { text } = specimen(`${seed}/${id}`, found, MIXED, { ...size, entries })
    // Cut at a line's end: every book is as long as the other.
    const whole = text.length > length ? text.slice(0, text.lastIndexOf('\n', length)) : text
    yield { layout, bytes: new TextEncoder().encode(whole), text: whole }
  }
}

/** Characters of the book that is promised to be analysed in time. */
export const LENGTH = 2_300_000
