import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { booksFolder, type Desk } from '../desk.ts'
import { announce } from './emitter.ts'
import { DoubleElectron, type MenuItem } from './electron.ts'
import { Origin } from './origin.ts'
import { runMain } from './run-main.ts'
import { isRefused, type DoubleWindow } from './window.ts'

export interface Start {
  readonly browser: Browser
  /** The built program: main/index.cjs, preload/index.cjs, renderer/. */
  readonly built: string
  readonly folder: string
  readonly files?: readonly string[]
  readonly locale?: string
}

/** The built shell over the stand-in of Electron, with a page of a real Chromium for its window. */
export class DoubleDesk implements Desk {
  readonly electron: DoubleElectron
  readonly page: Page
  readonly folder: string
  readonly #start: Start
  readonly #context: BrowserContext
  readonly #origin: Origin

  private constructor(
    start: Start,
    electron: DoubleElectron,
    page: Page,
    context: BrowserContext,
    origin: Origin,
  ) {
    this.#start = start
    this.folder = start.folder
    this.electron = electron
    this.page = page
    this.#context = context
    this.#origin = origin
  }

  static async start(start: Start): Promise<DoubleDesk> {
    const context = await start.browser.newContext({ acceptDownloads: false })
    context.setDefaultTimeout(10_000)
    const origin = await Origin.open()
    const electron = launch(start, context, origin, false)
    const window = await until(() => electron.windows[0])
    await window.loaded
    return new DoubleDesk(start, electron, await window.page, context, origin)
  }

  get window(): DoubleWindow {
    const [window] = this.electron.windows
    if (!window) throw new Error('the window is closed')
    return window
  }

  async close(): Promise<void> {
    await this.#context.unrouteAll({ behavior: 'ignoreErrors' })
    await this.#context.close()
    await this.#origin.close()
  }

  willOpen(...paths: readonly string[]): Promise<void> {
    this.electron.answers.open.push(paths)
    return Promise.resolve()
  }

  willSave(path: string | null): Promise<void> {
    this.electron.answers.save.push(path)
    return Promise.resolve()
  }

  willAnswer(button: number): Promise<void> {
    this.electron.answers.message.push(button)
    return Promise.resolve()
  }

  shown(): ReturnType<Desk['shown']> {
    return Promise.resolve(this.electron.shown)
  }

  menu(): Promise<readonly MenuItem[]> {
    return Promise.resolve(this.electron.menu)
  }

  choose(entry: string): Promise<void> {
    const item = all(this.electron.menu).find(({ id, label }) => id === entry || label === entry)
    if (!item) throw new Error(`the menu has no ${entry}`)
    if (item.enabled === false) throw new Error(`${entry} is grey`)
    if (item.click) item.click()
    else if (item.role === 'quit') this.electron.quit()
    else throw new Error(`${entry} does nothing here`)
    return Promise.resolve()
  }

  opened(): Promise<readonly string[]> {
    return Promise.resolve(this.electron.opened)
  }

  async startAgain(...files: readonly string[]): Promise<boolean> {
    const context = await this.#start.browser.newContext()
    const origin = await Origin.open()
    const second = launch({ ...this.#start, files }, context, origin, true)
    this.electron.events.emit('second-instance', {}, [], '/', second.lockData)
    // Its context may go when it has ended, or has the window that it should not have: not while it is still starting.
    await until(() => (second.hasExited || second.windows.length > 0 ? true : undefined))
    await second.windows[0]?.loaded
    const hasEnded = second.hasExited && second.windows.length === 0
    await context.close()
    await origin.close()
    return hasEnded
  }

  /** The profile is that of a new browser: its IndexedDB is empty. */
  beginAnew(): Promise<Desk> {
    return DoubleDesk.start({ ...this.#start, files: [] })
  }

  async drop(...paths: readonly string[]): Promise<void> {
    await this.page.evaluate((known) => Object.assign(window, { __paths: known }), paths)
    const session = await this.#context.newCDPSession(this.page)
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
    }
  }

  crash(): Promise<void> {
    return this.window.crash()
  }

  quit(): Promise<void> {
    this.electron.quit()
    return Promise.resolve()
  }

  hasExited(): boolean {
    return this.electron.hasExited
  }

  async windows(): Promise<number> {
    // A pop-up that was refused is closed a moment later.
    await until(() => (this.#context.pages().length <= 1 + this.window.popups ? true : undefined))
    return this.electron.windows.length + this.window.popups
  }

  preferences(): Promise<Readonly<Record<string, unknown>>> {
    return Promise.resolve(this.window.options.webPreferences ?? {})
  }

  fetch(url: string): Promise<'refused' | 'answered'> {
    return Promise.resolve(isRefused(this.electron.filter, url) ? 'refused' : 'answered')
  }

  /** As a page asks: first whether it may, then to be allowed. Electron grants what nobody handles. */
  permission(name: string, isMainFrame = true, from = 'app://bundle/'): Promise<'granted' | 'denied'> {
    const { permissionCheck, permissionRequest } = this.electron
    const { contents } = this.window
    const isChecked = permissionCheck?.(contents, name, from, { isMainFrame }) ?? true
    let isGranted = permissionRequest === null
    const details = { requestingUrl: `${from}index.html`, isMainFrame }
    permissionRequest?.(contents, name, (granted) => (isGranted = granted), details)
    return Promise.resolve(isChecked || isGranted ? 'granted' : 'denied')
  }

  attachWebview(): Promise<boolean> {
    const isRefused = announce(this.window.contentsEvents, 'will-attach-webview', {}, {}, {})
    return Promise.resolve(this.window.options.webPreferences?.['webviewTag'] === true && !isRefused)
  }
}

function launch(start: Start, context: BrowserContext, origin: Origin, isSecond: boolean): DoubleElectron {
  const { built, folder, files = [], locale = 'zh-CN' } = start
  const settings = { userData: join(folder, 'user'), documents: folder, locale, isSecond }
  const electron = new DoubleElectron(settings, context, origin, () => undefined)
  runMain(join(built, 'main/index.cjs'), electron.module(), ['/opt/jiaokan/jiaokan', ...files], {
    JIAOKAN_DATA: booksFolder(folder),
  })
  return electron
}

function all(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...all(item.submenu ?? [])])
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('nothing happened for five seconds')
}
