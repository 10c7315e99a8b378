import { app, Menu, shell as system } from 'electron'
import { dirname, join } from 'node:path'
import type { MenuLanguage, MenuState } from '../contract/menu.ts'
import type { Beginning, FileError, GivenFile, JournalRequests } from '../contract/shell.ts'
import { err, ok, type Result } from '../core/result.ts'
import { askForFiles, askWhereToSave } from './dialogs.ts'
import { lookAt, readWhole } from './files/read-file.ts'
import type { RecentFiles } from './files/recent-files.ts'
import { safeName } from './files/safe-name.ts'
import { isSameFile } from './files/same-file.ts'
import { Tokens } from './files/tokens.ts'
import { writeWhole } from './files/write-file.ts'
import { menuTemplate } from './menu/template.ts'
import { PAGES } from './pages.ts'
import type { Handlers } from './requests.ts'
import type { MainWindow } from './window.ts'
import { WORDS, type ShellWords } from './words.ts'

/** What the shell does for its one window: files in and out, the menu, and whatever comes from outside. */
export class Shell {
  readonly #tokens = new Tokens()
  readonly #recent: RecentFiles
  #window: MainWindow | null = null
  #menu: MenuState
  /** Handed over while there was no page to take them. */
  #waiting: GivenFile[] = []
  /** Where the last file was saved. */
  #folder: string | null = null

  constructor(recent: RecentFiles, language: MenuLanguage) {
    this.#recent = recent
    this.#menu = { language, commands: {} }
  }

  get words(): ShellWords {
    return WORDS[this.#menu.language]
  }

  /** To be called once. */
  attach(window: MainWindow): void {
    this.#window = window
    this.#drawMenu()
  }

  /** Hands files to the window: now, or as soon as it listens. */
  async give(paths: readonly string[]): Promise<void> {
    this.#window?.raise()
    const files = await this.#take(paths)
    if (files.length === 0) return
    if (this.#window?.isUp === true) this.#window.tell('files', files)
    else this.#waiting.push(...files)
  }

  /** What the window may ask of the shell itself. */
  handlers(): Omit<Handlers, keyof JournalRequests> {
    return {
      begin: () => this.#begin(),
      pickFiles: async () => this.#take(await askForFiles(this.#attached.native, this.words)),
      readFile: (token) => this.#read(token),
      saveFile: (name, content) => this.#save(name, content),
      showMenu: (state) => {
        this.#menu = state
        this.#drawMenu()
        return null
      },
      answerLeaving: (unsaved) => {
        this.#attached.answerLeaving(unsaved)
        return null
      },
      takeDropped: async (path) => (await this.#take([path]))[0] ?? null,
    }
  }

  get #attached(): MainWindow {
    if (!this.#window) throw new Error('no window yet')
    return this.#window
  }

  #begin(): Beginning {
    const recovered = this.#attached.begin()
    return { files: this.#waiting.splice(0), recovered }
  }

  async #take(paths: readonly string[]): Promise<GivenFile[]> {
    const files: GivenFile[] = []
    const taken: string[] = []
    for (const path of paths) {
      const look = await lookAt(path)
      if (!look) continue
      files.push({ token: this.#tokens.give(path), ...look })
      taken.push(path)
    }
    if (taken.length > 0) {
      this.#recent.add(taken)
      // The system's own list, where it keeps one.
      for (const path of taken) app.addRecentDocument(path)
      this.#drawMenu()
    }
    return files
  }

  async #read(token: string): Promise<Result<Uint8Array, FileError>> {
    const path = this.#tokens.path(token)
    if (path === undefined) return err({ kind: 'unknown', detail: 'no such token' })
    return readWhole(path)
  }

  async #save(name: string, content: Uint8Array): Promise<Result<boolean, FileError>> {
    const folder = this.#folder ?? app.getPath('documents')
    const path = await askWhereToSave(this.#attached.native, this.words, folder, safeName(name))
    if (path === null) return ok(false)
    for (const source of this.#tokens.paths) {
      if (await isSameFile(source, path)) return err({ kind: 'is-source', detail: 'an opened text' })
    }
    const written = await writeWhole(path, content)
    if (!written.ok) return written
    this.#folder = dirname(path)
    return ok(true)
  }

  #drawMenu(): void {
    const ground = {
      state: this.#menu,
      recent: this.#recent.paths,
      platform: process.platform,
      isPackaged: app.isPackaged,
    }
    const template = menuTemplate(ground, {
      command: (id) => this.#window?.tell('command', id),
      open: () => void this.#open(),
      openRecent: (path) => void this.#openRecent(path),
      clearRecent: () => {
        this.#recent.clear()
        app.clearRecentDocuments()
        this.#drawMenu()
      },
      openPage: (id) => void system.openExternal(PAGES[id]),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  async #open(): Promise<void> {
    await this.give(await askForFiles(this.#attached.native, this.words))
  }

  /** A file that has gone leaves the list. */
  async #openRecent(path: string): Promise<void> {
    if (await lookAt(path)) await this.give([path])
    else {
      this.#recent.remove(path)
      this.#drawMenu()
    }
  }
}

/** Where the list of recent files is kept. */
export function recentStore(userData: string): string {
  return join(userData, 'recent-files.json')
}
