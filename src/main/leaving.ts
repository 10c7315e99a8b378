import type { Unsaved } from '../contract/shell.ts'

/** How long the window may take to write what waits, in milliseconds. */
const PATIENCE = 8_000

/** One question to the window at a time: write what waits, and say what is left. */
export class Leaving {
  #answer: ((unsaved: Unsaved | null) => void) | null = null

  /** What is left unsaved; null where the window does not say. */
  ask(tell: () => void): Promise<Unsaved | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answer(null), PATIENCE)
      this.#answer = (unsaved) => {
        clearTimeout(timer)
        this.#answer = null
        resolve(unsaved)
      }
      tell()
    })
  }

  answer(unsaved: Unsaved | null): void {
    this.#answer?.(unsaved)
  }
}
