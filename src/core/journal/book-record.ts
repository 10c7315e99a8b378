import { isListOf, isObject, isString, isWhole, type Json } from '../document/codec/shapes.ts'
import { readLogged, type ShapeError } from '../document/event-shape.ts'
import type { Logged } from '../document/event.ts'
import { isSha256, isSourceMeta, type SourceMeta } from '../document/source.ts'
import type { Result } from '../result.ts'
import { migrated, VERSION } from '../project/migrate.ts'

const JOURNAL_FORMAT = 'jiaokan.journal'

/** Line 0 of a journal: which book it is, and what it was made of. */
export interface BookRecord {
  readonly id: string
  /** As it was on import; the label beside the journal may say another one since. */
  readonly title: string
  readonly sample: boolean
  /** Milliseconds since 1970. */
  readonly imported: number
  readonly sources: readonly SourceRecord[]
  /** Of this book, by name. Journals that were begun without them say nothing, and read as none. */
  readonly settings: Json
}

/** A raw text of the book. The texts lie beside the journal, under the SHA-256 of their UTF-8. */
export interface SourceRecord extends SourceMeta {
  readonly text: string
  readonly payload: string
}

/** A line 0 that was read. */
export interface StoredRecord extends BookRecord {
  /** What its events are written in, but for those that say another one. */
  readonly version: number
}

/** The JSON of line 0. */
export function writeBookRecord({ id, title, sample, imported, sources, settings }: BookRecord): string {
  return JSON.stringify({
    format: JOURNAL_FORMAT,
    version: VERSION,
    id,
    title,
    sample,
    imported,
    sources,
    settings,
  })
}

/** The JSON of an event as it stands in a journal that began with `version`: it says so where it is in another one. */
export function inVersion(json: string, version: number): string {
  return version < VERSION ? `${json.slice(0, -1)},"v":${VERSION}}` : json
}

/** The event in a line of such a journal, read as this program writes it; `newer` where a later version wrote it. */
export function readEvent(value: unknown, version: number): Result<Logged, ShapeError> | 'newer' {
  if (!isObject(value)) return readLogged(value)
  const own = isWhole(value['v']) && value['v'] > 0 ? value['v'] : version
  return own > VERSION ? 'newer' : readLogged(migrated('event', value, own))
}

/** What line 0 says; `newer` where a later version wrote it, null where it is no such line. */
export function readBookRecord(value: unknown): StoredRecord | 'newer' | null {
  if (!isObject(value)) return null
  const { format, version, id, sample, imported } = value as Record<string, unknown>
  if (format !== JOURNAL_FORMAT || !isWhole(version) || version < 1) return null
  if (version > VERSION) return 'newer'
  const { title, sources, settings = {} } = migrated('book', value, version) as Record<string, unknown>
  if (!isString(id) || !isString(title) || typeof sample !== 'boolean' || !isWhole(imported)) return null
  if (!isListOf(sources, isObject) || !isObject(settings)) return null
  const records = sources.map((source) => migrated('source', source, version))
  if (!records.every(isSourceRecord)) return null
  return { id, title, sample, imported, sources: records, settings, version }
}

function isSourceRecord(value: Json): value is Json & SourceRecord {
  return isSourceMeta(value) && isSha256(value['text']) && isSha256(value['payload'])
}
