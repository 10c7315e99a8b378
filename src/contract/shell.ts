import type { Result } from '../core/result.ts'
import type { Logged } from '../core/document/event.ts'
import { args, isBytes, isCount, isRecord, isText, type Guard } from './guards.ts'
import { isBook, isBookId, isEvents, isLabelChange, isSnapshot } from './journal-guards.ts'
import type { JOURNAL_CALLS, JournalBook, JournalLabel, JournalPort, JournalSnapshot } from './journal.ts'
import { isMenuState, type MenuCommand, type MenuState } from './menu.ts'

/**
 * Everything that passes between the window and the shell around it. Channel names, the bridge and the handlers are made
 * from these tables: who adds a line here and forgets one of them cannot compile.
 */

/** Stands for a file that the editor has handed over. Where it lies is known to the shell alone. */
export interface GivenFile {
  readonly token: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

export interface FileError {
  /**
   * - unknown: no such token; the shell was started anew since
   * - gone, changed, not-a-file, too-large: the file itself; `changed` while it was read
   * - is-source: writing there would overwrite a text that was opened
   * - full, denied, failed: the disk's answer
   */
  readonly kind:
    'unknown' | 'gone' | 'changed' | 'not-a-file' | 'too-large' | 'is-source' | 'full' | 'denied' | 'failed'
  /** For a report of the fault, in English; never a path. */
  readonly detail: string
}

/** What the window finds when it starts. */
export interface Beginning {
  /** To be opened: named on the command line, or handed over while the window was loading. */
  readonly files: readonly GivenFile[]
  /** The window had crashed and was loaded anew. */
  readonly recovered: boolean
}

/** Editor's work that is in memory only. */
export interface Unsaved {
  readonly changes: number
}

type JournalCall = (typeof JOURNAL_CALLS)[number]

/** The journal's calls, each as a request: `append` is `journalAppend`. */
export type JournalRequests = {
  readonly [K in JournalCall as `journal${Capitalize<K>}`]: {
    args: Parameters<JournalPort[K]>
    result: Awaited<ReturnType<JournalPort[K]>>
  }
}

/** What the window may ask. */
export interface ShellRequests extends JournalRequests {
  /** The window is up and listens. */
  begin: { args: []; result: Beginning }
  /** Shows the dialog for opening; empty where the editor thought better of it. */
  pickFiles: { args: []; result: readonly GivenFile[] }
  readFile: { args: [token: string]; result: Result<Uint8Array, FileError> }
  /** Shows the dialog for saving, then writes as a whole or not at all; false where it was called off. */
  saveFile: { args: [name: string, content: Uint8Array]; result: Result<boolean, FileError> }
  /** Has the native menu follow the window. */
  showMenu: { args: [state: MenuState]; result: null }
  /** The answer to the event `leaving`. */
  answerLeaving: { args: [unsaved: Unsaved]; result: null }
}

/** What the bridge asks by itself, with what the page must not know. */
export interface BridgeRequests {
  /** A file that was dropped on the window; null where it cannot be read. */
  takeDropped: { args: [path: string]; result: GivenFile | null }
}

export type Requests = ShellRequests & BridgeRequests
export type RequestName = keyof Requests

/** What the shell tells the window. */
export interface ShellEvents {
  /** Chosen in the native menu. */
  command: MenuCommand
  /** Handed over from outside: by the menu, a second start, or the system. */
  files: readonly GivenFile[]
  /** The window is about to close: write what waits, then call `answerLeaving`. */
  leaving: null
}

export type EventName = keyof ShellEvents

type Call<R extends { args: readonly unknown[]; result: unknown }> = (
  ...args: R['args']
) => Promise<R['result']>

/** What the page finds as `window.jiaokan`. */
export type ShellApi = { readonly [K in keyof ShellRequests]: Call<ShellRequests[K]> } & {
  /** Takes a `File` that was dropped. Typed loosely: this side knows no DOM. */
  readonly dropped: (file: object) => Promise<GivenFile | null>
  /** Listens; returns what ends it. */
  readonly on: { readonly [K in EventName]: (listener: (payload: ShellEvents[K]) => void) => () => void }
}

/** The global that the bridge defines. */
export const BRIDGE = 'jiaokan'

/** Well above the longest name that any file system takes. */
const NAME = 1024

/** Each request with what its arguments must be. */
export const REQUESTS: { readonly [K in RequestName]: Guard<Requests[K]['args']> } = {
  begin: args<[]>(),
  pickFiles: args<[]>(),
  readFile: args<[string]>(isText(64)),
  saveFile: args<[string, Uint8Array]>(isText(NAME), isBytes),
  showMenu: args<[MenuState]>(isMenuState),
  answerLeaving: args<[Unsaved]>(isRecord<Unsaved>({ changes: isCount(Number.MAX_SAFE_INTEGER) })),
  takeDropped: args<[string]>(isText(32_768)),
  journalList: args<[]>(),
  journalCreate: args<[JournalBook]>(isBook),
  journalRead: args<[string]>(isBookId),
  journalAppend: args<[string, readonly Logged[]]>(isBookId, isEvents),
  journalPutSnapshot: args<[string, JournalSnapshot]>(isBookId, isSnapshot),
  journalDescribe: args<[string, Partial<JournalLabel>]>(isBookId, isLabelChange),
  journalErase: args<[string]>(isBookId),
}

const EVENTS: Readonly<Record<EventName, true>> = { command: true, files: true, leaving: true }

export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[]

export function requestChannel(name: RequestName): string {
  return `jiaokan:ask:${name}`
}

export function eventChannel(name: EventName): string {
  return `jiaokan:tell:${name}`
}
