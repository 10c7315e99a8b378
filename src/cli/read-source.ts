import { constants } from 'node:fs'
import { err, ok, type Result } from '../core/result.ts'
import { codeOf, type ReadFailure } from './failure.ts'
import type { FileSystem, Io } from './io.ts'

/** What Node can hold in one buffer read from a file. */
const MOST_BYTES = 2 ** 31 - 1

/** Windows has no such flag, and no pipes among its files. */
const NON_BLOCKING = 'O_NONBLOCK' in constants ? constants.O_NONBLOCK : 0

/**
 * The bytes of a file that is named on the command line. Only a regular file is read: a folder has none, a
 * pipe or a device may never end, and a link may point anywhere by tomorrow.
 */
export async function readSource(fs: FileSystem, path: string): Promise<Result<Uint8Array, ReadFailure>> {
  try {
    const found = await fs.lstat(path)
    if (found.isSymbolicLink()) {
      return err({ kind: 'link', target: await fs.realpath(path).catch(() => '?') })
    }
    if (found.isDirectory()) return err({ kind: 'folder' })
    if (!found.isFile()) return err({ kind: 'special' })
    if (found.size > MOST_BYTES) return err({ kind: 'too-many-bytes', bytes: found.size, limit: MOST_BYTES })
    return await readWhole(fs, path)
  } catch (error) {
    return err(readFailure(codeOf(error)))
  }
}

async function readWhole(fs: FileSystem, path: string): Promise<Result<Uint8Array, ReadFailure>> {
  // Not blocking: between the look and the opening, a pipe may have taken the file's place.
  const handle = await fs.open(path, constants.O_RDONLY | NON_BLOCKING)
  try {
    const before = await handle.stat()
    if (!before.isFile()) return err({ kind: 'special' })
    const bytes = await handle.readFile()
    const after = await handle.stat()
    const same = after.size === bytes.length && before.size === after.size && before.mtimeMs === after.mtimeMs
    return same ? ok(bytes) : err({ kind: 'changed' })
  } finally {
    await handle.close()
  }
}

function readFailure(code: string): ReadFailure {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'denied' }
  if (code === 'EISDIR') return { kind: 'folder' }
  // A file on another machine that was taken away while it was read.
  if (code === 'ESTALE') return { kind: 'changed' }
  return { kind: 'unreadable', code }
}

/** All of standard input. */
export async function readStdin(io: Io): Promise<Result<Uint8Array, ReadFailure>> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of io.stdin) {
      length += chunk.length
      if (length > MOST_BYTES) return err({ kind: 'too-many-bytes', bytes: length, limit: MOST_BYTES })
      chunks.push(chunk)
    }
  } catch (error) {
    return err(readFailure(codeOf(error)))
  }
  return ok(Buffer.concat(chunks))
}
