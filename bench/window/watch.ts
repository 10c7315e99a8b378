import type { CDPSession, Page } from '@playwright/test'

/** What happened on the main thread of the window during something, in milliseconds. */
export interface Watched {
  /** The longest task by the clock; tasks under 50 ms are not reported by the browser and count as 0. */
  readonly longestTask: number
  /** The longest task by the time that the processor gave to it: other programs do not lengthen that. */
  readonly longestWork: number
  /** The longest time between two frames. */
  readonly longestFrame: number
}

interface Seen {
  tasks: number[]
  frame: number
  /** When the last key or button was pressed. */
  input: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread's own time. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** Watches the main thread of one page, across reloads. */
export class Watch {
  readonly #page: Page
  readonly #devtools: CDPSession
  #events: TraceEvent[] = []

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page
    this.#devtools = devtools
    devtools.on('Tracing.dataCollected', ({ value }) =>
      this.#events.push(...(value as unknown as TraceEvent[])),
    )
  }

  static async of(page: Page): Promise<Watch> {
    await page.addInitScript(() => {
      const seen: Seen = { tasks: [], frame: 0, input: 0 }
      Object.assign(globalThis, { jiaokanSeen: seen })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.tasks.push(duration)
      }).observe({ type: 'longtask', buffered: true })
      for (const name of ['keydown', 'pointerdown'])
        addEventListener(name, ({ timeStamp }) => (seen.input = timeStamp), { capture: true })
      let last = performance.now()
      const tick = (now: number): void => {
        seen.frame = Math.max(seen.frame, now - last)
        last = now
        requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    })
    return new Watch(page, await page.context().newCDPSession(page))
  }

  /** What the main thread did while `act` ran, and for `after` milliseconds more. */
  async during(act: () => Promise<void>, after = 400): Promise<Watched> {
    await this.#seen()
    this.#events = []
    const includedCategories = ['toplevel', '__metadata']
    await this.#devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories },
    })
    await act()
    await this.#page.waitForTimeout(after)
    const { tasks, frame } = await this.#seen()
    const over = new Promise((resolve) => this.#devtools.once('Tracing.tracingComplete', resolve))
    await this.#devtools.send('Tracing.end')
    await over
    return { longestTask: Math.max(0, ...tasks), longestWork: longestWork(this.#events), longestFrame: frame }
  }

  /** Milliseconds from the last key or button until a frame shows what `isShown` looks for. */
  async sinceInput<A>(isShown: (given: A) => boolean, given: A): Promise<number> {
    const options = { polling: 'raf', timeout: 120_000 } as const
    await this.#page.waitForFunction(isShown as (given: unknown) => boolean, given, options)
    return this.#page.evaluate(() => {
      const { jiaokanSeen: seen } = globalThis as unknown as { jiaokanSeen: Seen }
      return performance.now() - seen.input
    })
  }

  /** What was seen since the last question. */
  #seen(): Promise<Seen> {
    return this.#page.evaluate(() => {
      const { jiaokanSeen: seen } = globalThis as unknown as { jiaokanSeen: Seen }
      const until = { ...seen }
      seen.tasks = []
      seen.frame = 0
      return until
    })
  }
}

function longestWork(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`
  const main = new Set(
    events.filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain').map(threadOf),
  )
  let longest = 0
  for (const event of events)
    if (event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
      longest = Math.max(longest, event.tdur ?? 0)
  return longest / 1000
}
