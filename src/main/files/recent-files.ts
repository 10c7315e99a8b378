import { readFile } from 'node:fs/promises'
import { writeWhole } from './write-file.ts'

const MOST = 10

/** The files that were opened last, the latest first; kept in a small file of their own. */
export class RecentFiles {
  readonly #store: string
  #paths: readonly string[] = []
  #writing: Promise<unknown> = Promise.resolve()

  constructor(store: string) {
    this.#store = store
  }

  get paths(): readonly string[] {
    return this.#paths
  }

  /** What cannot be read is forgotten: it is a convenience, no more. */
  async load(): Promise<void> {
    try {
      const stored: unknown = JSON.parse(await readFile(this.#store, 'utf8'))
      if (Array.isArray(stored))
        this.#paths = stored.filter((path) => typeof path === 'string' && path !== '').slice(0, MOST)
    } catch {
      this.#paths = []
    }
  }

  add(paths: readonly string[]): void {
    this.#keep([...new Set([...paths, ...this.#paths])].slice(0, MOST))
  }

  remove(path: string): void {
    this.#keep(this.#paths.filter((one) => one !== path))
  }

  clear(): void {
    this.#keep([])
  }

  /** Resolves when all that was kept is written. */
  async written(): Promise<void> {
    await this.#writing
  }

  #keep(paths: readonly string[]): void {
    this.#paths = paths
    const content = new TextEncoder().encode(JSON.stringify(paths))
    this.#writing = this.#writing.then(() => writeWhole(this.#store, content))
  }
}
