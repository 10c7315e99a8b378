import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalSnapshot } from '../../../src/contract/journal.ts'
import { Snapshots } from '../../../src/renderer/session/snapshots.ts'

function rig(last: number, seq: number) {
  const kept: [seq: number, why: string][] = []
  const order: string[] = []
  const now = { seq }
  const snapshots = new Snapshots(
    {
      pack: () => {
        order.push('pack')
        return Promise.resolve({ seq: now.seq, state: '' })
      },
      saved: () => {
        order.push('saved')
        return Promise.resolve()
      },
      keep: ({ seq: at, why }: JournalSnapshot) => {
        order.push('keep')
        kept.push([at, why])
        return Promise.resolve()
      },
    },
    last,
    seq,
  )
  const go = async (to: number): Promise<void> => {
    now.seq = to
    snapshots.note(to)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { snapshots, kept, order, go }
}

describe('snapshots', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('come by count, after the events are saved', async () => {
    const { kept, order, go } = rig(0, 1)
    await go(499)
    expect(kept).toEqual([])
    await go(500)
    expect(kept).toEqual([[500, 'count']])
    expect(order).toEqual(['pack', 'saved', 'keep'])
    await go(999)
    expect(kept).toHaveLength(1)
    await go(1000)
    expect(kept[1]).toEqual([1000, 'count'])
  })

  it('of a long log come less often, so that they stay in proportion to it', async () => {
    const { kept, go } = rig(40_000, 40_000)
    await go(41_999)
    expect(kept).toEqual([])
    await go(42_000)
    expect(kept).toEqual([[42_000, 'count']])
  })

  it('come by time after some events, and not again without more', async () => {
    const { kept, go } = rig(1, 1)
    await go(5)
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(kept).toEqual([[5, 'time']])
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(kept).toHaveLength(1)
  })

  it('come on close where there was much to do, and before a bulk step always', async () => {
    const few = rig(1, 1)
    await few.go(20)
    await few.snapshots.close()
    expect(few.kept).toEqual([])
    const many = rig(1, 1)
    await many.go(60)
    await many.snapshots.close()
    expect(many.kept).toEqual([[60, 'close']])
    const bulk = rig(1, 1)
    await bulk.go(3)
    await bulk.snapshots.take('bulk')
    expect(bulk.kept).toEqual([[3, 'bulk']])
  })

  it('that fail do no harm', async () => {
    const snapshots = new Snapshots(
      {
        pack: () => Promise.reject(new Error('stopped')),
        saved: () => Promise.resolve(),
        keep: () => Promise.resolve(),
      },
      0,
      600,
    )
    await expect(snapshots.take('bulk')).resolves.toBeUndefined()
    snapshots.dispose()
  })
})
