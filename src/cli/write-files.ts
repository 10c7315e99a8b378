import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { err, ok, type Result } from '../core/result.ts'
import { codeOf, type WriteFailure } from './failure.ts'
import type { FileSystem } from './io.ts'

interface Step {
  readonly target: string
  /** The new content, complete and on the disk. */
  readonly temp: string
  /** A second name for what stood there before; null where nothing did. */
  backup: string | null
  done: boolean
}

/**
 * Writes all `files` (name to content) into `folder`, or none of them: each is written beside its place, forced
 * to the disk and then renamed, so that a full disk, a crash or Ctrl-C never leaves half a file and never costs
 * the one before. Where a later rename fails, the earlier ones are taken back.
 */
export async function writeFiles(
  fs: FileSystem,
  folder: string,
  files: ReadonlyMap<string, string>,
  stop: () => boolean,
): Promise<Result<readonly string[], WriteFailure>> {
  const steps: Step[] = []
  let target = folder
  try {
    for (const [name, content] of files) {
      target = join(folder, name)
      const step: Step = {
        target,
        temp: join(folder, `.jiaokan-${randomUUID()}.tmp`),
        backup: null,
        done: false,
      }
      const before = await fs.lstat(target).catch(() => null)
      if (before && !before.isFile() && !before.isSymbolicLink())
        return err({ kind: 'in-the-way', path: target })
      steps.push(step)
      await writeDown(fs, step.temp, content)
      if (stop()) return err({ kind: 'stopped' })
    }
    for (const step of steps) {
      target = step.target
      step.backup = await keep(fs, folder, target)
      await replace(fs, step.temp, target)
      step.done = true
    }
    await syncFolder(fs, folder)
    for (const step of steps) step.done = false
    return ok(steps.map((step) => step.target))
  } catch (error) {
    return err(writeFailure(codeOf(error), target))
  } finally {
    await takeBack(fs, steps)
  }
}

async function writeDown(fs: FileSystem, path: string, content: string): Promise<void> {
  const bytes = Buffer.from(content)
  const handle = await fs.open(path, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    const { size } = await handle.stat()
    if (size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
  } finally {
    await handle.close()
  }
}

/** Gives what stands at `target` a second name, by a link or, where the disk knows none, by a copy. */
async function keep(fs: FileSystem, folder: string, target: string): Promise<string | null> {
  const backup = join(folder, `.jiaokan-${randomUUID()}.tmp`)
  try {
    await fs.link(target, backup)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    await fs.copyFile(target, backup)
  }
  return backup
}

/** Windows refuses to rename over a file that a virus scanner or an indexer is looking at; it is soon done. */
async function replace(fs: FileSystem, temp: string, target: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      await fs.rename(temp, target)
      return
    } catch (error) {
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))
      if (!passing || wait > 2000) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
}

/** Without this a rename may be gone after a power cut. Some systems cannot open a folder: they do it themselves. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null)
  if (!handle) return
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR', 'EBADF'].includes(codeOf(error))) throw error
  } finally {
    await handle.close()
  }
}

/** Leaves what stood there before where a step is still marked as done, and no temporary file in any case. */
async function takeBack(fs: FileSystem, steps: readonly Step[]): Promise<void> {
  for (const { target, temp, backup, done } of [...steps].reverse()) {
    // Best effort: the disk has failed already, and the first error is the one that is told.
    if (done && backup) await fs.rename(backup, target).catch(() => undefined)
    else if (done) await fs.rm(target, { force: true }).catch(() => undefined)
    if (!done && backup) await fs.rm(backup, { force: true }).catch(() => undefined)
    await fs.rm(temp, { force: true }).catch(() => undefined)
  }
}

function writeFailure(code: string, path: string): WriteFailure {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return { kind: 'write-denied', path }
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full', path }
    case 'EROFS':
      return { kind: 'read-only', path }
    case 'ENAMETOOLONG':
      return { kind: 'name-too-long', path }
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return { kind: 'in-the-way', path }
    default:
      return { kind: 'unwritable', path, code }
  }
}

/** Makes the folder for the output, and those it lies in. Its real path comes out. */
export async function makeFolder(fs: FileSystem, path: string): Promise<Result<string, WriteFailure>> {
  try {
    await fs.mkdir(path, { recursive: true })
    return ok(await fs.realpath(path))
  } catch (error) {
    return err(writeFailure(codeOf(error), path))
  }
}
