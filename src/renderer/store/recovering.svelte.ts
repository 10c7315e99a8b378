import type { Copies } from './copies.svelte.ts'
import { reconcile, type Recovery } from './reconcile.ts'
import type { Store } from './store.ts'

/** Milliseconds between two tries to reach the copies. */
const PATIENCE = 5_000

/** Brings tables and copies together when the window starts, and again once the copies can be reached after a failure. */
export class Recovering {
  /** What was last put right; null where there was nothing to do. */
  report = $state.raw<Recovery | null>(null)
  readonly #store: Store
  readonly #copies: Copies
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(store: Store, copies: Copies) {
    this.#store = store
    this.#copies = copies
  }

  /** Resolves after the first try, whatever came of it. */
  async start(): Promise<void> {
    const done = await reconcile(this.#store, this.#copies)
    if (done.ok && Object.values(done.value).some((list: readonly unknown[]) => list.length > 0))
      this.report = done.value
    this.#watch()
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  #watch(): void {
    this.#timer = setTimeout(() => {
      if (this.#copies.trouble) void this.start()
      else this.#watch()
    }, PATIENCE)
  }
}
