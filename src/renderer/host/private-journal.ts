import type { JournalPort } from '../../contract/journal.ts'
import { type FromKeeper, KEEPER, type ToKeeper } from '../../private/messages.ts'
import { forwardingJournal, PATIENCE, unreachable } from './forwarding-journal.ts'

/** Milliseconds until a window that has found no keeper begins without a copy. */
const LONGEST_START = 15_000

/**
 * The journal in the origin's private files, for a page without a server; null where this browser cannot keep one.
 * `spawn` starts the worker of this window, which keeps the books of all windows where no other one does.
 */
export async function privateJournal(spawn: () => Worker): Promise<JournalPort | null> {
  const channel = new BroadcastChannel(KEEPER)
  const send = (message: ToKeeper): void => channel.postMessage(message)
  const waiting = new Map<string, (result: unknown) => void>()
  let keeper: string | null = null

  const found = new Promise<boolean>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<FromKeeper | ToKeeper>) => {
      if (data.type === 'answer') waiting.get(data.id)?.(data.result)
      if (data.type !== 'here') return
      // The one before has ended, and took the calls with it that it had not answered.
      if (keeper !== null && keeper !== data.keeper)
        for (const give of waiting.values()) give(unreachable(null))
      keeper = data.keeper
      resolve(true)
    }
    const worker = spawn()
    // All that it ever says itself is that it cannot.
    worker.onmessage = worker.onerror = () => resolve(false)
    setTimeout(() => resolve(false), LONGEST_START)
  })
  send({ type: 'who' })
  if (!(await found)) {
    channel.close()
    return null
  }

  return forwardingJournal('private', async (call, given) => {
    const id = crypto.randomUUID()
    const timer = setTimeout(() => waiting.get(id)?.(unreachable(null)), PATIENCE)
    try {
      return await new Promise((resolve) => {
        waiting.set(id, resolve)
        send({ type: 'call', id, call, given })
      })
    } catch (error) {
      return unreachable(error)
    } finally {
      clearTimeout(timer)
      waiting.delete(id)
    }
  })
}
