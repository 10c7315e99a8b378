import { codeOf } from './disk-error.ts'
import type { DiskFile, FileSystem } from './file-system.ts'
import { join, split } from './paths.ts'

/** All bytes of a file, or null where there is none. */
export async function readWhole(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  let file: DiskFile
  try {
    file = await fs.open(path, 'read')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  return closing(file, async () => file.read(0, await file.size()))
}

/** A new file, complete and on the disk. What a failure leaves of it is for the caller to remove. */
export async function writeNew(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'create')
  await closing(file, async () => {
    await writeAll(file, bytes, 0)
    await file.sync()
  })
}

/** A new file of no use after a power cut. */
export async function writePassing(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'create')
  await closing(file, () => writeAll(file, bytes, 0))
}

/** All of the bytes: a disk may take a part of them, without an error. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const count = await file.write(bytes.subarray(done), at + done)
    if (count <= 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC', syscall: 'write' })
    done += count
  }
}

/**
 * Puts a file in the place of another one, or of none. Until the new one is complete and on the disk the old one keeps its
 * name, and it comes back where the last step fails: a failure at any step leaves what was there. `unique` keeps two
 * savers apart.
 */
export async function saveAtomic(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  unique: string,
): Promise<void> {
  const before = await readWhole(fs, path)
  await put(fs, path, bytes, unique)
  try {
    await fs.syncFolder(split(path).folder)
  } catch (error) {
    // As far as the disk still goes; the first error is the one that is told.
    await (before ? put(fs, path, before, unique) : fs.remove(path)).catch(() => undefined)
    throw error
  }
}

const TEMPORARY = '.tmp'

/** Whether a name is one that a crash in the middle of saving has left. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.') && name.endsWith(TEMPORARY)
}

async function put(fs: FileSystem, path: string, bytes: Uint8Array, unique: string): Promise<void> {
  const { folder, name } = split(path)
  const temp = join(folder, `.${name}.${unique}${TEMPORARY}`)
  try {
    await writeNew(fs, temp, bytes)
    await fs.rename(temp, path)
  } catch (error) {
    await fs.remove(temp).catch(() => undefined)
    throw error
  }
}

/** Closes in any case. What was synced is on the disk, whatever closing says. */
export async function closing<T>(file: DiskFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await file.close().catch(() => undefined)
  }
}
