import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Frame, Page, Request, Route } from '@playwright/test'
import { announce, listening } from './emitter.ts'
import type { Origin } from './origin.ts'
import { strict } from './strict.ts'

const inPage = readFileSync(fileURLToPath(new URL('in-page.js', import.meta.url)), 'utf8')

export type Options = Record<string, unknown> & {
  readonly webPreferences?: Readonly<Record<string, unknown>>
}
type OpenHandler = (details: { url: string }) => { action: string }
export type Filter = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void

/** What the session's filter says of an address; without a filter all is let through. */
export function isRefused(filter: Filter | null, url: string): boolean {
  const verdict: { cancel?: boolean } = {}
  filter?.({ url }, ({ cancel = false }) => (verdict.cancel = cancel))
  return verdict.cancel === true
}

/** A window that is only just opening has none yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

/** A frame as IPC events name it. */
export interface Sender {
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null
}

/** What a window needs of the Electron around it. */
export interface Ground {
  readonly context: BrowserContext
  readonly origin: Origin
  readonly isSandboxed: () => boolean
  readonly filter: () => Filter | null
  readonly invoke: (channel: string, from: Sender, given: readonly unknown[]) => Promise<unknown>
  readonly onContents: (contents: object) => void
  readonly onClosed: (window: DoubleWindow) => void
}

/** A BrowserWindow that is a page of a real Chromium. */
export class DoubleWindow {
  readonly options: Options
  /** What the shell is given as `BrowserWindow` and as `webContents`. */
  readonly native: object
  readonly contents: object
  readonly page: Promise<Page>
  readonly contentsEvents = new EventEmitter()
  /** Windows that the page was allowed to open. */
  popups = 0
  isShown = false
  /** The page was loaded for the first time. */
  readonly loaded: Promise<void>
  #hasLoaded: () => void = () => undefined
  readonly #events = new EventEmitter()
  readonly #ground: Ground
  #open: OpenHandler = () => ({ action: 'allow' })
  #isClosed = false
  /** The shell itself loads something: that is no navigation of the page. */
  #isLoading = false
  #url = ''

  constructor(ground: Ground, options: Options) {
    this.loaded = new Promise((resolve) => (this.#hasLoaded = resolve))
    this.#ground = ground
    this.options = options
    this.contents = this.#makeContents()
    this.native = strict('BrowserWindow', {
      ...listening(this.#events),
      webContents: this.contents,
      loadURL: (url: string) => this.#load(url),
      close: () => this.close(),
      destroy: () => this.#destroy(),
      show: () => (this.isShown = true),
      focus: () => undefined,
      restore: () => undefined,
      isMinimized: () => false,
    })
    ground.onContents(this.contents)
    this.page = this.#makePage()
  }

  /** As the editor closes it. */
  close(): void {
    if (!this.#isClosed && !announce(this.#events, 'close', {})) this.#destroy()
  }

  /** Its content dies as if the process had been killed: all that was in memory is gone. */
  async crash(): Promise<void> {
    const page = await this.page
    this.#isLoading = true
    await page.goto('about:blank')
    this.#isLoading = false
    this.contentsEvents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  }

  #makeContents(): object {
    return strict('webContents', {
      ...listening(this.contentsEvents),
      send: (channel: string, payload: unknown) => void this.#send(channel, payload),
      reload: () => void this.#load(this.#url),
      setWindowOpenHandler: (handler: OpenHandler) => (this.#open = handler),
      mainFrame: { parent: null },
    })
  }

  async #makePage(): Promise<Page> {
    const { context, origin, isSandboxed } = this.#ground
    const preferences = this.options.webPreferences ?? {}
    const path = preferences['preload']
    // Electron logs that a preload script is missing, and goes on without.
    const preload = typeof path === 'string' && existsSync(path) ? readFileSync(path, 'utf8') : null
    const settings = {
      contextIsolation: preferences['contextIsolation'] !== false,
      hasNode:
        preferences['nodeIntegration'] === true || (preferences['sandbox'] === false && !isSandboxed()),
    }
    await context.exposeBinding('__ipc', ({ frame }, channel: string, given: unknown[]) =>
      this.#ground.invoke(channel, { senderFrame: this.#frameOf(frame) }, given),
    )
    await context.addInitScript({
      content: `(() => {
        const __settings = ${JSON.stringify(settings)}
        const __invoke = (channel, given) => window.__ipc(channel, given)
        const __preload = ${preload === null ? 'null' : `(require) => { const module = { exports: {} }; const exports = module.exports\n${preload}\n}`}
        ${inPage}
      })()`,
    })
    const page = await context.newPage()
    await context.route('**/*', (route) => this.#route(route, page))
    context.on('page', (popup) => {
      if (this.#open({ url: origin.toApp(popup.url()) }).action === 'allow') this.popups++
      else void popup.close()
    })
    return page
  }

  #frameOf(frame: Frame): { origin: string; parent: unknown } {
    const url = new URL(this.#ground.origin.toApp(frame.url()))
    // Node calls the origin of every app: address "null"; Chromium does not.
    const origin = url.protocol === 'app:' ? `app://${url.host}` : url.origin
    return { origin, parent: frame.parentFrame() === null ? null : {} }
  }

  async #load(url: string): Promise<void> {
    const page = await this.page
    this.#url = url
    this.#isLoading = true
    this.contentsEvents.emit('did-start-loading')
    await page.goto(this.#ground.origin.toHttp(url)).catch((error: unknown) => {
      // The test is over, and its browser has gone.
      if (!page.isClosed()) throw error
    })
    this.#isLoading = false
    this.#hasLoaded()
    this.#events.emit('ready-to-show')
  }

  /** What Chromium wants to load passes the shell's handlers as it would in Electron. */
  async #route(route: Route, own: Page): Promise<void> {
    const { origin, filter } = this.#ground
    const request = route.request()
    const url = origin.toApp(request.url())
    const frame = request.isNavigationRequest() && !this.#isLoading ? frameOf(request) : null
    if (frame?.page() === own) {
      const isMainFrame = frame.parentFrame() === null
      if (isMainFrame) this.contentsEvents.emit('did-start-loading')
      if (this.#isPrevented(url, isMainFrame)) {
        await route.abort('aborted')
        return
      }
    }
    if (isRefused(filter(), url)) await route.abort('blockedbyclient')
    else if (origin.owns(request.url())) await route.continue()
    else await route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' })
  }

  #isPrevented(url: string, isMainFrame: boolean): boolean {
    const details = { url, isMainFrame, isSameDocument: false }
    const byFrame = announce(this.contentsEvents, 'will-frame-navigate', details)
    return isMainFrame ? announce(this.contentsEvents, 'will-navigate', details, url) || byFrame : byFrame
  }

  async #send(channel: string, payload: unknown): Promise<void> {
    const page = await this.page
    await page.evaluate(
      ([to, what]) => {
        const { __deliver } = window as unknown as { __deliver: (channel: string, payload: unknown) => void }
        __deliver(to, what)
      },
      [channel, payload] as [string, unknown],
    )
  }

  #destroy(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    void this.page.then((page) => page.close())
    this.#events.emit('closed')
    this.#ground.onClosed(this)
  }
}
