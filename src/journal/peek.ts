import type { JournalError } from '../contract/journal.ts'
import { type BookRecord, readBookRecord } from '../core/journal/book-record.ts'
import { parseJson } from '../core/journal/checked-json.ts'
import { decodeLine, lineEnd } from '../core/journal/line.ts'
import { scanJournal } from '../core/journal/scan.ts'
import { lastLine } from '../core/journal/tail.ts'
import type { DiskFile, FileSystem } from './file-system.ts'
import { JOURNAL, missing } from './journal-file.ts'
import type { Floor } from './journal-lines.ts'
import { utf8 } from './utf8.ts'
import { closing } from './whole-files.ts'
import { join } from './paths.ts'

/** Longer than nearly all lines. */
const ENOUGH = 65_536

export interface Peek {
  readonly record: BookRecord
  /** The last good line. */
  readonly last: Floor
  readonly fault: JournalError | null
}

/** The two ends of a journal, without reading what lies between where that can be helped. Writes nothing. */
export async function peekJournal(fs: FileSystem, folder: string): Promise<Peek | JournalError> {
  const file = await fs.open(join(folder, JOURNAL), 'read').catch(missing)
  return closing(file, async () => {
    const size = await file.size()
    const record = await firstRecord(file, size)
    const last = lastLine(await file.read(Math.max(0, size - ENOUGH), ENOUGH), utf8)
    if (record && last) return { record, last, fault: null }
    const { book, hashes, stop } = scanJournal(await file.read(0, size), utf8)
    const fault = stop.kind === 'damaged' || stop.kind === 'newer' ? stop : null
    if (!book) return fault ?? { kind: 'damaged', detail: 'line 0' }
    return { record: book, last: { seq: hashes.length - 1, hash: hashes.at(-1) ?? '' }, fault }
  })
}

async function firstRecord(file: DiskFile, size: number): Promise<BookRecord | null> {
  const bytes = await file.read(0, Math.min(size, ENOUGH))
  const line = decodeLine(bytes.subarray(0, Math.max(0, lineEnd(bytes, 0))), utf8)
  const record = line?.seq === 0 ? readBookRecord(parseJson(line.json)) : null
  return record === 'newer' ? null : record
}
