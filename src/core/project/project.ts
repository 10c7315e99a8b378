import type { Logged } from '../document/event.ts'
import type { Encoding, Evidence, Newline } from '../text/encoding.ts'

export const PROJECT_FORMAT = 'jiaokan.project'

/** Raised when a record gets another form; `migrate.ts` says how an older one becomes it. */
export const PROJECT_VERSION = 1

/** The raw text of a book and what the engine made of it on import. */
export interface ProjectSource {
  /** File name without its folder. */
  readonly name: string
  /** Of the bytes as they came. */
  readonly sha256: string
  readonly encoding: Encoding
  readonly evidence: Evidence
  readonly bom: boolean
  readonly newline: Newline
  /** Decoded, line ends LF. */
  readonly text: string
  /** The packed analysis (`document/codec.ts`); the log's first event names its hash. */
  readonly payload: string
}

/** What is kept of a book beside its texts and its log, and may change without an event. */
export interface ProjectBook {
  readonly title: string
  /** Settings of this book, by name; what a version does not know it keeps. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** All that a book is: what a `.jiaokan` file holds. One raw text; a later proof is a book of its own. */
export interface Project {
  readonly source: ProjectSource
  /** From 1, without a gap. */
  readonly events: readonly Logged[]
  readonly book: ProjectBook
}
