import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { CONTENT_TYPES } from '../contract/security-headers.ts'

export interface BuiltFile {
  readonly path: string
  readonly type: string
}

/**
 * All that may be handed out of the built window, by the local server as by app://: address → file. An address is
 * looked up here as it stands and never becomes a path, so that no trick with dots, slashes or encodings leads out of
 * `root`. Links and files of unknown kind are left out.
 */
export async function builtFiles(root: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>()
  await collect(root, '/', files)
  const page = files.get('/index.html')
  if (page) files.set('/', page)
  return files
}

/** Folder by folder, and not by `recursive`: the root may lie inside of Electron's archive. */
async function collect(folder: string, address: string, files: Map<string, BuiltFile>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await collect(path, `${address}${entry.name}/`, files)
    const type = CONTENT_TYPES[extname(entry.name)]
    if (entry.isFile() && type !== undefined) files.set(address + entry.name, { path, type })
  }
}
