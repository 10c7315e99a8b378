import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/** Where the page asks for the file that was named when the server was started. The renderer's browser host knows it, too. */
export const HANDED_OVER = '/handed-over'

export interface HandedOverFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file of the command line. It is handed over once: a page that is loaded anew has it already. */
export class HandedOver {
  #path: string | null

  constructor(path: string | null) {
    this.#path = path
  }

  /** The file, or null where there is none any more. Rejects where it cannot be read; the next page may try again. */
  async take(): Promise<HandedOverFile | null> {
    const path = this.#path
    if (path === null) return null
    const bytes = await readFile(path)
    this.#path = null
    return { name: basename(path), bytes }
  }
}
