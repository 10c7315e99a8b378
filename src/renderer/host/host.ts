import { createContext } from 'svelte'
import type { JournalPort } from '../../contract/journal.ts'
import type { MenuState } from '../../contract/menu.ts'
import type { FileError } from '../../contract/shell.ts'
import type { Result } from '../../core/result.ts'

/** A file that the editor has handed over: chosen, dropped or pasted. Its path is never known here. */
export interface InputFile {
  readonly name: string
  readonly size: number
  /** Reads the whole file; rejects where it has changed, has gone, or is a folder. */
  bytes(): Promise<Uint8Array>
}

export interface DropHandlers {
  /** Files are over the window, or have left it again. */
  readonly hover: (over: boolean) => void
  readonly drop: (files: readonly InputFile[]) => void
}

/** The menu bar that the system draws. */
export interface NativeMenu {
  /** Has it show what is true now. */
  show(state: MenuState): void
  /** Is told which command was chosen. Returns what ends it. */
  onCommand(run: (id: string) => void): () => void
}

/** How the window was found when it began. */
export interface HostBeginning {
  /** Handed over before there was a window: by the command line, say. */
  readonly files: readonly InputFile[]
  /** The page had crashed and was loaded anew. */
  readonly recovered: boolean
}

/**
 * What the window runs in: an ordinary browser, or Electron. Everything that differs between the two is behind this
 * interface, and nothing else asks where it runs.
 */
export interface Host {
  /** Whether the command key takes the place of Ctrl. */
  readonly mac: boolean
  /** BCP 47 tag of the language that the system speaks. */
  readonly language: string
  /** Null where the host draws none. */
  readonly menu: NativeMenu | null
  /** The window is up and listens to what it has asked for. To be called once, after that. */
  begin(): Promise<HostBeginning>
  /** Asks for files; an empty list where the editor thought better of it. */
  pickFiles(): Promise<readonly InputFile[]>
  /** Takes files that are dropped anywhere on the window. Returns what ends it. */
  onDrop(handlers: DropHandlers): () => void
  /** Takes files that come from outside of the window: from the native menu, or a second start. Returns what ends it. */
  onFiles(take: (files: readonly InputFile[]) => void): () => void
  /**
   * Before the window closes: `settle` writes what waits and resolves to the number of changes that are in memory only.
   * Returns what ends it.
   */
  onLeaving(settle: () => Promise<number>): () => void
  /** Saves under a name: by a dialog where there is one, else among the downloads. False where it was called off. */
  saveFile(name: string, content: Blob): Promise<Result<boolean, FileError>>
  /** The place for the copies of the books; null where this host has none. */
  journal(): Promise<JournalPort | null>
  /** Asks the system not to throw the books away when space runs out. */
  keepStorage(): Promise<boolean>
}

export const [getHost, setHost] = createContext<Host>()
