import { isObject, isString, isWhole } from '../core/document/codec/shapes.ts'
import { decodeChecked, encodeChecked } from '../core/journal/checked-json.ts'
import { codeOf, Refused } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import type { Processes } from './processes.ts'
import { utf8 } from './utf8.ts'
import { readWhole, writePassing } from './whole-files.ts'
import { join } from './paths.ts'

const NAME = 'lock'
const PATTERN = /^lock-[1-9]\d{0,14}$/
const ROUNDS = 10
/** A lock that cannot be read is being written just now, or was torn by a crash: looked at so often, so many ms apart. */
const LOOKS = 4
const PAUSE = 50
/** Of a disk without second names for files. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']

interface Owner {
  readonly pid: number
  readonly mark: string
  readonly token: string
}

const NOBODY: Owner = { pid: 0, mark: '', token: '' }

export interface LockPorts {
  readonly fs: FileSystem
  readonly processes: Processes
  /** Of this opener: two in one process are two. */
  readonly token: string
  readonly unique: () => string
  readonly pause: (ms: number) => Promise<void>
}

/**
 * The right to write in a folder, as files `lock-1`, `lock-2` … of which the highest counts: it names the process that has
 * the right. It ends with `release`, with the process, or with the machine. Whoever finds the highest one dead makes the
 * next one, which only one of many can do. No one ever takes away a lock that counts: between looking at it and taking it
 * away, it might have become another's.
 */
export class LockFile {
  readonly #ports: LockPorts
  readonly #folder: string
  #number: number | null = null

  constructor(ports: LockPorts, folder: string) {
    this.#ports = ports
    this.#folder = folder
  }

  get held(): boolean {
    return this.#number !== null
  }

  /** Takes the lock, if need be over from the dead. Throws `elsewhere` where a running process has it. */
  async acquire(): Promise<void> {
    if (this.held) return
    const { processes, token } = this.#ports
    const draft = await this.#draft({
      pid: processes.own,
      mark: (await processes.mark(processes.own)) ?? '',
      token,
    })
    try {
      this.#number = await this.#take(draft)
    } finally {
      await this.#ports.fs.remove(draft).catch(() => undefined)
    }
    await this.#sweep()
  }

  async #take(draft: string): Promise<number> {
    // Each round another one may be faster, and be dead again.
    for (let round = 0; round < ROUNDS; round++) {
      const highest = await this.#highest()
      const owner = highest > 0 ? await this.#owner(highest) : null
      if (owner && (await this.#lives(owner))) throw new Refused('elsewhere', `process ${owner.pid}`)
      if (await this.#claim(draft, highest + 1)) return highest + 1
    }
    throw new Refused('elsewhere', 'the lock changes hands')
  }

  /** Whether another running process has it. */
  async isElsewhere(): Promise<boolean> {
    if (this.held) return false
    const highest = await this.#highest()
    const owner = highest > 0 ? await this.#owner(highest) : null
    return owner !== null && this.#lives(owner)
  }

  /** The file stays, as nobody's: the next one must have a higher number. */
  async release(): Promise<void> {
    if (this.#number === null) return
    const path = this.#path(this.#number)
    this.#number = null
    const draft = await this.#draft(NOBODY)
    await this.#ports.fs.rename(draft, path)
  }

  #path(number: number): string {
    return join(this.#folder, `${NAME}-${number}`)
  }

  async #draft(owner: Owner): Promise<string> {
    const path = join(this.#folder, `.${NAME}.${this.#ports.unique()}.tmp`)
    await writePassing(this.#ports.fs, path, encodeChecked(owner, utf8))
    return path
  }

  async #numbers(): Promise<readonly number[]> {
    const names = await this.#ports.fs.names(this.#folder)
    return names.flatMap((name) => (PATTERN.test(name) ? [Number(name.slice(NAME.length + 1))] : []))
  }

  async #highest(): Promise<number> {
    return Math.max(0, ...(await this.#numbers()))
  }

  /** Null where there is none any more, or where it is torn. */
  async #owner(number: number): Promise<Owner | null> {
    for (let look = 0; look < LOOKS; look++) {
      if (look > 0) await this.#ports.pause(PAUSE)
      const bytes = await readWhole(this.#ports.fs, this.#path(number))
      if (!bytes) return null
      const value = decodeChecked(bytes.subarray(0, -1), utf8)
      if (isOwner(value)) return value
    }
    return null
  }

  async #lives({ pid, mark, token }: Owner): Promise<boolean> {
    if (token === this.#ports.token || token === NOBODY.token) return false
    const now = await this.#ports.processes.mark(pid)
    return now !== null && (now === '' || mark === '' || now === mark)
  }

  /** A link shows the whole lock or none. False where another one was faster. */
  async #claim(draft: string, number: number): Promise<boolean> {
    const { fs } = this.#ports
    const path = this.#path(number)
    try {
      await fs.link(draft, path).catch(async (error: unknown) => {
        if (!NO_LINKS.includes(codeOf(error))) throw error
        const bytes = await readWhole(fs, draft)
        if (bytes) await writePassing(fs, path, bytes)
      })
    } catch (error) {
      // ENOENT: whoever has the lock by now has swept the draft.
      if (['EEXIST', 'ENOENT'].includes(codeOf(error))) return false
      throw error
    }
    // Others may have gone ahead and swept this very number before it was made.
    if ((await this.#highest()) === number) return true
    await fs.remove(path).catch(() => undefined)
    return false
  }

  /** Locks that count no more. */
  async #sweep(): Promise<void> {
    const own = this.#number ?? 0
    for (const number of await this.#numbers().catch(() => []))
      if (number < own) await this.#ports.fs.remove(this.#path(number)).catch(() => undefined)
  }
}

function isOwner(value: unknown): value is Owner {
  return isObject(value) && isWhole(value['pid']) && isString(value['mark']) && isString(value['token'])
}
