import type { Host } from './host/host.ts'
import { I18n, languageOf } from './i18n/i18n.svelte.ts'
import { BookLocks } from './store/book-lock.ts'
import { Copies } from './store/copies.svelte.ts'
import type { StoreError } from './store/errors.ts'
import { openDatabase } from './store/open-store.ts'
import { Recovering } from './store/recovering.svelte.ts'
import { rememberedBooks } from './store/remembered.ts'
import { Settings } from './store/settings.svelte.ts'
import { Store } from './store/store.ts'
import { Engine } from './worker/engine.ts'
import { spawnEngine } from './worker/worker-url.ts'

/** What the views are given. */
export interface Services {
  readonly host: Host
  readonly i18n: I18n
  readonly store: Store
  readonly settings: Settings
  readonly engine: Engine
  /** Books that were here when the library was last seen, though it is new and empty now. */
  readonly missing: number
  /** Keeps library and copies together; null where there are no copies. */
  readonly recovering: Recovering | null
}

export type BootState =
  | { readonly kind: 'opening' }
  /** An older program in another window holds the tables. */
  | { readonly kind: 'blocked' }
  /** The library is compared with its copies. */
  | { readonly kind: 'recovering' }
  | { readonly kind: 'failed'; readonly error: StoreError }
  | { readonly kind: 'ready'; readonly services: Services }
  /** A newer program has the tables now; this window is frozen. */
  | { readonly kind: 'superseded' }

/** Gets the window on its feet: tables, settings, engine. */
export class Boot {
  state = $state.raw<BootState>({ kind: 'opening' })
  readonly i18n: I18n
  readonly #host: Host

  readonly #now: () => Date

  constructor(host: Host, now: () => Date) {
    this.#host = host
    this.#now = now
    this.i18n = new I18n(languageOf(host.language))
  }

  async start(): Promise<void> {
    const opened = await openDatabase({
      onBlocked: () => (this.state = { kind: 'blocked' }),
      onSuperseded: () => (this.state = { kind: 'superseded' }),
    })
    if (!opened.ok) {
      this.state = { kind: 'failed', error: opened.error }
      return
    }
    const { database, newer, empty } = opened.value
    const locks = new BookLocks({
      locks: navigator.locks,
      channel: (name) => new BroadcastChannel(name),
      patience: 4_000,
    })
    const ports = { now: () => Date.now(), newId: () => crypto.randomUUID() }
    const port = await this.#host.journal()
    const copies = port && new Copies(port, this.#now)
    const store = new Store(database, locks, ports, newer, copies)
    const recovering = copies && !newer ? new Recovering(store, copies) : null
    if (recovering) this.state = { kind: 'recovering' }
    await recovering?.start()
    const listed = await store.listBooks()
    const missing = empty && listed.ok && listed.value.length === 0 ? rememberedBooks() : 0
    const stored = await store.settings()
    const settings = new Settings(store, stored.ok ? stored.value : null)
    const engine = new Engine(spawnEngine)
    // A worker takes a moment to start; the first book should not wait for it.
    engine.warm()
    const { i18n } = this
    const host = this.#host
    this.state = { kind: 'ready', services: { host, i18n, store, settings, engine, missing, recovering } }
  }
}
