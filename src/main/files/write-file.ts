import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileError } from '../../contract/shell.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { fileError } from './file-error.ts'

/** How long a virus scanner or an indexer may hold the old file on Windows, in milliseconds. */
const PATIENCE = [20, 50, 100, 250, 500, 1_000, 2_000]

/**
 * Writes a file as a whole or not at all: beside its place, forced to the disk, then renamed. What stood there before is
 * lost only when the new one is there. A link is written through to what it points to.
 */
export async function writeWhole(path: string, content: Uint8Array): Promise<Result<void, FileError>> {
  const target = await realpath(path).catch(() => path)
  const folder = dirname(target)
  const part = join(folder, `.${basename(target).slice(0, 40)}.${randomUUID()}.part`)
  try {
    await writeDown(part, content)
    await moveTo(part, target)
    await syncFolder(folder)
    return ok(undefined)
  } catch (error) {
    return err(fileError(error))
  } finally {
    await rm(part, { force: true }).catch(() => undefined)
  }
}

async function writeDown(path: string, content: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
    const { size } = await handle.stat()
    if (size !== content.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
  } finally {
    await handle.close()
  }
}

async function moveTo(part: string, target: string): Promise<void> {
  for (const wait of PATIENCE) {
    try {
      await rename(part, target)
      return
    } catch (error) {
      if (process.platform !== 'win32') throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  await rename(part, target)
}

/** Windows cannot open a folder, and some network disks cannot sync one; the file itself is safe by then. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  try {
    await handle?.sync()
  } catch {
    // As above.
  } finally {
    await handle?.close()
  }
}
