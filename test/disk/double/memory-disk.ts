import type { DiskFile, FileSystem } from '../../../src/journal/file-system.ts'

/** One call on its way to the disk. */
export interface Call {
  readonly op: string
  readonly path: string
}

/** What a proof does to a call: lets it pass, leaves a sync out, or makes it fail with a code. */
export type Meddle = (call: Call) => 'pass' | 'leave-out' | { readonly code: string }

/** What a power cut makes of what was not synced. */
export interface Fate {
  readonly name: string
  /** How many of the changes of names in a folder got to the disk: the first so many. */
  names(pending: number): number
  /** What became of one write. */
  write(): 'kept' | 'lost' | 'torn' | 'zeros'
}

interface Write {
  readonly at: number
  /** Null: the file was cut at `at`. */
  readonly bytes: Uint8Array | null
  /** A sync failed: the system has forgotten that this must be written, whatever a later sync says. */
  isDoomed: boolean
}

class FileNode {
  kept = new Uint8Array()
  now = new Uint8Array()
  pending: Write[] = []
}

class FolderNode {
  kept = new Map<string, Entry>()
  now = new Map<string, Entry>()
  pending: ((names: Map<string, Entry>) => void)[] = []
}

type Entry = FileNode | FolderNode

/**
 * A disk with a cache: content counts after a sync of the file, names after a sync of their folder. Ordinary rules of POSIX,
 * and no more than they promise.
 */
export class MemoryDisk {
  #root = new FolderNode()
  /** Asked before each call. */
  meddle: Meddle = () => 'pass'
  calls = 0

  readonly fs: FileSystem = {
    open: async (path, mode) => {
      await this.#enter('open', path)
      const [folder, name] = this.#parent(path)
      const found = folder.now.get(name)
      if (mode === 'create') {
        if (found) throw failure('EEXIST', 'open')
        const file = new FileNode()
        change(folder, (names) => names.set(name, file))
        return this.#file(file, path)
      }
      if (!found) throw failure('ENOENT', 'open')
      if (found instanceof FolderNode) throw failure('EISDIR', 'open')
      return this.#file(found, path)
    },
    rename: async (from, to) => {
      await this.#enter('rename', from)
      const [folder, name] = this.#parent(from)
      const [other, target] = this.#parent(to)
      const entry = folder.now.get(name)
      if (!entry) throw failure('ENOENT', 'rename')
      if (folder !== other) throw new Error('the double renames inside one folder only')
      const there = folder.now.get(target)
      if (there instanceof FolderNode && there.now.size > 0) throw failure('ENOTEMPTY', 'rename')
      change(folder, (names) => {
        names.delete(name)
        names.set(target, entry)
      })
    },
    link: async (path, to) => {
      await this.#enter('link', to)
      const [folder, name] = this.#parent(path)
      const [other, target] = this.#parent(to)
      const entry = folder.now.get(name)
      if (!entry) throw failure('ENOENT', 'link')
      if (other.now.has(target)) throw failure('EEXIST', 'link')
      change(other, (names) => names.set(target, entry))
    },
    remove: async (path) => {
      await this.#enter('remove', path)
      const [folder, name] = this.#parent(path)
      if (!folder.now.has(name)) throw failure('ENOENT', 'unlink')
      change(folder, (names) => names.delete(name))
    },
    removeFolder: async (path) => {
      await this.#enter('removeFolder', path)
      const [folder, name] = this.#parent(path)
      change(folder, (names) => names.delete(name))
    },
    makeFolder: async (path) => {
      await this.#enter('makeFolder', path)
      const [folder, name] = this.#parent(path)
      if (folder.now.has(name)) throw failure('EEXIST', 'mkdir')
      const made = new FolderNode()
      change(folder, (names) => names.set(name, made))
    },
    names: async (path) => {
      await this.#enter('names', path)
      return [...this.#folder(path).now.keys()].sort()
    },
    above: (folder) => (folder === '/' ? null : folder.slice(0, folder.lastIndexOf('/')) || '/'),
    syncFolder: async (path) => {
      const way = await this.#enter('syncFolder', path)
      if (way === 'leave-out') return
      const folder = this.#folder(path)
      folder.kept = new Map(folder.now)
      folder.pending = []
    },
  }

  /** The same disk after its process was killed: what the system has cached is still there. */
  killed(): MemoryDisk {
    return this.#copied(
      (file) =>
        Object.assign(new FileNode(), {
          kept: file.kept,
          now: file.now,
          pending: file.pending.map((w) => ({ ...w })),
        }),
      null,
    )
  }

