import { type Source, sourceMeta } from '../core/document/source.ts'
import type { SourceRecord } from '../core/journal/book-record.ts'
import { sha256 } from './bytes.ts'
import { Refused } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { utf8 } from './utf8.ts'
import { readWhole, writeNew } from './whole-files.ts'
import { join } from './paths.ts'

const FILES = 'files'

/** Writes texts and payloads, each under the SHA-256 of its bytes, and says how the journal names them. */
export async function writeSources(
  fs: FileSystem,
  folder: string,
  sources: readonly Source[],
): Promise<readonly SourceRecord[]> {
  await fs.makeFolder(join(folder, FILES))
  const written = new Set<string>()
  const keep = async (text: string): Promise<string> => {
    const bytes = utf8.encode(text)
    const hash = await sha256(bytes)
    if (!written.has(hash)) await writeNew(fs, join(folder, FILES, hash), bytes)
    written.add(hash)
    return hash
  }
  const records: SourceRecord[] = []
  for (const source of sources) {
    const kept = { text: await keep(source.text), payload: await keep(source.payload) }
    records.push({ ...sourceMeta(source), ...kept })
  }
  await fs.syncFolder(join(folder, FILES))
  return records
}

/** The sources that a journal names. Throws `damaged` where a file is missing or is not what its name says. */
export async function readSources(
  fs: FileSystem,
  folder: string,
  records: readonly SourceRecord[],
): Promise<readonly Source[]> {
  const read = async (hash: string, what: string): Promise<string> => {
    const bytes = await readWhole(fs, join(folder, FILES, hash))
    const text = bytes && (await sha256(bytes)) === hash ? utf8.decode(bytes) : null
    if (text === null) throw new Refused('damaged', `${what}: ${bytes ? 'changed' : 'missing'}`)
    return text
  }
  const sources: Source[] = []
  for (const [i, record] of records.entries()) {
    const text = await read(record.text, `text of source ${i}`)
    sources.push({ ...record, text, payload: await read(record.payload, `analysis of source ${i}`) })
  }
  return sources
}
