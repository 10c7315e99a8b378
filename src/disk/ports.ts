import type { FileSystem } from './file-system.ts'
import type { Processes } from './processes.ts'

/** What keeping books needs of the world. */
export interface DiskPorts {
  readonly fs: FileSystem
  readonly processes: Processes
  /** A name that was never used before. */
  readonly unique: () => string
  readonly pause: (ms: number) => Promise<void>
  /** Today where the editor is: `2026-11-22`. */
  readonly today: () => string
}
