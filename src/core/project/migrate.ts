import type { Json } from '../document/codec/shapes.ts'
import { MIGRATIONS, type RecordKind } from './migrations.ts'

/** Of the records that this program writes, into project files, journals and tables alike. */
export const VERSION = MIGRATIONS.length + 1

/**
 * A record of an older version as the present one writes it: the same for project file, journal and tables, so that a book
 * reads alike however it came. What it is made of is checked afterwards, by the reader.
 */
export function migrated(kind: RecordKind, record: Json, version: number): Json {
  return MIGRATIONS.slice(version - 1).reduce((now, step) => step[kind]?.(now) ?? now, record)
}
