import { link, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../journal/disk-error.ts'
import type { DiskFile, FileSystem } from '../journal/file-system.ts'
import { withPatience } from './patience.ts'

const FLAGS = { read: 'r', write: 'r+', create: 'wx+' } as const

/** The disk itself. What it makes is for this user alone. */
export const nodeFileSystem: FileSystem = {
  open: async (path, mode) => diskFile(await open(path, FLAGS[mode], 0o600)),
  rename: (from, to) => withPatience(process.platform, () => rename(from, to)),
  link,
  remove: (path) => rm(path),
  removeFolder: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  makeFolder: (path) => mkdir(path, { mode: 0o700 }),
  names: (path) => readdir(path),
  above: (folder) => (dirname(folder) === folder ? null : dirname(folder)),
  syncFolder,
}

function diskFile(handle: FileHandle): DiskFile {
  return {
    write: async (bytes, at) => (await handle.write(bytes, 0, bytes.length, at)).bytesWritten,
    async read(at, length) {
      const bytes = new Uint8Array(length)
      let count = 0
      while (count < length) {
        const { bytesRead } = await handle.read(bytes, count, length - count, at + count)
        if (bytesRead === 0) break
        count += bytesRead
      }
      return bytes.subarray(0, count)
    },
    size: async () => (await handle.stat()).size,
    truncate: (length) => handle.truncate(length),
    // Data and size, not the times: half the writes of `sync`.
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

/** Some systems cannot open a folder or sync one (Windows, some networks): they do it themselves. */
const UNABLE = ['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR', 'EBADF']

async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (error) {
    if (UNABLE.includes(codeOf(error))) return
    throw error
  }
  try {
    await handle.sync()
  } catch (error) {
    if (!UNABLE.includes(codeOf(error))) throw error
  } finally {
    await handle.close()
  }
}
