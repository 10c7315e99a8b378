import { codeOf } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { join } from './paths.ts'
import type { FolderPorts } from './ports.ts'

const UNFINISHED = '.new-'
const ERASED = '.erased-'

/** The name of a book's folder while it is being made, and, where that was cut off, of what is left of it. */
export function unfinished({ processes, unique }: FolderPorts, id: string): string {
  return `${UNFINISHED}${processes.own}-${id}-${unique()}`
}

/** The name of a book's folder while it is being removed. */
export function erased({ unique }: FolderPorts, id: string): string {
  return `${ERASED}${id}-${unique()}`
}

/**
 * Makes the folder, and those it lies in, so that a power cut does not take them away again. All of them are synced each time:
 * who made them may not have come to it.
 */
export async function makeRoot({ fs }: FolderPorts, root: string): Promise<void> {
  await makeFolders(fs, root)
  for (let above = fs.above(root); above !== null; above = fs.above(above)) await fs.syncFolder(above)
}

async function makeFolders(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.makeFolder(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    const above = fs.above(folder)
    if (codeOf(error) !== 'ENOENT' || above === null) throw error
    await makeFolders(fs, above)
    await makeFolders(fs, folder)
  }
}

/** Removes what other runs have left half done. Nothing here was ever acknowledged, or it was to go. */
export async function sweepRoot({ fs, processes }: FolderPorts, root: string): Promise<void> {
  for (const name of await fs.names(root)) {
    const [, pid] = /^\.new-(\d+)-/.exec(name) ?? []
    const isOurs = pid !== undefined && Number(pid) !== processes.own
    const isDead = isOurs && (await processes.mark(Number(pid))) === null
    if (name.startsWith(ERASED) || isDead) await fs.removeFolder(join(root, name)).catch(() => undefined)
  }
}
