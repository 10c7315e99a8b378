import { isBookId } from '../contract/journal-guards.ts'
import type { JournalBook, JournalLabel, JournalSnapshot } from '../contract/journal.ts'
import { isListOf, isObject, isString, isWhole, type Json } from '../core/document/codec/shapes.ts'
import { readLogged } from '../core/document/event-shape.ts'
import { isSourceMeta, type Source } from '../core/document/source.ts'
import { isSnapshotReason } from '../core/journal/snapshot-file.ts'
import { loneSurrogate } from '../core/text/surrogates.ts'
import { Refused } from './disk-error.ts'
import type { EventJson } from './journal-lines.ts'

// What comes from another process is whatever it is, types or not. Each function gives back what it was promised, or
// throws `invalid`.

/** A book's id becomes the name of its folder: nothing but a UUID in small letters. */
export function checkedId(id: unknown): string {
  if (isBookId(id)) return id
  throw new Refused('invalid', 'the id is no UUID')
}

/** The events as they will be written: only what can be read again. */
export function checkedEvents(events: unknown): readonly EventJson[] {
  if (!Array.isArray(events)) throw new Refused('invalid', 'no list of events')
  return events.map((event: unknown) => {
    const logged = readLogged(event)
    if (!logged.ok) throw new Refused('invalid', `${logged.error.kind}: ${logged.error.detail}`)
    const json = JSON.stringify(logged.value)
    // What JSON leaves out (undefined in a list, NaN) may make it another thing.
    if (!readLogged(JSON.parse(json)).ok) throw new Refused('invalid', `event ${logged.value.seq} is no JSON`)
    return { seq: logged.value.seq, json }
  })
}

export function checkedBook(book: unknown): JournalBook {
  if (!isObject(book)) throw new Refused('invalid', 'no book')
  const { id, title, sample, imported, sources, events, settings } = book as Record<string, unknown>
  if (!isString(title) || typeof sample !== 'boolean' || !isWhole(imported) || !isListOf(sources, isSource))
    throw new Refused('invalid', 'not what a book is made of')
  if (!isObject(settings)) throw new Refused('invalid', 'the settings are no record')
  checkedEvents(events)
  const log = events as JournalBook['events']
  return { id: checkedId(id), title, sample, imported, sources, events: log, settings }
}

export function checkedSnapshot(snapshot: unknown): JournalSnapshot {
  if (!isObject(snapshot)) throw new Refused('invalid', 'no snapshot')
  const { seq, state, why } = snapshot as Record<string, unknown>
  if (!isWhole(seq) || !isText(state) || !isSnapshotReason(why))
    throw new Refused('invalid', 'not what a snapshot is made of')
  return { seq, state, why }
}

export function checkedChanges(changes: unknown): Partial<JournalLabel> {
  if (!isObject(changes)) throw new Refused('invalid', 'no changes')
  const { title, deleted } = changes as Record<string, unknown>
  if (title !== undefined && !isString(title)) throw new Refused('invalid', 'the title is no text')
  if (deleted !== undefined && deleted !== null && !isWhole(deleted))
    throw new Refused('invalid', 'the time of deletion is no time')
  return { ...(title === undefined ? {} : { title }), ...(deleted === undefined ? {} : { deleted }) }
}

function isSource(value: unknown): value is Source & Json {
  return isSourceMeta(value) && isObject(value) && isText(value['text']) && isText(value['payload'])
}

/** Text that UTF-8 can hold. It would write something else for half a surrogate pair. */
function isText(value: unknown): value is string {
  return isString(value) && loneSurrogate(value) < 0
}
