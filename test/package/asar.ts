/** A file in an archive: its size, and the hash that Electron checks it by. */
export interface AsarFile {
  readonly size: number
  readonly integrity?: { readonly hash: string }
}

interface AsarFolder {
  readonly files: Readonly<Record<string, AsarFolder | AsarFile>>
}

/** The files of an asar by their path. The format: two lengths, then the directory as JSON, then all contents. */
export function asarFiles(archive: Buffer): ReadonlyMap<string, AsarFile> {
  const length = archive.readUInt32LE(12)
  const root = JSON.parse(archive.subarray(16, 16 + length).toString('utf8')) as AsarFolder
  const found = new Map<string, AsarFile>()
  const walk = (folder: AsarFolder, path: string): void => {
    for (const [name, entry] of Object.entries(folder.files)) {
      if ('files' in entry) walk(entry, `${path}${name}/`)
      else found.set(path + name, entry)
    }
  }
  walk(root, '')
  return found
}
