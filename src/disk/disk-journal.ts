import { FolderJournal } from '../journal/folder-journal.ts'
import { usualPorts, type FolderPorts } from '../journal/ports.ts'
import { nodeFileSystem } from './node-file-system.ts'
import { nodeProcesses } from './processes.ts'

/** Books as folders of the disk, for whatever process of this program runs in Node. */
export class DiskJournal extends FolderJournal {
  /** `root` is made with the first book. */
  constructor(
    root: string,
    ports: FolderPorts = { ...usualPorts, fs: nodeFileSystem, processes: nodeProcesses },
  ) {
    super('disk', root, ports)
  }
}
