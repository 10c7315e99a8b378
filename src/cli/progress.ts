import type { Io } from './io.ts'
import type { Messages } from './messages.ts'

export type Stage = keyof Messages['stages']

/** Work that is done within this many milliseconds needs no company. */
const PATIENCE = 1000
const BETWEEN = 100

/** One line on the terminal that says how far the work is; nothing where it is quick or nobody looks. */
export class Progress {
  readonly #io: Io
  readonly #m: Messages
  readonly #files: number
  readonly #started: number
  #file = 0
  #drawn = 0
  #shown = false

  constructor(io: Io, m: Messages, files: number) {
    this.#io = io
    this.#m = m
    this.#files = files
    this.#started = io.now()
  }

  /** The next file begins. */
  next(): void {
    this.#file++
  }

  /** `done` is the share of the stage, 0 to 1. */
  at(stage: Stage, done: number): void {
    const now = this.#io.now()
    if (!this.#io.stderr.isTty || now - this.#started < PATIENCE || now - this.#drawn < BETWEEN) return
    this.#drawn = now
    this.#shown = true
    const line = this.#m.progress(this.#file, this.#files, this.#m.stages[stage], Math.floor(done * 100))
    void this.#io.stderr.write(`\r\u001b[K${line}`)
  }

  /** Takes the line away, so that other messages do not run into it. */
  clear(): void {
    if (this.#shown) void this.#io.stderr.write('\r\u001b[K')
    this.#shown = false
  }
}
