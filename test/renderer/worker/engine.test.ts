// @vitest-environment node
import { expose } from 'comlink'
import { describe, expect, test } from 'vitest'
import { Cancelled, Engine, EngineFailed } from '../../../src/renderer/worker/engine.ts'

/** A worker without a thread: the same messages, through a channel. */
class FakeWorker extends EventTarget {
  terminated = false
  readonly #port: MessagePort

  constructor(api: object) {
    super()
    const { port1, port2 } = new MessageChannel()
    expose(api, port2)
    this.#port = port1
    port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.dispatchEvent(new MessageEvent('message', { data }))
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.terminated) this.#port.postMessage(message, transfer)
  }

  terminate(): void {
    this.terminated = true
    this.#port.close()
  }
}

function bench(api: object): { engine: Engine; workers: FakeWorker[] } {
  const workers: FakeWorker[] = []
  const engine = new Engine(() => {
    const worker = new FakeWorker(api)
    workers.push(worker)
    return worker as unknown as Worker
  })
  return { engine, workers }
}

const source = { text: '', sha256: '' }

describe('the engine', () => {
  test('keeps one worker for one call after another', async () => {
    const { engine, workers } = bench({ analyse: (text: string) => text })
    engine.warm()
    for (const text of ['一', '二', '三']) {
      expect(await engine.analyse({ ...source, text }, () => undefined)).toBe(text)
    }
    expect(workers).toHaveLength(1)
  })

  test('hands progress on', async () => {
    const { engine } = bench({
      analyse: async (_text: string, _hash: string, report: (done: number) => Promise<void>) => {
        for (const done of [0.25, 0.5, 1]) await report(done)
        return 'done'
      },
    })
    const seen: number[] = []
    await engine.analyse(source, (done) => seen.push(done))

    expect(seen).toEqual([0.25, 0.5, 1])
  })

  test('ends the worker of a call that is called off, and no other', async () => {
    const { engine, workers } = bench({
      analyse: (text: string) => (text === 'long' ? new Promise(() => undefined) : text),
    })
    const stop = new AbortController()
    const long = engine.analyse({ ...source, text: 'long' }, () => undefined, stop.signal)
    const short = engine.analyse({ ...source, text: 'short' }, () => undefined)
    stop.abort()

    await expect(long).rejects.toThrow(Cancelled)
    expect(await short).toBe('short')
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    expect(await engine.analyse({ ...source, text: 'next' }, () => undefined)).toBe('next')
    expect(workers).toHaveLength(2)
  })

  test('does not begin what was called off before', async () => {
    const { engine, workers } = bench({})
    await expect(engine.analyse(source, () => undefined, AbortSignal.abort())).rejects.toThrow(Cancelled)
    expect(workers).toEqual([])
  })

  test('says that it failed, and starts anew', async () => {
    let broken = true
    const { engine, workers } = bench({
      analyse: () => {
        if (broken) throw new RangeError('Invalid string length')
        return 'well'
      },
    })
    await expect(engine.analyse(source, () => undefined)).rejects.toThrow(
      new EngineFailed('Invalid string length'),
    )
    broken = false

    expect(await engine.analyse(source, () => undefined)).toBe('well')
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
  })

  test('says that the worker itself broke down', async () => {
    const { engine, workers } = bench({ analyse: () => new Promise(() => undefined) })
    const call = engine.analyse(source, () => undefined)
    workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))

    await expect(call).rejects.toThrow(new EngineFailed('out of memory'))
  })

  test('says so of a worker that broke down before it had any work, and starts anew', async () => {
    const { engine, workers } = bench({ analyse: () => 'well' })
    engine.warm()
    workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'no script' }))

    // The script was never there: it would not answer either.
    workers[0]!.terminate()
    await expect(engine.analyse(source, () => undefined)).rejects.toThrow(new EngineFailed('no script'))
    expect(await engine.analyse(source, () => undefined)).toBe('well')
    expect(workers).toHaveLength(2)
  })
})
