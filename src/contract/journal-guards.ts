import { isObject } from '../core/document/codec/shapes.ts'
import { readLogged } from '../core/document/event-shape.ts'
import type { Logged } from '../core/document/event.ts'
import { isSourceMeta, type Source } from '../core/document/source.ts'
import { isSnapshotReason } from '../core/journal/snapshot-file.ts'
import { isCount, isFlag, isList, isPart, isRecord, isText, orNull, type Guard } from './guards.ts'
import type { JournalBook, JournalLabel, JournalSnapshot } from './journal.ts'

/** UTF-16 units of a text, an analysis or a state: several volumes in one piece, and still no string that V8 cannot hold. */
const LARGE = 256 * 1024 * 1024
/** Of a title, or of a source's name. */
const NAME = 32_768

const isTime = isCount(Number.MAX_SAFE_INTEGER)

/** A UUID in small letters. It becomes the name of a folder. */
export const isBookId: Guard<string> = (value): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

const isLogged: Guard<Logged> = (value): value is Logged => readLogged(value).ok

export const isEvents: Guard<readonly Logged[]> = isList(isLogged)

const isPacked = isText(LARGE)

const isSource: Guard<Source> = (value): value is Source => {
  if (!isSourceMeta(value)) return false
  const { name, text, payload } = value as Record<keyof Source, unknown>
  return isText(NAME)(name) && isPacked(text) && isPacked(payload)
}

const isSettings: Guard<JournalBook['settings']> = (value): value is JournalBook['settings'] =>
  isObject(value) && isPacked(JSON.stringify(value))

export const isBook: Guard<JournalBook> = isRecord<JournalBook>({
  id: isBookId,
  title: isText(NAME),
  sample: isFlag,
  imported: isTime,
  sources: isList(isSource),
  events: isEvents,
  settings: isSettings,
})

export const isSnapshot: Guard<JournalSnapshot> = isRecord<JournalSnapshot>({
  seq: isTime,
  state: isPacked,
  why: isSnapshotReason,
})

export const isLabelChange: Guard<Partial<JournalLabel>> = isPart<JournalLabel>({
  title: isText(NAME),
  deleted: orNull(isTime),
})
