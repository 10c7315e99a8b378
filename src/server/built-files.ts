import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { CONTENT_TYPES } from '../contract/security-headers.ts'

export interface BuiltFile {
  readonly path: string
  readonly type: string
}

/**
 * All that may be served: address → file. An address is looked up here as it stands and never becomes a path, so
 * that no trick with dots, slashes or encodings leads out of `root`. Links and files of unknown kind are left out.
 */
export async function builtFiles(root: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const type = CONTENT_TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const address = '/' + relative(root, path).split(sep).join('/')
    files.set(address, { path, type })
    if (address === '/index.html') files.set('/', { path, type })
  }
  return files
}
