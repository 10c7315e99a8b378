import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { EventName, ShellEvents, Unsaved } from '../contract/shell.ts'
import { eventChannel } from '../contract/shell.ts'
import { askToLeave, askToTryAgain } from './dialogs.ts'
import { Leaving } from './leaving.ts'
import type { Place } from './place.ts'
import type { ShellWords } from './words.ts'

/** More crashes than this within a minute, and the page is not loaded again unasked. */
const CRASHES = 3
const MINUTE = 60_000

/** The one window: how it opens, what it survives, and when it may close. */
export class MainWindow {
  readonly #window: BrowserWindow
  readonly #words: () => ShellWords
  readonly #leaving = new Leaving()
  #isUp = false
  #isAsking = false
  #crashes: number[] = []
  #hasRecovered = false

  constructor(place: Place, isPackaged: boolean, words: () => ShellWords) {
    this.#words = words
    this.#window = new BrowserWindow({
      // Position and size are kept under this name.
      name: 'main',
      windowStatePersistence: true,
      width: 1280,
      height: 800,
      minWidth: 800,
      minHeight: 560,
      show: false,
      backgroundColor: '#FBFAF6',
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: !isPackaged,
      },
    })
    this.#window.once('ready-to-show', () => this.#window.show())
    this.#window.on('close', (event) => {
      event.preventDefault()
      void this.#close()
    })
    const { webContents } = this.#window
    webContents.on('did-start-loading', () => (this.#isUp = false))
    webContents.on('render-process-gone', (_event, { reason }) => {
      this.#isUp = false
      this.#leaving.answer(null)
      if (reason !== 'clean-exit') void this.#recover()
    })
    void this.#window.loadURL(place.page)
  }

  get native(): BrowserWindow {
    return this.#window
  }

  /** Whether the page listens. */
  get isUp(): boolean {
    return this.#isUp
  }

  /** The page listens from now on. True where it had crashed before. */
  begin(): boolean {
    const recovered = this.#hasRecovered
    this.#isUp = true
    this.#hasRecovered = false
    return recovered
  }

  answerLeaving(unsaved: Unsaved): void {
    this.#leaving.answer(unsaved)
  }

  tell<K extends EventName>(name: K, payload: ShellEvents[K]): void {
    if (this.#isUp) this.#window.webContents.send(eventChannel(name), payload)
  }

  /** Brings it before the editor's eyes. */
  raise(): void {
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  async #close(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    try {
      if (await this.#mayClose()) this.#window.destroy()
    } finally {
      this.#isAsking = false
    }
  }

  /** A page that is not up holds nothing that could be lost. */
  async #mayClose(): Promise<boolean> {
    if (!this.#isUp) return true
    const unsaved = await this.#leaving.ask(() => this.tell('leaving', null))
    if (unsaved?.changes === 0 || !this.isUp) return true
    return askToLeave(this.#window, this.#words(), unsaved?.changes ?? null)
  }

  async #recover(): Promise<void> {
    const now = Date.now()
    this.#crashes = [...this.#crashes.filter((at) => now - at < MINUTE), now]
    if (this.#crashes.length > CRASHES && !(await askToTryAgain(this.#window, this.#words()))) {
      this.#window.destroy()
      return
    }
    this.#hasRecovered = true
    this.#window.webContents.reload()
  }
}
