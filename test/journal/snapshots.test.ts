import { describe, expect, test } from 'vitest'
import { isNearlyEmpty } from '../../src/core/journal/near-empty.ts'
import { decodeSnapshot, encodeSnapshot, type SnapshotFile } from '../../src/core/journal/snapshot-file.ts'
import { type KeptSnapshot, thinned } from '../../src/core/journal/thinning.ts'
import { utf8 } from './support.ts'

describe('a snapshot file', () => {
  const snapshot: SnapshotFile = { seq: 12, hash: '0123456789abcdef', why: 'close', state: '{"云山":"𠮷"}' }
  const bytes = encodeSnapshot(snapshot, utf8)

  test('gives back what was put in', () => {
    expect(decodeSnapshot(bytes, utf8)).toEqual(snapshot)
    expect(decodeSnapshot(encodeSnapshot({ ...snapshot, state: '' }, utf8), utf8)?.state).toBe('')
  })

  test('is nothing when cut anywhere, or longer', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(decodeSnapshot(bytes.subarray(0, length), utf8)).toBeNull()
    expect(decodeSnapshot(new Uint8Array([...bytes, 0]), utf8)).toBeNull()
  })

  test('is nothing when a bit of it has changed', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice()
        flipped[at]! ^= 1 << bit
        expect(decodeSnapshot(flipped, utf8)).toBeNull()
      }
    }
  })
})

describe('thinning', () => {
  const taken = (count: number, dayOf: (seq: number) => Date): KeptSnapshot[] =>
    Array.from({ length: count }, (_, seq) => ({
      seq,
      day: dayOf(seq).toISOString().slice(0, 10),
      why: 'count' as const,
    }))
  const kept = (all: readonly KeptSnapshot[]): KeptSnapshot[] => {
    const gone = new Set(thinned(all))
    return all.filter((one) => !gone.has(one))
  }

  test('keeps the latest three of one day', () => {
    const all = taken(40, () => new Date('2026-11-22'))
    expect(kept(all).map(({ seq }) => seq)).toEqual([37, 38, 39])
  })

  test('keeps 14 days and 12 months', () => {
    // Four a day, for two years.
    const all = taken(4 * 730, (seq) => new Date(Date.UTC(2025, 0, 1 + Math.floor(seq / 4))))
    const days = new Set(kept(all).map(({ day }) => day))
    const months = new Set([...days].map((day) => day.slice(0, 7)))

    expect(kept(all).slice(-3)).toEqual(all.slice(-3))
    expect([...days].slice(-14)).toEqual([...new Set(all.map(({ day }) => day))].slice(-14))
    expect([...months]).toEqual([...new Set(all.map(({ day }) => day.slice(0, 7)))].slice(-12))
    // Of 14 days and 12 months the last day of this month is one; today has two more.
    expect(kept(all)).toHaveLength(2 + 14 + 11)
  })

  test.each(['begin', 'bulk'] as const)('keeps those from before a step for longer: %s', (why) => {
    const all = taken(40, () => new Date('2026-11-22')).map((one) =>
      one.seq % 5 === 0 ? { ...one, why } : one,
    )
    expect(kept(all).map(({ seq }) => seq)).toEqual([15, 20, 25, 30, 35, 37, 38, 39])
  })

  test('takes nothing from a book that was left alone, and thins the same way again', () => {
    const all = taken(12, (seq) => new Date(Date.UTC(2010 + seq, 5, 1)))
    expect(kept(all)).toEqual(all)
    const many = taken(400, (seq) => new Date(Date.UTC(2026, 0, 1 + seq / 3)))
    expect(thinned(kept(many))).toEqual([])
  })

  test('goes by event where the clock was set back', () => {
    const all = taken(9, (seq) => new Date(Date.UTC(2026, 5, 20 - seq)))
    expect(kept(all)).toContain(all[8])
  })
})

test('a nearly empty state is told from an ordinary one', () => {
  expect(isNearlyEmpty(100_000, 49_999)).toBe(true)
  expect(isNearlyEmpty(100_000, 0)).toBe(true)
  expect(isNearlyEmpty(100_000, 50_000)).toBe(false)
  expect(isNearlyEmpty(3_000, 10)).toBe(false)
  expect(isNearlyEmpty(0, 10)).toBe(false)
})
