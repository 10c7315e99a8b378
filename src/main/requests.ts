import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { requestChannel, REQUESTS, type RequestName, type Requests } from '../contract/shell.ts'

/** One for each request of the contract: a missing one does not compile. */
export type Handlers = {
  readonly [K in RequestName]: (
    ...args: Requests[K]['args']
  ) => Requests[K]['result'] | Promise<Requests[K]['result']>
}

/**
 * The only place where the shell listens to a page. Who asks and what is asked is checked before anything is done: a
 * caller who is refused is told nothing more.
 */
export function serveRequests(
  ipc: IpcMain,
  handlers: Handlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const name of Object.keys(REQUESTS) as RequestName[]) {
    ipc.handle(requestChannel(name), (event, ...given: unknown[]) => {
      if (!isTrusted(event)) throw new Error('refused')
      if (!REQUESTS[name](given)) throw new Error(`${name}: not such arguments`)
      const handle = handlers[name] as (...args: unknown[]) => unknown
      return handle(...given)
    })
  }
}

/** Whether a request comes from our page itself: not from a frame inside it, and not from a page that took its place. */
export function isFromPage(event: IpcMainInvokeEvent, origin: string): boolean {
  // Null where the frame has gone or has been navigated since.
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === origin
}
