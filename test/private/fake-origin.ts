/**
 * The private files of an origin, as far as the journal needs them: a file has what was flushed, and, while it is open,
 * what was written. A window that is gone has lost the rest.
 */
export class FakeFolder {
  readonly kind = 'directory'
  readonly entries = new Map<string, FakeFolder | FakeFile>()

  getDirectoryHandle(name: string, options: { create?: boolean } = {}): Promise<FakeFolder> {
    return this.#get(name, FakeFolder, options.create === true)
  }

  getFileHandle(name: string, options: { create?: boolean } = {}): Promise<FakeFile> {
    return this.#get(name, FakeFile, options.create === true)
  }

  removeEntry(name: string): Promise<void> {
    if (!this.entries.delete(name)) return Promise.reject(missing())
    return Promise.resolve()
  }

  async *keys(): AsyncGenerator<string> {
    for (const name of [...this.entries.keys()]) yield await Promise.resolve(name)
  }

  #get<T extends FakeFolder | FakeFile>(
    name: string,
    Kind: new (parent: FakeFolder, name: string) => T,
    create: boolean,
  ): Promise<T> {
    const found = this.entries.get(name)
    if (!found && !create) return Promise.reject(missing())
    if (found && !(found instanceof Kind)) return Promise.reject(new DOMException('', 'TypeMismatchError'))
    const entry = found ?? new Kind(this, name)
    this.entries.set(name, entry)
    return Promise.resolve(entry)
  }
}

class FakeFile {
  readonly kind = 'file'
  flushed = new Uint8Array()
  #isOpen = false
  #folder: FakeFolder
  #name: string

  constructor(folder: FakeFolder, name: string) {
    this.#folder = folder
    this.#name = name
  }

  move(name: string): Promise<void> {
    this.#folder.entries.delete(this.#name)
    this.#folder.entries.set(name, this)
    this.#name = name
    return Promise.resolve()
  }

  createSyncAccessHandle(): Promise<unknown> {
    if (this.#isOpen) return Promise.reject(new DOMException('', 'NoModificationAllowedError'))
    this.#isOpen = true
    let now = this.flushed.slice()
    return Promise.resolve({
      write: (bytes: Uint8Array, { at }: { at: number }) => {
        const grown = new Uint8Array(Math.max(now.length, at + bytes.length))
        grown.set(now)
        grown.set(bytes, at)
        now = grown
        return bytes.length
      },
      read: (into: Uint8Array, { at }: { at: number }) => {
        const part = now.subarray(at, at + into.length)
        into.set(part)
        return part.length
      },
      getSize: () => now.length,
      truncate: (length: number) => (now = now.slice(0, length)),
      flush: () => (this.flushed = now.slice()),
      close: () => (this.#isOpen = false),
    })
  }
}

function missing(): DOMException {
  return new DOMException('', 'NotFoundError')
}
