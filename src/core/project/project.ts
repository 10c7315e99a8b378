import type { Logged } from '../document/event.ts'
import type { Source } from '../document/source.ts'

export const PROJECT_FORMAT = 'jiaokan.project'

/** What is kept of a book beside its texts and its log, and may change without an event. */
export interface ProjectBook {
  readonly title: string
  /** Settings of this book, by name; what a version does not know it keeps. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** All that a book is: what a `.jiaokan` file holds. One raw text; a later proof is a book of its own. */
export interface Project {
  readonly source: Source
  /** From 1, without a gap. */
  readonly events: readonly Logged[]
  readonly book: ProjectBook
}
