import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Logged } from '../../../src/core/document/event.ts'
import { err, ok, type Result } from '../../../src/core/result.ts'
import { EventLog } from '../../../src/renderer/session/event-log.svelte.ts'
import type { JournalError } from '../../../src/contract/journal.ts'
import type { Written } from '../../../src/renderer/store/store.ts'
import type { StoreError } from '../../../src/renderer/store/errors.ts'

const NOW = new Date('2020-01-01T14:02:00Z')

function event(seq: number): Logged {
  return { seq, at: '', by: '', event: { type: 'bookmarked', at: 0 as never, label: `${seq}` } }
}

class Disk {
  readonly catchUp = () => Promise.resolve(this.away)

  readonly written: number[] = []
  trouble: StoreError | null = null
  /** Why the copy outside of the browser is not written. */
  away: JournalError | null = null
  writes = 0

  readonly append = async (logged: readonly Logged[]): Promise<Result<Written, StoreError>> => {
    this.writes++
    await Promise.resolve()
    if (this.trouble) return err(this.trouble)
    this.written.push(...logged.map((one) => one.seq))
    return ok({ copy: this.away })
  }
}

function logOn(disk: Disk): EventLog {
  return new EventLog({
    journal: disk,
    now: () => NOW,
    progress: () => ({ findings: 0, read: 0 }),
    explain: (error) => error.kind,
    explainCopy: (error) => error.kind,
  })
}

describe('the log of events', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says that it is saving, then when it has', async () => {
    const log = logOn(new Disk())
    log.add([event(1)])
    expect(log.state.kind).toBe('saving')
    await log.flush()
    expect(log.state).toEqual({ kind: 'saved', at: NOW })
  })

  it('writes in order, and together what came meanwhile', async () => {
    const disk = new Disk()
    const log = logOn(disk)
    for (const seq of [1, 2, 3, 4]) log.add([event(seq)])
    await log.flush()
    expect(disk.written).toEqual([1, 2, 3, 4])
    expect(disk.writes).toBe(2)
  })

  it('keeps what could not be written, says since when, and tries again', async () => {
    const disk = new Disk()
    disk.trouble = { kind: 'full' }
    const log = logOn(disk)
    log.add([event(1)])
    await log.flush()
    log.add([event(2)])
    await log.flush()
    expect(log.state).toEqual({ kind: 'failed', since: NOW, pending: 2, reason: 'full' })
    disk.trouble = null
    await vi.advanceTimersByTimeAsync(40_000)
    expect(disk.written).toEqual([1, 2])
    expect(log.state.kind).toBe('saved')
  })

  it('does not try again where another window has the book', async () => {
    const disk = new Disk()
    disk.trouble = { kind: 'not-the-editor' }
    const log = logOn(disk)
    log.add([event(1)])
    await log.flush()
    expect(log.ended).toEqual({ kind: 'not-the-editor' })
    disk.trouble = null
    await vi.advanceTimersByTimeAsync(60_000)
    expect(disk.written).toEqual([])
    expect(log.pending).toBe(1)
  })

  it('says that the copy lacks what the library has, until the copy has it', async () => {
    const disk = new Disk()
    disk.away = { kind: 'unreachable', detail: '' }
    const log = logOn(disk)
    log.add([event(1)])
    await log.flush()
    expect(log.state).toEqual({ kind: 'alone', since: NOW, reason: 'unreachable' })
    expect(log.pending).toBe(0)
    log.add([event(2)])
    await log.flush()
    expect(log.state.kind).toBe('alone')
    disk.away = null
    await vi.advanceTimersByTimeAsync(60_000)
    expect(log.state).toEqual({ kind: 'saved', at: NOW })
  })
})
