import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { ReaderGone, type ExitCode, type FileSystem, type Io, type Output } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

/** A text that is good, for the sibling of a bad one. */
export const GOOD = '综述\n\n【概况】 2020年，新建粮站18\n\n座。\n'

export interface DeskOptions {
  readonly fs?: Partial<FileSystem>
  readonly env?: Record<string, string>
  readonly stdin?: string | Uint8Array | readonly Uint8Array[]
  readonly tty?: boolean
  readonly columns?: number
  readonly now?: () => number
  /** How many writes to standard output are taken before its reader goes away. */
  readonly reader?: number
  /** Says from the outside that the work should stop. */
  readonly stop?: () => boolean
}

export interface Outcome {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for one test, and the command line run in it without a process of its own. */
export class Desk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<Desk> {
    const folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'jiaokan-')))
    onTestFinished(() => fs.rm(folder, { recursive: true, force: true }))
    return new Desk(folder)
  }

  path(...names: string[]): string {
    return join(this.folder, ...names)
  }

  async put(name: string, content: string | Uint8Array): Promise<void> {
    await fs.mkdir(join(this.path(name), '..'), { recursive: true })
    await fs.writeFile(this.path(name), content)
  }

  async text(name: string): Promise<string> {
    return fs.readFile(this.path(name), 'utf8')
  }

  /** All files in the folder and below, sorted; folders end in a slash only where they are empty. */
  async files(): Promise<string[]> {
    const found: string[] = []
    const walk = async (prefix: string): Promise<void> => {
      const entries = await fs.readdir(this.path(prefix), { withFileTypes: true })
      if (entries.length === 0 && prefix !== '') found.push(prefix)
      for (const e of entries) {
        if (e.isDirectory()) await walk(`${prefix}${e.name}/`)
        else found.push(prefix + e.name)
      }
    }
    await walk('')
    return found.sort()
  }

  async run(argv: readonly string[], options: DeskOptions = {}): Promise<Outcome> {
    const out: string[] = []
    const errors: string[] = []
    let taken = 0
    const output = (list: string[], most = Infinity): Output => ({
      isTty: options.tty ?? false,
      columns: options.columns ?? 80,
      write: (text) => {
        if (taken >= most) return Promise.reject(new ReaderGone())
        if (list === out) taken++
        list.push(text)
        return Promise.resolve()
      },
    })
    const io: Io = {
      stdin: chunks(options.stdin ?? ''),
      stdout: output(out, options.reader),
      stderr: output(errors),
      fs: { ...fs, ...options.fs },
      cwd: this.folder,
      env: options.env ?? { LANG: 'en_US.UTF-8' },
      locale: 'en-US',
      version: '9.8.7',
      resources: fileURLToPath(new URL('../../resources/', import.meta.url)),
      figuresBeside: null,
      now: options.now ?? (() => 0),
      today: () => new Date(Date.UTC(2026, 10, 22)),
      uninterrupted: (work) => work(options.stop ?? (() => false)),
    }
    const code = await run(argv, io)
    return { code, stdout: out.join(''), stderr: errors.join('') }
  }
}

async function* chunks(stdin: NonNullable<DeskOptions['stdin']>): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  if (typeof stdin === 'string') yield Buffer.from(stdin)
  else if (stdin instanceof Uint8Array) yield stdin
  else yield* stdin
}

export function fault(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}
