import type { JournalSnapshot } from '../contract/journal.ts'
import { isNearlyEmpty } from '../core/journal/near-empty.ts'
import {
  decodeSnapshot,
  encodeSnapshot,
  isSnapshotReason,
  type SnapshotFile,
} from '../core/journal/snapshot-file.ts'
import { type KeptSnapshot, thinned } from '../core/journal/thinning.ts'
import { codeOf, Refused } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { utf8 } from './utf8.ts'
import { readWhole, saveAtomic } from './whole-files.ts'
import { join } from './paths.ts'

export const SNAPSHOTS = 'snapshots'

interface Named extends KeptSnapshot {
  readonly name: string
}

const NAME = /^(\d{9,})-(\d{4}-\d{2}-\d{2})-([a-z]+)\.snapshot$/

/** The latest snapshot of a book that is whole and belongs to the history with these line hashes. */
export async function latestSnapshot(
  fs: FileSystem,
  folder: string,
  hashes: readonly string[],
): Promise<SnapshotFile | null> {
  for (const { name } of await latestFirst(fs, folder)) {
    const bytes = await readWhole(fs, join(folder, SNAPSHOTS, name))
    const snapshot = bytes && decodeSnapshot(bytes, utf8)
    if (snapshot && hashes[snapshot.seq] === snapshot.hash) return snapshot
  }
  return null
}

/**
 * Keeps a snapshot and thins the older ones. `day` is today where the editor is. Throws `gap` where the journal has no such
 * event, `invalid` where the state has shrunk as no work of an editor makes it shrink.
 */
export async function keepSnapshot(
  fs: FileSystem,
  folder: string,
  { seq, state, why }: JournalSnapshot,
  {
    hashes,
    day,
    unique,
  }: { readonly hashes: readonly string[]; readonly day: string; readonly unique: string },
): Promise<void> {
  const hash = hashes[seq]
  if (hash === undefined) throw new Refused('gap', `a snapshot of event ${seq} after ${hashes.length - 1}`)
  const before = await latestSnapshot(fs, folder, hashes)
  if (before && isNearlyEmpty(before.state.length, state.length))
    throw new Refused('invalid', `nearly empty: ${state.length} after ${before.state.length} characters`)
  const name = `${String(seq).padStart(9, '0')}-${day}-${why}.snapshot`
  await saveAtomic(fs, join(folder, SNAPSHOTS, name), encodeSnapshot({ seq, hash, why, state }, utf8), unique)
  // One too many is no fault.
  for (const old of thinned(await latestFirst(fs, folder)))
    await fs.remove(join(folder, SNAPSHOTS, old.name)).catch(() => undefined)
}

async function latestFirst(fs: FileSystem, folder: string): Promise<Named[]> {
  const names = await fs.names(join(folder, SNAPSHOTS)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const named = names.flatMap((name): Named[] => {
    const [, seq, day, why] = NAME.exec(name) ?? []
    return day !== undefined && isSnapshotReason(why) ? [{ name, seq: Number(seq), day, why }] : []
  })
  return named.sort((a, b) => b.seq - a.seq || (a.name < b.name ? 1 : -1))
}
