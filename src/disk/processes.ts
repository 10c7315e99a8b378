import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf } from '../journal/disk-error.ts'
import type { Processes } from '../journal/processes.ts'

const run = promisify(execFile)

/** The processes of this machine. */
export const nodeProcesses: Processes = {
  own: process.pid,
  async mark(pid) {
    if (!isRunning(pid)) return null
    try {
      if (process.platform === 'linux') return await linuxMark(pid)
      if (process.platform === 'win32') return await windowsMark(pid)
      return (await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } })).stdout.trim()
    } catch {
      return ''
    }
  },
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process cannot be signalled; it is there.
    return codeOf(error) === 'EPERM'
  }
}

/** The start of the machine and, in ticks since then, of the process: the 22nd field, after a name with any characters. */
async function linuxMark(pid: number): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  return `${boot.trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
}

/** Windows has no quick way to the start of a process. Its program tells it from most others. */
async function windowsMark(pid: number): Promise<string> {
  const list = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { windowsHide: true })
  return list.stdout.split('"')[1] ?? ''
}
