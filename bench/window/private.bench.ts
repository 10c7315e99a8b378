import { test } from '@playwright/test'
import { KEEPER } from '../../src/private/messages.ts'
import { serve } from '../../src/server/serve.ts'
import { book, events, ID } from '../../test/disk/fixtures.ts'
import { Figures } from './figures.ts'
import { Watch } from './watch.ts'

// How long an editor waits for 已保存（浏览器私有存储）: from the page to the worker that keeps the books, flushed, and back.

const APPENDS = 1000

test('append and flush in the private files', async ({ page }) => {
  const root = process.env['JIAOKAN_E2E_ROOT']
  if (!root) throw new Error('start this with: npm run bench:window')
  // No journal: the page must keep it itself.
  const serving = await serve(root, 0)
  try {
    const figures = new Figures(await Watch.of(page))
    await page.goto(serving.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const times = await page.evaluate(measure, {
      keeper: KEEPER,
      id: ID,
      book: book(),
      log: events(2, APPENDS),
    })
    times.sort((a, b) => a - b)
    for (const share of [0.5, 0.99])
      figures.note(`private.append.p${share * 100}`, times[Math.floor(times.length * share)] ?? 0)
    figures.print()
  } finally {
    await serving.close()
  }
})

/** Runs in the page: says to the keeper of the books what its window would say. */
async function measure(given: {
  readonly keeper: string
  readonly id: string
  readonly book: unknown
  readonly log: readonly unknown[]
}): Promise<number[]> {
  const channel = new BroadcastChannel(given.keeper)
  const call = (name: string, ...args: unknown[]): Promise<void> => {
    const id = crypto.randomUUID()
    return new Promise((resolve, reject) => {
      channel.onmessage = ({ data }: MessageEvent<{ type: string; id: string; result: { ok: boolean } }>) => {
        if (data.type !== 'answer' || data.id !== id) return
        if (data.result.ok) resolve()
        else reject(new Error(JSON.stringify(data.result)))
      }
      channel.postMessage({ type: 'call', id, call: name, given: args })
    })
  }
  await call('create', given.book)
  const times: number[] = []
  for (const event of given.log) {
    const begun = performance.now()
    await call('append', given.id, [event])
    times.push(performance.now() - begun)
  }
  return times
}
