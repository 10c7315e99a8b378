import type { JournalBook } from '../contract/journal.ts'
import { writeBookRecord } from '../core/journal/book-record.ts'
import { codeOf, Refused } from './disk-error.ts'
import { checkedEvents } from './input.ts'
import { JOURNAL } from './journal-file.ts'
import { type Floor, newJournal } from './journal-lines.ts'
import { encodeLabel, LABEL } from './label-file.ts'
import type { FolderPorts } from './ports.ts'
import { SNAPSHOTS } from './snapshots.ts'
import { writeSources } from './source-files.ts'
import { erased, unfinished } from './root-folder.ts'
import { writeNew } from './whole-files.ts'
import { join } from './paths.ts'

/** Puts a book on the disk: all of it under another name, then, when it is synced, under its own. Its last line comes out. */
export async function createBook(ports: FolderPorts, root: string, book: JournalBook): Promise<Floor> {
  const { fs } = ports
  const place = join(root, book.id)
  const draft = join(root, unfinished(ports, book.id))
  let last: Floor
  try {
    await fs.makeFolder(draft)
    const sources = await writeSources(fs, draft, book.sources)
    const { id, title, sample, imported, settings } = book
    const record = writeBookRecord({ id, title, sample, imported, sources, settings })
    const journal = newJournal(record, checkedEvents(book.events))
    last = journal.last
    await fs.makeFolder(join(draft, SNAPSHOTS))
    await writeNew(fs, join(draft, LABEL), encodeLabel({ title, deleted: null, ...last }))
    await writeNew(fs, join(draft, JOURNAL), journal.bytes)
    await fs.syncFolder(draft)
    await fs.rename(draft, place)
  } catch (error) {
    await fs.removeFolder(draft).catch(() => undefined)
    // Another process has been faster.
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw new Refused('exists', book.id)
    throw error
  }
  try {
    await fs.syncFolder(root)
  } catch (error) {
    const grave = join(root, erased(ports, book.id))
    await fs.rename(place, grave).catch(() => undefined)
    await fs.removeFolder(grave).catch(() => undefined)
    throw error
  }
  return last
}
