import { dirname, join } from 'node:path'
import { codeOf } from './disk-error.ts'
import type { DiskPorts } from './ports.ts'

const UNFINISHED = '.new-'
const ERASED = '.erased-'

/** The name of a book's folder while it is being made, and, where that was cut off, of what is left of it. */
export function unfinished({ processes, unique }: DiskPorts, id: string): string {
  return `${UNFINISHED}${processes.own}-${id}-${unique()}`
}

/** The name of a book's folder while it is being removed. */
export function erased({ unique }: DiskPorts, id: string): string {
  return `${ERASED}${id}-${unique()}`
}

/** Makes the folder, and those it lies in, so that a power cut does not take them away again. */
export async function makeRoot(ports: DiskPorts, root: string): Promise<void> {
  const { fs } = ports
  try {
    await fs.makeFolder(root)
  } catch (error) {
    // It is there. A process that died since may not have come to sync it.
    if (codeOf(error) !== 'EEXIST') {
      if (codeOf(error) !== 'ENOENT' || dirname(root) === root) throw error
      await makeRoot(ports, dirname(root))
      await makeRoot(ports, root)
      return
    }
  }
  await fs.syncFolder(dirname(root))
}

/** Removes what other runs have left half done. Nothing here was ever acknowledged, or it was to go. */
export async function sweepRoot({ fs, processes }: DiskPorts, root: string): Promise<void> {
  for (const name of await fs.names(root)) {
    const [, pid] = /^\.new-(\d+)-/.exec(name) ?? []
    const isOurs = pid !== undefined && Number(pid) !== processes.own
    const isDead = isOurs && (await processes.mark(Number(pid))) === null
    if (name.startsWith(ERASED) || isDead) await fs.removeFolder(join(root, name)).catch(() => undefined)
  }
}
