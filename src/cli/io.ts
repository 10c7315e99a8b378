import type { lstat, mkdir, open, realpath, rename, rm, stat, copyFile, link } from 'node:fs/promises'
import type { FiguresBeside } from '../core/figures/beside.ts'

/** The file system as far as commands use it: node:fs/promises, or what a test puts in its place. */
export interface FileSystem {
  readonly lstat: typeof lstat
  readonly stat: typeof stat
  readonly realpath: typeof realpath
  readonly open: typeof open
  readonly mkdir: typeof mkdir
  readonly link: typeof link
  readonly copyFile: typeof copyFile
  readonly rename: typeof rename
  readonly rm: typeof rm
}

/** Thrown by a write to standard output whose reader has gone away (`| head`): nothing is wrong, and nothing is left to do. */
export class ReaderGone extends Error {}

export interface Output {
  readonly isTty: boolean
  /** Columns of the terminal. */
  readonly columns: number
  /** Settles when the text is taken over, so that a slow reader is not overrun. */
  write(text: string): Promise<void>
}

/** Everything a command touches outside of itself. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly fs: FileSystem
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Language tag of the machine, for when the environment names none. */
  readonly locale: string
  readonly version: string
  /** The folder with the sample book. */
  readonly resources: string
  /** Another thread to compare figures in; null where there is none. */
  readonly figuresBeside: (() => FiguresBeside) | null
  /** Milliseconds from any start. */
  now(): number
  /** What the time is: kept with what is written down in a project, decides nothing. */
  today(): Date
  /**
   * Runs `work` so that Ctrl-C waits for it: `stop()` turns true, and the work ends as soon as it can leave nothing
   * half-done. The signal takes its effect afterwards.
   */
  uninterrupted<T>(work: (stop: () => boolean) => Promise<T>): Promise<T>
}

export type ExitCode = 0 | 1 | 2