  /** The disk after a power cut. */
  cut(fate: Fate): MemoryDisk {
    return this.#copied((file) => {
      let content = file.kept
      for (const write of file.pending)
        content = applied(content, write, write.isDoomed ? 'lost' : fate.write())
      return Object.assign(new FileNode(), { kept: content, now: content })
    }, fate)
  }

  #copied(copyFile: (file: FileNode) => FileNode, fate: Fate | null): MemoryDisk {
    const seen = new Map<Entry, Entry>()
    const copy = (entry: Entry): Entry => {
      const known = seen.get(entry)
      if (known) return known
      const made = entry instanceof FileNode ? copyFile(entry) : new FolderNode()
      seen.set(entry, made)
      if (entry instanceof FolderNode && made instanceof FolderNode) copyFolder(entry, made)
      return made
    }
    const copyFolder = (from: FolderNode, to: FolderNode): void => {
      const all = (names: Map<string, Entry>) =>
        new Map([...names].map(([name, entry]) => [name, copy(entry)]))
      if (fate) {
        const names = new Map(from.kept)
        for (const step of from.pending.slice(0, fate.names(from.pending.length))) step(names)
        to.kept = all(names)
        to.now = new Map(to.kept)
      } else {
        to.kept = all(from.kept)
        to.now = all(from.now)
        // The whole of what is not synced is one step here: only the last state matters after it.
        const now = to.now
        if (from.pending.length > 0)
          to.pending = [
            (names) => {
              names.clear()
              for (const [name, entry] of now) names.set(name, entry)
            },
          ]
      }
    }
    const disk = new MemoryDisk()
    disk.#root = copy(this.#root) as FolderNode
    return disk
  }

  #file(file: FileNode, path: string): DiskFile {
    const put = (write: Write): void => {
      file.pending.push(write)
      file.now = applied(file.now, write, 'kept')
    }
    return {
      write: async (bytes, at) => {
        const half = { at, bytes: bytes.slice(0, Math.ceil(bytes.length / 2)), isDoomed: false }
        try {
          await this.#enter('write', path)
        } catch (error) {
          // The worst way to fail: with a part of it done.
          if (!(error instanceof PowerCut)) put(half)
          throw error
        }
        put({ at, bytes: bytes.slice(), isDoomed: false })
        return bytes.length
      },
      read: async (at, length) => {
        await this.#enter('read', path)
        return file.now.slice(at, at + length)
      },
      size: async () => {
        await this.#enter('size', path)
        return file.now.length
      },
      truncate: async (length) => {
        await this.#enter('truncate', path)
        put({ at: length, bytes: null, isDoomed: false })
      },
      sync: async () => {
        try {
          if ((await this.#enter('sync', path)) === 'leave-out') return
        } catch (error) {
          if (!(error instanceof PowerCut)) for (const write of file.pending) write.isDoomed = true
          throw error
        }
        for (const write of file.pending) if (!write.isDoomed) file.kept = applied(file.kept, write, 'kept')
        file.pending = []
      },
      close: () => this.#enter('close', path).then(() => undefined),
    }
  }

  /** Every call comes through here, one turn of the loop later, as with a real disk. */
  async #enter(op: string, path: string): Promise<'pass' | 'leave-out'> {
    this.calls++
    const way = this.meddle({ op, path })
    await Promise.resolve()
    if (typeof way === 'object') throw failure(way.code, op)
    return way
  }

  #folder(path: string): FolderNode {
    let folder = this.#root
    for (const name of path.split('/').filter(Boolean)) {
      const next = folder.now.get(name)
      if (!next) throw failure('ENOENT', 'open')
      if (!(next instanceof FolderNode)) throw failure('ENOTDIR', 'open')
      folder = next
    }
    return folder
  }

  #parent(path: string): [FolderNode, string] {
    const cut = path.lastIndexOf('/')
    return [this.#folder(path.slice(0, cut)), path.slice(cut + 1)]
  }
}

/** Thrown by `meddle` to stop a process at a call; nothing in the program may take it for an answer of the disk. */
export class PowerCut extends Error {}

function change(folder: FolderNode, step: (names: Map<string, Entry>) => void): void {
  folder.pending.push(step)
  step(folder.now)
}

function applied(
  content: Uint8Array,
  { at, bytes }: Write,
  as: ReturnType<Fate['write']>,
): Uint8Array<ArrayBuffer> {
  if (as === 'lost') return content.slice()
  if (!bytes) {
    const cut = new Uint8Array(at)
    cut.set(content.subarray(0, at))
    return cut
  }
  const length = as === 'torn' ? Math.ceil(bytes.length / 3) : bytes.length
  const grown = new Uint8Array(Math.max(content.length, at + length))
  grown.set(content)
  grown.set(as === 'zeros' ? new Uint8Array(length) : bytes.subarray(0, length), at)
  return grown
}

function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })
}
