/**
 * The few calls by which books reach a disk, or what stands for one. All of them may reject with an error that has the system's `code`; a proof
 * puts a double here that fails, tears and forgets.
 */
export interface FileSystem {
  /** `read` and `write` want the file to be there, `create` wants it not to be (EEXIST). */
  open(path: string, mode: 'read' | 'write' | 'create'): Promise<DiskFile>
  /** Takes the place of a file that is there, and of no folder that holds anything. */
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; EEXIST where that name is taken. */
  link(path: string, name: string): Promise<void>
  /** A file; ENOENT where there is none. */
  remove(path: string): Promise<void>
  /** With all that is in it, or nothing where it is not there. */
  removeFolder(path: string): Promise<void>
  /** One folder, in one that is there; EEXIST. */
  makeFolder(path: string): Promise<void>
  /** What is in a folder. */
  names(path: string): Promise<readonly string[]>
  /** The folder that a folder lies in; null at the top. */
  above(folder: string): string | null
  /** Until then a new, renamed or removed name in the folder may be undone by a power cut. */
  syncFolder(path: string): Promise<void>
}

export interface DiskFile {
  /** How many bytes were written; possibly fewer than were given. */
  write(bytes: Uint8Array, at: number): Promise<number>
  /** Up to `length` bytes; fewer only at the end of the file. */
  read(at: number, length: number): Promise<Uint8Array>
  size(): Promise<number>
  truncate(length: number): Promise<void>
  /** Content and size are on the disk after it. */
  sync(): Promise<void>
  close(): Promise<void>
}
