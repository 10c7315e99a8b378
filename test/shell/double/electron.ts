import { EventEmitter } from 'node:events'
import type { BrowserContext } from '@playwright/test'
import { announce, listening } from './emitter.ts'
import type { Origin, ProtocolHandler } from './origin.ts'
import { strict } from './strict.ts'
import { DoubleWindow, type Filter, type Options, type Sender } from './window.ts'

export interface MenuItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly enabled?: boolean
  readonly accelerator?: string
  readonly submenu?: readonly MenuItem[]
  readonly click?: () => void
}

export interface DoubleSettings {
  readonly userData: string
  readonly documents: string
  readonly locale: string
  /** Another one of the same name runs already. */
  readonly isSecond: boolean
}

type Handler = (event: object, ...given: unknown[]) => unknown
type PermissionRequest = (
  contents: object,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void
type PermissionCheck = (
  contents: object | null,
  permission: string,
  origin: string,
  details: object,
) => boolean

/** What the editor will do with each native dialog that comes up, in order; one without an answer is an error. */
export interface Answers {
  readonly open: (readonly string[])[]
  readonly save: (string | null)[]
  readonly message: number[]
}

/**
 * A stand-in of the `electron` module for the main process: what the shell uses of it and no more. It shows wiring, names
 * and arguments, dialogs with real files, menus, the window's policy and its end; it cannot show that Chromium's sandbox
 * holds, what native dialogs look like, or that Electron's own app:// behaves.
 */
export class DoubleElectron {
  readonly events = new EventEmitter()
  readonly handlers = new Map<string, Handler>()
  readonly windows: DoubleWindow[] = []
  readonly answers: Answers = { open: [], save: [], message: [] }
  /** Native dialogs that came up, with what they were asked to show. */
  readonly shown: { readonly kind: string; readonly options: Record<string, unknown> }[] = []
  readonly opened: string[] = []
  readonly privileges: object[] = []
  menu: readonly MenuItem[] = []
  isSandboxed = false
  lockData: unknown = null
  hasExited = false
  permissionRequest: PermissionRequest | null = null
  permissionCheck: PermissionCheck | null = null
  devicePermission: ((details: object) => boolean) | null = null
  filter: Filter | null = null
  readonly sessionEvents = new EventEmitter()
  readonly #settings: DoubleSettings
  readonly #context: BrowserContext
  readonly #origin: Origin
  readonly #exit: () => void

  constructor(settings: DoubleSettings, context: BrowserContext, origin: Origin, exit: () => void) {
    this.#settings = settings
    this.#context = context
    this.#origin = origin
    this.#exit = exit
  }

  /** The module itself. */
  module(): object {
    const make = (options: Options): object => this.#open(options)
    return strict('electron', {
      app: this.#app(),
      // Called with `new`: what a constructor returns takes the place of what it made.
      BrowserWindow: function BrowserWindow(options: Options) {
        return make(options)
      },
      ipcMain: strict('ipcMain', {
        handle: (channel: string, handler: Handler) => {
          if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
          this.handlers.set(channel, handler)
        },
      }),
      dialog: this.#dialog(),
      Menu: strict('Menu', {
        buildFromTemplate: (template: readonly MenuItem[]) => ({ template }),
        setApplicationMenu: ({ template }: { template: readonly MenuItem[] }) => (this.menu = template),
      }),
      protocol: strict('protocol', {
        registerSchemesAsPrivileged: (schemes: readonly object[]) => void this.privileges.push(...schemes),
      }),
      session: strict('session', { defaultSession: this.#session() }),
      shell: strict('shell', {
        openExternal: (url: string) => {
          this.opened.push(url)
          return Promise.resolve()
        },
      }),
    })
  }

  /** A request over IPC, as from a frame of a window. */
  async invoke(channel: string, from: Sender, given: readonly unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return await handler({ sender: this.windows[0]?.contents, ...from }, ...given)
  }

  /** As the editor, or the system, ends the program: each window is asked first. */
  quit(): void {
    this.events.emit('before-quit', {})
    for (const window of [...this.windows]) window.close()
    if (this.windows.length === 0) this.#end()
  }

  #end(): void {
    if (this.hasExited || announce(this.events, 'will-quit', {})) return
    this.#leave()
  }

  /** Nobody is asked any more. */
  #leave(): void {
    this.hasExited = true
    this.#exit()
  }

  #app(): object {
    const { userData, documents, locale, isSecond } = this.#settings
    const paths: Readonly<Record<string, string>> = { userData, documents }
    return strict('app', {
      ...listening(this.events),
      isPackaged: true,
      enableSandbox: () => (this.isSandboxed = true),
      requestSingleInstanceLock: (data: unknown) => {
        this.lockData = data
        return !isSecond
      },
      whenReady: () => Promise.resolve(),
      getLocale: () => locale,
      getPath: (name: string) => {
        const path = paths[name]
        if (path === undefined) throw new Error(`the stand-in of Electron has no folder ${name}`)
        return path
      },
      quit: () => this.quit(),
      exit: () => this.#leave(),
      addRecentDocument: () => undefined,
      clearRecentDocuments: () => undefined,
    })
  }

  #dialog(): object {
    const answer = <T>(kind: string, options: Record<string, unknown>, answers: T[]): T => {
      this.shown.push({ kind, options })
      const [first] = answers.splice(0, 1)
      if (first === undefined)
        throw new Error(`nobody answers this dialog: ${kind} ${JSON.stringify(options)}`)
      return first
    }
    const later = async <T>(make: () => T): Promise<T> => {
      await Promise.resolve()
      return make()
    }
    const { open, save, message } = this.answers
    return strict('dialog', {
      showOpenDialog: (_window: object, options: Record<string, unknown>) =>
        later(() => {
          const filePaths = answer('open', options, open)
          return { canceled: filePaths.length === 0, filePaths }
        }),
      showSaveDialog: (_window: object, options: Record<string, unknown>) =>
        later(() => {
          const filePath = answer('save', options, save)
          return { canceled: filePath === null, filePath: filePath ?? '' }
        }),
      showMessageBox: (_window: object, options: Record<string, unknown>) =>
        later(() => ({ response: answer('message', options, message) })),
      showErrorBox: (title: string, content: string) =>
        this.shown.push({ kind: 'error', options: { title, content } }),
    })
  }

  #session(): object {
    return strict('session', {
      ...listening(this.sessionEvents),
      protocol: strict('session.protocol', {
        handle: (scheme: string, handler: ProtocolHandler) => {
          if (scheme !== 'app') throw new Error(`a handler for ${scheme}`)
          this.#origin.handler = handler
        },
      }),
      webRequest: strict('session.webRequest', {
        onBeforeRequest: (filter: Filter) => (this.filter = filter),
      }),
      setPermissionRequestHandler: (handler: PermissionRequest) => (this.permissionRequest = handler),
      setPermissionCheckHandler: (handler: PermissionCheck) => (this.permissionCheck = handler),
      setDevicePermissionHandler: (handler: (details: object) => boolean) =>
        (this.devicePermission = handler),
      setDisplayMediaRequestHandler: (handler: unknown) => {
        if (handler !== null) throw new Error('screens are not to be recorded')
      },
      setSpellCheckerEnabled: () => undefined,
    })
  }

  #open(options: Options): object {
    const window = new DoubleWindow(
      {
        context: this.#context,
        origin: this.#origin,
        isSandboxed: () => this.isSandboxed,
        filter: () => this.filter,
        invoke: (channel, from, given) => this.invoke(channel, from, given),
        onContents: (contents) => this.events.emit('web-contents-created', {}, contents),
        onClosed: (closed) => {
          this.windows.splice(this.windows.indexOf(closed), 1)
          if (this.windows.length === 0) this.events.emit('window-all-closed')
        },
      },
      options,
    )
    this.windows.push(window)
    return window.native
  }
}
