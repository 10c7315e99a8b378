import type { Logged } from '../document/event.ts'
import { inVersion, readBookRecord, readEvent, type StoredRecord } from './book-record.ts'
import { VERSION } from '../project/migrate.ts'
import { parseJson } from './checked-json.ts'
import { decodeLine, type JournalLine, lineEnd, lineHash, NO_HASH } from './line.ts'
import type { Utf8 } from './utf8.ts'

/** Why the good part of a journal ends where it does. */
export type ScanStop =
  /** The file ends with a whole line. */
  | { readonly kind: 'end' }
  /** What follows was being written when the machine stopped: nobody was told that it is saved. */
  | { readonly kind: 'torn'; readonly bytes: number }
  /** A line that had been saved is broken or missing. */
  | { readonly kind: 'damaged'; readonly detail: string }
  /** A later version of this program wrote on. */
  | { readonly kind: 'newer'; readonly detail: string }

export interface Scan {
  /** Null where line 0 cannot be read; there are no events then. */
  readonly book: StoredRecord | null
  /** From 1, without a gap. */
  readonly events: readonly Logged[]
  /** The hash of each good line, by its number; line 0 included. */
  readonly hashes: readonly string[]
  /** The hash that a line of an older version would have, had this program written it: by its number. */
  readonly renewed: ReadonlyMap<number, string>
  /** Bytes of the good lines. */
  readonly end: number
  readonly stop: ScanStop
}

/**
 * Reads a journal as far as it is good. Never throws, whatever the bytes. A break is `torn` where all that comes after it
 * may have been written in the same go: disks put the pages of one write down in any order. Line 0 is written and synced
 * before the file gets its name, so that a break in it is always damage.
 */
export function scanJournal(bytes: Uint8Array, utf8: Utf8): Scan {
  let book: StoredRecord | null = null
  const events: Logged[] = []
  const hashes: string[] = []
  const renewed = new Map<number, string>()
  let end = 0
  const stopped = (stop: ScanStop): Scan => ({ book, events, hashes, renewed, end, stop })

  while (end < bytes.length) {
    const lf = lineEnd(bytes, end)
    const line = lf < 0 ? null : decodeLine(bytes.subarray(end, lf), utf8)
    if (!line) return stopped(breakAt(bytes, end, hashes.length, utf8))
    const seq = hashes.length
    if (line.seq !== seq || line.prev !== (hashes.at(-1) ?? NO_HASH) || line.first > seq)
      return stopped({
        kind: 'damaged',
        detail: `line ${seq}: a whole line that does not follow the one before`,
      })
    const content = readContent(line, book)
    if (content.kind !== 'book' && content.kind !== 'event') return stopped(content)
    if (content.kind === 'book') book = content.book
    else {
      events.push(content.logged)
      if (book && book.version < VERSION) {
        const json = inVersion(JSON.stringify(content.logged), book.version)
        if (json !== line.json) renewed.set(seq, lineHash({ ...line, json }))
      }
    }
    hashes.push(lineHash(line))
    end = lf + 1
  }
  return stopped(book ? { kind: 'end' } : { kind: 'damaged', detail: 'line 0: missing' })
}

type Content =
  | { readonly kind: 'book'; readonly book: StoredRecord }
  | { readonly kind: 'event'; readonly logged: Logged }
  | { readonly kind: 'damaged' | 'newer'; readonly detail: string }

/** What a whole line says. It is what was written: so an odd content was odd from the beginning. */
function readContent({ seq, json }: JournalLine, journal: StoredRecord | null): Content {
  const value = parseJson(json)
  if (seq === 0) {
    const book = readBookRecord(value)
    if (book === 'newer') return { kind: 'newer', detail: 'line 0: a later format' }
    return book ? { kind: 'book', book } : { kind: 'damaged', detail: 'line 0: no journal' }
  }
  const logged = readEvent(value, journal?.version ?? VERSION)
  if (logged === 'newer') return { kind: 'newer', detail: `line ${seq}: of a later version` }
  if (logged.ok && logged.value.seq === seq) return { kind: 'event', logged: logged.value }
  const detail = `line ${seq}: ${logged.ok ? `holds event ${logged.value.seq}` : logged.error.detail}`
  const isUnknown = !logged.ok && logged.error.kind === 'unknown-event'
  return { kind: isUnknown ? 'newer' : 'damaged', detail }
}

/** What a broken line at `from` means, that should have been line `seq`. */
function breakAt(bytes: Uint8Array, from: number, seq: number, utf8: Utf8): ScanStop {
  const damaged: ScanStop = { kind: 'damaged', detail: `line ${seq}: broken` }
  if (seq === 0) return damaged
  for (let at = lineEnd(bytes, from) + 1; at > 0 && at < bytes.length; at = lineEnd(bytes, at) + 1) {
    const lf = lineEnd(bytes, at)
    const line = lf < 0 ? null : decodeLine(bytes.subarray(at, lf), utf8)
    // Begun after the broken line was synced: so that one was whole once.
    if (line && line.first > seq) return damaged
    if (lf < 0) break
  }
  return { kind: 'torn', bytes: bytes.length - from }
}
