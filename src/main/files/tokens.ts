import { randomUUID } from 'node:crypto'

/** The files that the editor has handed over, by the names that the window knows them by. */
export class Tokens {
  readonly #paths = new Map<string, string>()

  /** A file that is handed over twice keeps its token. */
  give(path: string): string {
    for (const [token, known] of this.#paths) if (known === path) return token
    const token = randomUUID()
    this.#paths.set(token, path)
    return token
  }

  path(token: string): string | undefined {
    return this.#paths.get(token)
  }

  /** All that were handed over. */
  get paths(): readonly string[] {
    return [...this.#paths.values()]
  }
}
