import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { MenuItem } from './double/electron.ts'

/** Where the books of a run lie. */
export function booksFolder(folder: string): string {
  return join(folder, 'books')
}

/** The program as an editor, or an attacker in its page, has it before them; over a stand-in or over Electron itself. */
export interface Desk {
  readonly page: Page
  /** A folder of this run alone. */
  readonly folder: string

  /** What the editor will do with the next native dialog of each kind. */
  willOpen(...paths: readonly string[]): Promise<void>
  willSave(path: string | null): Promise<void>
  /** The number of the button, from 0. */
  willAnswer(button: number): Promise<void>
  /** Native dialogs that came up so far. */
  shown(): Promise<readonly { readonly kind: string; readonly options: Readonly<Record<string, unknown>> }[]>

  menu(): Promise<readonly MenuItem[]>
  /** Chooses an entry of the native menu, by its id or by its words. */
  choose(entry: string): Promise<void>
  /** Addresses handed to the browser. */
  opened(): Promise<readonly string[]>

  /** Starts the program once more with these files; true where that one ended at once. */
  startAgain(...files: readonly string[]): Promise<boolean>
  /** Starts the program once more after it has ended, with the same books on the disk and a window that knows nothing. */
  beginAnew(): Promise<Desk>
  drop(...paths: readonly string[]): Promise<void>
  crash(): Promise<void>
  /** Asks the program to end, as its menu does. */
  quit(): Promise<void>
  hasExited(): boolean
  close(): Promise<void>

  windows(): Promise<number>
  preferences(): Promise<Readonly<Record<string, unknown>>>
  /** Asks the window's session for an address. */
  fetch(url: string): Promise<'refused' | 'answered'>
  permission(name: string): Promise<'granted' | 'denied'>
  /** Tries to put a page into the page. */
  attachWebview(): Promise<boolean>
}
