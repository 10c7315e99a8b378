import { nextTask } from '../next-task.ts'

/** Milliseconds of work between two tasks: what the window must not notice. */
const SLICE = 12

/** Does work that stops now and then, a slice at a time; null where it was called off meanwhile. */
export async function inSlices<T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    const end = performance.now() + SLICE
    while (performance.now() < end) {
      const { done, value } = work.next()
      if (done === true) return value
    }
    await nextTask()
    if (signal.aborted) return null
  }
}
