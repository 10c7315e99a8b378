import type { QuantityQuery, QuantityRow, QuantitySummary } from '../../worker/quantities.ts'

/** What the table asks of the worker's copy of the book. */
export interface QuantityPort {
  readonly select: (query: QuantityQuery) => Promise<QuantitySummary | null>
  readonly rows: (from: number, to: number) => Promise<readonly QuantityRow[]>
  readonly cancel: () => void
}

const PAGE = 100

/** The quantities of a book that match, of which only the pages that were looked at are here. */
export class QuantityTable {
  query: QuantityQuery = $state.raw({ kind: null, unit: null, text: '' })
  summary: QuantitySummary | null = $state.raw(null)
  isBusy = $state(true)
  hasFailed = $state(false)
  #pages: readonly (readonly QuantityRow[] | undefined)[] = $state.raw([])
  readonly #port: QuantityPort
  #asked: boolean[] = []
  #turn = 0

  constructor(port: QuantityPort) {
    this.#port = port
  }

  ask(change: Partial<QuantityQuery>): void {
    this.query = { ...this.query, ...change }
    void this.refresh()
  }

  /** Selects anew; an older selection that is still under way is called off. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn
    this.isBusy = true
    try {
      const summary = await this.#port.select(this.query)
      if (turn !== this.#turn || summary === null) return
      this.#asked = []
      this.#pages = []
      this.summary = summary
      this.isBusy = false
    } catch {
      if (turn === this.#turn) this.hasFailed = true
    }
  }

  stop(): void {
    this.#turn++
    this.isBusy = false
    this.#port.cancel()
  }

  /** The row of that number; null until its page has come. */
  row(index: number): QuantityRow | null {
    return this.#pages[Math.floor(index / PAGE)]?.[index % PAGE] ?? null
  }

  /** Fetches the pages that hold these rows. */
  need(from: number, to: number): void {
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
      if (this.#asked[page]) continue
      this.#asked[page] = true
      void this.#fetch(page)
    }
  }

  async #fetch(page: number): Promise<void> {
    const turn = this.#turn
    const rows = await this.#port.rows(page * PAGE, (page + 1) * PAGE).catch(() => null)
    if (!rows || turn !== this.#turn) return
    const pages = [...this.#pages]
    pages[page] = rows
    this.#pages = pages
  }
}
