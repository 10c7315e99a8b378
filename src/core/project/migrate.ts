import type { Json } from '../document/codec/shapes.ts'

/** The records of a book that a later version may write otherwise. A row of the database is one as well. */
export type RecordKind = 'source' | 'event' | 'book'

/** One step up: how each record of version `from` reads in the next one. Pure; a kind that is not named stays as it is. */
export interface Migration extends Partial<Record<RecordKind, (record: Json) => Json>> {
  readonly from: number
}

/**
 * All steps, oldest first. Project file, database and command line take the same ones, so that a book reads alike however
 * it came. Version 1 is the first that was given out: there is no step yet. None is ever changed once it has been.
 */
const MIGRATIONS: readonly Migration[] = []

/** A record of an older version as the present one writes it. What it is made of is checked afterwards, by the reader. */
export function migrated(
  kind: RecordKind,
  record: Json,
  version: number,
  steps: readonly Migration[] = MIGRATIONS,
): Json {
  return steps.reduce((now, step) => (step.from < version ? now : (step[kind]?.(now) ?? now)), record)
}
