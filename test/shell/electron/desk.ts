import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { booksFolder, type Desk } from '../desk.ts'
import type { MenuItem } from '../double/electron.ts'

export interface Start {
  readonly executable: string
  /** The package: Electron reads from its package.json what to start. */
  readonly root: string
  readonly folder: string
  readonly files: readonly string[]
  /** Name of the profile; another one knows nothing of the first. */
  readonly profile?: string
}

/** What the replaced dialogs of the running program remember. */
interface Asked {
  readonly answers: { open: string[][]; save: (string | null)[]; message: number[] }
  readonly shown: { kind: string; options: Record<string, unknown> }[]
  readonly opened: string[]
}

/**
 * The built program on Electron itself. Native dialogs cannot be driven by a test: their functions are replaced in the
 * running program, and all else is as the editor has it.
 */
export class ElectronDesk implements Desk {
  readonly page: Page
  readonly folder: string
  readonly #app: ElectronApplication
  readonly #start: Start
  #hasExited = false

  private constructor(app: ElectronApplication, page: Page, start: Start) {
    this.#app = app
    this.page = page
    this.folder = start.folder
    this.#start = start
    app.on('close', () => (this.#hasExited = true))
  }

  static async start(start: Start): Promise<ElectronDesk> {
    const app = await _electron.launch(options(start, start.files))
    await app.evaluate(({ dialog, shell }) => {
      const asked: Asked = { answers: { open: [], save: [], message: [] }, shown: [], opened: [] }
      Object.assign(globalThis, { __asked: asked })
      const next = <T>(kind: string, given: unknown[], answers: T[]): T => {
        asked.shown.push({ kind, options: given.at(-1) as Record<string, unknown> })
        const [first] = answers.splice(0, 1)
        if (first === undefined) throw new Error(`nobody answers this dialog: ${kind}`)
        return first
      }
      Object.assign(dialog, {
        showOpenDialog: async (...given: unknown[]) => {
          const filePaths = await Promise.resolve(next('open', given, asked.answers.open))
          return { canceled: filePaths.length === 0, filePaths }
        },
        showSaveDialog: async (...given: unknown[]) => {
          const filePath = await Promise.resolve(next('save', given, asked.answers.save))
          return { canceled: filePath === null, filePath: filePath ?? '' }
        },
        showMessageBox: async (...given: unknown[]) => ({
          response: await Promise.resolve(next('message', given, asked.answers.message)),
        }),
      })
      Object.assign(shell, { openExternal: (url: string) => Promise.resolve(asked.opened.push(url)) })
    })
    return new ElectronDesk(app, await app.firstWindow(), start)
  }

  async close(): Promise<void> {
    if (!this.#hasExited) await this.#app.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
  }

  willOpen(...paths: readonly string[]): Promise<void> {
    return this.#remember('open', [...paths])
  }

  willSave(path: string | null): Promise<void> {
    return this.#remember('save', path)
  }

  willAnswer(button: number): Promise<void> {
    return this.#remember('message', button)
  }

  shown(): ReturnType<Desk['shown']> {
    return this.#app.evaluate(() => (globalThis as unknown as { __asked: Asked }).__asked.shown)
  }

  opened(): Promise<readonly string[]> {
    return this.#app.evaluate(() => (globalThis as unknown as { __asked: Asked }).__asked.opened)
  }

  menu(): Promise<readonly MenuItem[]> {
    return this.#app.evaluate(({ Menu }) => {
      const plain = (items: readonly Electron.MenuItem[]): MenuItem[] =>
        items.map(({ id, label, role, enabled, accelerator, submenu }) => ({
          id,
          label,
          enabled,
          ...(role ? { role } : {}),
          ...(typeof accelerator === 'string' ? { accelerator } : {}),
          ...(submenu ? { submenu: plain(submenu.items) } : {}),
        }))
      return plain(Menu.getApplicationMenu()?.items ?? [])
    })
  }

  async choose(entry: string): Promise<void> {
    await this.#app.evaluate(({ Menu }, wanted) => {
      const find = (items: readonly Electron.MenuItem[]): Electron.MenuItem | undefined => {
        for (const item of items) {
          if (item.id === wanted || item.label === wanted) return item
          const inside = find(item.submenu?.items ?? [])
          if (inside) return inside
        }
        return undefined
      }
      const item = find(Menu.getApplicationMenu()?.items ?? [])
      if (!item?.enabled) throw new Error(`the menu has no ${wanted}, or it is grey`)
      ;(item.click as () => void)()
    }, entry)
  }

  async startAgain(...files: readonly string[]): Promise<boolean> {
    const second = await _electron.launch(options(this.#start, files)).catch(() => null)
    if (!second) return true
    const windows = second.windows().length
    await second.close()
    return windows === 0
  }

  beginAnew(): Promise<Desk> {
    return ElectronDesk.start({ ...this.#start, files: [], profile: 'another' })
  }

  async drop(...paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  }

  async crash(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
  }

  async quit(): Promise<void> {
    await this.#app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  }

  hasExited(): boolean {
    return this.#hasExited
  }

  windows(): Promise<number> {
    return this.#app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  }

  preferences(): Promise<Readonly<Record<string, unknown>>> {
    return this.#app.evaluate(({ BrowserWindow }) => {
      // Not in Electron's types, and there all the same.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      return { ...contents.getLastWebPreferences() }
    })
  }

  fetch(url: string): Promise<'refused' | 'answered'> {
    return this.#app.evaluate(async ({ session }, address) => {
      try {
        await session.defaultSession.fetch(address)
        return 'answered'
      } catch {
        return 'refused'
      }
    }, url)
  }

  async permission(name: string): Promise<'granted' | 'denied'> {
    const queried = name.replace('clipboard-sanitized-write', 'clipboard-write').replace(/^media$/u, 'camera')
    const state = await this.page.evaluate(
      async (wanted) => (await navigator.permissions.query({ name: wanted as PermissionName })).state,
      queried,
    )
    return state === 'granted' ? 'granted' : 'denied'
  }

  async attachWebview(): Promise<boolean> {
    const contents = (): Promise<number> =>
      this.#app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    const before = await contents()
    await this.page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'app://bundle/index.html')
      document.body.append(view)
    })
    await this.page.waitForTimeout(300)
    return (await contents()) > before
  }

  async #remember(kind: keyof Asked['answers'], answer: string[] | string | number | null): Promise<void> {
    await this.#app.evaluate(
      (_electron, [to, what]) => {
        const { answers } = (globalThis as unknown as { __asked: Asked }).__asked
        ;(answers[to] as unknown[]).push(what)
      },
      [kind, answer] as const,
    )
  }
}

function options(
  { executable, root, folder, profile = 'user' }: Start,
  files: readonly string[],
): Parameters<typeof _electron.launch>[0] {
  return {
    executablePath: executable,
    args: [root, `--user-data-dir=${join(folder, profile)}`, '--lang=zh-CN', ...files],
    env: {
      ...process.env,
      LANG: 'zh_CN.UTF-8',
      ELECTRON_RENDERER_URL: '',
      JIAOKAN_DATA: booksFolder(folder),
    },
  }
}
