import type { FileSystem } from './file-system.ts'
import type { Processes } from './processes.ts'

/** What keeping books needs of the world. */
export interface FolderPorts {
  readonly fs: FileSystem
  readonly processes: Processes
  /** A name that was never used before. */
  readonly unique: () => string
  readonly pause: (ms: number) => Promise<void>
  /** Today where the editor is: `2026-11-22`. */
  readonly today: () => string
}

/** What Node and a worker of the browser have alike. */
export const usualPorts: Omit<FolderPorts, 'fs' | 'processes'> = {
  unique: () => crypto.randomUUID(),
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  today: () => {
    const now = new Date()
    const two = (part: number): string => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
}
