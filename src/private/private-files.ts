import type { DiskFile, FileSystem } from '../journal/file-system.ts'
import { coded, failure } from './dom-error.ts'

/** Not in every browser's list of what there is, and in none of TypeScript's. */
interface Movable {
  move(name: string): Promise<void>
}

/** A file that is open: the browser gives out one handle at a time, which all who have it open share. */
interface Open {
  readonly handle: Promise<FileSystemSyncAccessHandle>
  users: number
}

/**
 * The origin's private files, for a dedicated worker that has them to itself. Browsers cannot rename a folder: the name it
 * got later stands in the name of an empty file beside it, `later=first`, which is made, renamed or removed in one step.
 * Only folders at the top are ever renamed. Whether a new name outlives a power cut is the browser's affair: it cannot be
 * asked to sync a folder.
 */
export class PrivateFiles implements FileSystem {
  readonly #top: FileSystemDirectoryHandle
  /** First names of folders, by the later one. */
  readonly #firstNames: Map<string, string>
  readonly #open = new Map<string, Open>()

  private constructor(top: FileSystemDirectoryHandle, firstNames: Map<string, string>) {
    this.#top = top
    this.#firstNames = firstNames
  }

  /** Throws where this browser has no private files, or none that can be synced. */
  static async in(top: FileSystemDirectoryHandle): Promise<PrivateFiles> {
    const names = await keysOf(top)
    const firstNames = new Map<string, string>()
    for (const [name, first] of names.map(twoNames).filter((pair) => pair !== null)) {
      // Its folder was removed, and the window closed before the name went, too.
      if (names.includes(first)) firstNames.set(name, first)
      else await top.removeEntry(`${name}=${first}`)
    }
    return new PrivateFiles(top, firstNames)
  }

  open(path: string, mode: 'read' | 'write' | 'create'): Promise<DiskFile> {
    return coded('open', async () => {
      const { folder, name } = await this.#place(path)
      if (mode === 'create') {
        if ((await keysOf(folder)).includes(name)) throw failure('EEXIST', 'open')
        await folder.getFileHandle(name, { create: true })
      }
      const open = this.#open.get(path) ?? {
        handle: folder.getFileHandle(name).then((file) => file.createSyncAccessHandle()),
        users: 0,
      }
      open.users++
      this.#open.set(path, open)
      try {
        return this.#file(path, await open.handle)
      } catch (error) {
        this.#open.delete(path)
        throw error
      }
    })
  }

  rename(from: string, to: string): Promise<void> {
    return coded('rename', async () => {
      const { folder, name } = await this.#place(from)
      const later = segments(to).at(-1) ?? ''
      const first = this.#firstNames.get(name) ?? name
      if (folder !== this.#top || !(await keysOf(folder)).includes(first)) {
        await moved(await folder.getFileHandle(name), later)
        return
      }
      if ((await this.names('/')).includes(later)) throw failure('ENOTEMPTY', 'rename')
      if (this.#firstNames.delete(name))
        await moved(await folder.getFileHandle(`${name}=${first}`), `${later}=${first}`)
      else await folder.getFileHandle(`${later}=${first}`, { create: true })
      this.#firstNames.set(later, first)
    })
  }

  link(): Promise<void> {
    return Promise.reject(failure('ENOTSUP', 'link'))
  }

  remove(path: string): Promise<void> {
    return coded('unlink', async () => {
      const { folder, name } = await this.#place(path)
      await folder.removeEntry(name)
    })
  }

  removeFolder(path: string): Promise<void> {
    return coded('rm', async () => {
      const { folder, name } = await this.#place(path)
      const first = this.#firstNames.get(name)
      await folder.removeEntry(first ?? name, { recursive: true }).catch(unlessMissing)
      if (first === undefined) return
      await folder.removeEntry(`${name}=${first}`)
      this.#firstNames.delete(name)
    })
  }

  makeFolder(path: string): Promise<void> {
    return coded('mkdir', async () => {
      const { folder, name } = await this.#place(path)
      // Without a name: the top, which is there.
      if (name === '' || (await keysOf(folder)).includes(name)) throw failure('EEXIST', 'mkdir')
      await folder.getDirectoryHandle(name, { create: true })
    })
  }

  names(path: string): Promise<readonly string[]> {
    return coded('scandir', async () => {
      const folder = await this.#folder(segments(path))
      const names = await keysOf(folder)
      if (folder !== this.#top) return names
      const later = new Map(Array.from(this.#firstNames, ([name, first]) => [first, name]))
      return names.filter((name) => twoNames(name) === null).map((name) => later.get(name) ?? name)
    })
  }

  above(folder: string): string | null {
    const names = segments(folder)
    return names.length === 0 ? null : `/${names.slice(0, -1).join('/')}`
  }

  syncFolder(): Promise<void> {
    return Promise.resolve()
  }

  #file(path: string, handle: FileSystemSyncAccessHandle): DiskFile {
    return {
      write: (bytes, at) => coded('write', () => handle.write(bytes as Uint8Array<ArrayBuffer>, { at })),
      read: (at, length) =>
        coded('read', () => {
          const bytes = new Uint8Array(Math.max(0, Math.min(length, handle.getSize() - at)))
          return bytes.subarray(0, handle.read(bytes, { at }))
        }),
      size: () => coded('stat', () => handle.getSize()),
      truncate: (length) => coded('ftruncate', () => handle.truncate(length)),
      sync: () => coded('fsync', () => handle.flush()),
      close: () =>
        coded('close', () => {
          const open = this.#open.get(path)
          if (!open || --open.users > 0) return
          this.#open.delete(path)
          handle.close()
        }),
    }
  }

  async #folder(names: readonly string[]): Promise<FileSystemDirectoryHandle> {
    let folder = this.#top
    for (const [depth, name] of names.entries()) {
      const first = depth === 0 ? this.#firstNames.get(name) : undefined
      folder = await folder.getDirectoryHandle(first ?? name)
    }
    return folder
  }

  async #place(path: string): Promise<{ readonly folder: FileSystemDirectoryHandle; readonly name: string }> {
    const names = segments(path)
    return { folder: await this.#folder(names.slice(0, -1)), name: names.at(-1) ?? '' }
  }
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '')
}

async function keysOf(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names
}

/** `later=first`; null for every other name. */
function twoNames(name: string): readonly [string, string] | null {
  const [later, first] = name.split('=')
  return later !== undefined && first !== undefined ? [later, first] : null
}

function moved(file: FileSystemFileHandle, name: string): Promise<void> {
  return (file as FileSystemFileHandle & Movable).move(name)
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
}
