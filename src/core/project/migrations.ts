import type { Json } from '../document/codec/shapes.ts'

/** The records of a book that a later version may write otherwise, wherever they lie: in a file, a journal, a table. */
export type RecordKind = 'source' | 'event' | 'book'

/**
 * One step up: how each record of version `from` reads in the next one. Pure; what a step does not name it must keep, and a
 * kind that is not named stays as it is.
 */
export interface Migration extends Partial<Record<RecordKind, (record: Json) => Json>> {
  readonly from: number
}

/** All steps, oldest first. Version 1 is the first that was given out. None is ever changed once it has been. */
export const MIGRATIONS: readonly Migration[] = []
