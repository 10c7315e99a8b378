import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileError } from '../../contract/shell.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { fileError } from './file-error.ts'

/** What no string in the window could hold. */
const MOST = 512 * 1024 * 1024

export interface FileLook {
  readonly name: string
  readonly size: number
}

/** A look at a file, before it is handed over. Links are followed: the editor chose them. Folders and devices are none. */
export async function lookAt(path: string): Promise<FileLook | null> {
  const found = path === '' ? null : await stat(path).catch(() => null)
  return found?.isFile() === true ? { name: basename(path), size: found.size } : null
}

/** The whole file, if it stood still while it was read. */
export async function readWhole(path: string): Promise<Result<Uint8Array, FileError>> {
  try {
    // Before it is opened: to open a pipe is to wait for somebody who writes into it.
    if (!(await stat(path)).isFile()) return err({ kind: 'not-a-file', detail: 'no regular file' })
    const handle = await open(path, 'r')
    try {
      const before = await handle.stat()
      if (before.size > MOST) return err({ kind: 'too-large', detail: `${before.size} bytes` })
      const content = await handle.readFile()
      const after = await handle.stat()
      if (content.length !== before.size || after.mtimeMs !== before.mtimeMs)
        return err({ kind: 'changed', detail: `${before.size} bytes, then ${content.length}` })
      return ok(new Uint8Array(content))
    } finally {
      await handle.close()
    }
  } catch (error) {
    return err(fileError(error))
  }
}
