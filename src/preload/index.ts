import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import {
  BRIDGE,
  EVENT_NAMES,
  eventChannel,
  requestChannel,
  REQUESTS,
  type RequestName,
} from '../contract/shell.ts'

// No logic here: one function per request and per event, made from the contract's tables. The page is given the payload
// of an event and never the event itself, by which it could reach the sender.

const ask =
  (name: RequestName) =>
  (...given: unknown[]): Promise<unknown> =>
    ipcRenderer.invoke(requestChannel(name), ...given)

const { takeDropped, ...asks } = Object.fromEntries(
  (Object.keys(REQUESTS) as RequestName[]).map((name) => [name, ask(name)]),
) as Record<RequestName, ReturnType<typeof ask>>

const on = Object.fromEntries(
  EVENT_NAMES.map((name) => [
    name,
    (listener: (payload: unknown) => void): (() => void) => {
      const heard = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
      ipcRenderer.on(eventChannel(name), heard)
      return () => ipcRenderer.off(eventChannel(name), heard)
    },
  ]),
)

// The path goes to the shell, and what comes back to the page is a token.
const dropped = (file: object): Promise<unknown> => takeDropped(webUtils.getPathForFile(file as File))

contextBridge.exposeInMainWorld(BRIDGE, { ...asks, dropped, on })
