import { createContext } from 'svelte'

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

/**
 * What the window runs in: an ordinary browser, or Electron. Everything that differs between the two is behind this
 * interface, and nothing else asks where it runs.
 */
export interface Host {
  readonly kind: 'browser' | 'electron'
  /** Whether the command key takes the place of Ctrl. */
  readonly mac: boolean
  /** BCP 47 tag of the language that the system speaks. */
  readonly language: string
  /** Asks for files; an empty list where the editor thought better of it. */
  pickFiles(): Promise<readonly InputFile[]>
  /** Takes files that are dropped anywhere on the window. Returns what ends it. */
  onDrop(handlers: DropHandlers): () => void
  /** Saves under a name: by a dialog where there is one, else among the downloads. False where it was called off. */
  saveFile(name: string, content: Blob): Promise<boolean>
  /** Asks the system not to throw the books away when space runs out. */
  keepStorage(): Promise<boolean>
}

export const [getHost, setHost] = createContext<Host>()
