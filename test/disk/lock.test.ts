import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeChecked } from '../../src/core/journal/checked-json.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { LockFile, type LockPorts } from '../../src/journal/lock-file.ts'
import { nodeFileSystem } from '../../src/disk/node-file-system.ts'
import { nodeProcesses } from '../../src/disk/processes.ts'
import { utf8 } from '../journal/support.ts'
import { book, events, fault, freshFolder, ID, value } from './support.ts'

let count = 0
const unique = () => String(++count)
const ports = (token: string, changes: Partial<LockPorts> = {}): LockPorts => ({
  fs: nodeFileSystem,
  processes: nodeProcesses,
  token,
  unique,
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  ...changes,
})
const refused = { reason: { kind: 'elsewhere' } }

function writeLock(folder: string, owner: { pid: number; mark: string; token: string }): void {
  writeFileSync(join(folder, 'lock-1'), encodeChecked(owner, utf8))
}

/** A process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid!
}

describe('the right to write', () => {
  test('is one process’s; another one reads, and is told', async () => {
    const root = freshFolder()
    const one = new DiskJournal(root)
    const two = new DiskJournal(root)
    value(await one.create(book()))
    value(await one.append(ID, events(2)))

    expect(fault(await two.append(ID, events(3)))).toBe('elsewhere')
    expect(fault(await two.describe(ID, { title: '别的' }))).toBe('elsewhere')
    expect(fault(await two.putSnapshot(ID, { seq: 2, state: '{}', why: 'time' }))).toBe('elsewhere')
    expect(fault(await two.erase(ID))).toBe('elsewhere')
    const { head, events: read } = value(await two.read(ID))
    expect(read).toEqual(events(1, 2))
    expect(head.fault).toMatchObject({ kind: 'elsewhere' })
    expect(value(await two.list())).toMatchObject([{ fault: { kind: 'elsewhere' } }])

    await one.close()
    value(await two.append(ID, events(3)))
    expect(fault(await one.append(ID, events(4)))).toBe('elsewhere')
  })

  test('of a torn tail, too: what another process is writing is left alone', async () => {
    const root = freshFolder()
    const one = new DiskJournal(root)
    value(await one.create(book()))
    value(await one.append(ID, events(2)))
    const log = join(root, ID, 'journal.log')
    writeFileSync(log, 'half a li', { flag: 'a' })
    const { head, events: read, recovered } = value(await new DiskJournal(root).read(ID))
    expect([read, recovered, head.fault?.kind]).toEqual([events(1, 2), null, 'elsewhere'])
    expect(readFileSync(log, 'utf8')).toMatch(/half a li$/)
  })

  test('ends with the process that has it', async () => {
    const folder = freshFolder()
    writeLock(folder, { pid: await deadPid(), mark: '', token: 'dead' })
    const lock = new LockFile(ports('next'), folder)
    expect(await lock.isElsewhere()).toBe(false)
    await lock.acquire()
    expect(lock.held).toBe(true)
    expect(readdirSync(folder)).toEqual(['lock-2'])
    await lock.release()
    await new LockFile(ports('last'), folder).acquire()
    expect(readdirSync(folder)).toEqual(['lock-3'])
  })

  test('is not kept by a stranger who has the number of a dead process', async () => {
    const folder = freshFolder()
    const mark = await nodeProcesses.mark(process.pid)
    expect(mark).toBeTruthy()
    writeLock(folder, { pid: process.pid, mark: 'another start', token: 'dead' })
    await new LockFile(ports('next'), folder).acquire()

    const taken = freshFolder()
    writeLock(taken, { pid: process.pid, mark: mark!, token: 'alive' })
    await expect(new LockFile(ports('later'), taken).acquire()).rejects.toMatchObject(refused)
  })

  test('is believed where the system says nothing of starts', async () => {
    const folder = freshFolder()
    const silent = { own: 7, mark: (pid: number) => Promise.resolve(pid === 7 ? '' : null) }
    await new LockFile(ports('one', { processes: silent }), folder).acquire()
    const other = new LockFile(ports('two', { processes: { ...silent, own: 8 } }), folder)
    await expect(other.acquire()).rejects.toMatchObject(refused)
  })

  test('is not held up by a lock that was torn', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'lock-1'), '')
    const lock = new LockFile(ports('next'), folder)
    await lock.acquire()
    expect(lock.held).toBe(true)
  })

  test('goes to one of many who find it dead', async () => {
    for (let round = 0; round < 30; round++) {
      const folder = freshFolder()
      writeLock(folder, { pid: process.pid, mark: 'another start', token: 'dead' })
      const locks = Array.from({ length: 6 }, (_, i) => new LockFile(ports(`r${round} ${i}`), folder))
      const results = await Promise.allSettled(locks.map((lock) => lock.acquire()))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(locks.filter(({ held }) => held)).toHaveLength(1)
      expect(readdirSync(folder)).toEqual(['lock-2'])
    }
  })

  test('works where files have one name only', async () => {
    const folder = freshFolder()
    const link = () => Promise.reject(Object.assign(new Error('no links'), { code: 'ENOTSUP' }))
    const fs = { ...nodeFileSystem, link }
    await new LockFile(ports('one', { fs }), folder).acquire()
    await expect(new LockFile(ports('two', { fs }), folder).acquire()).rejects.toMatchObject(refused)
  })
})
