import type { SnapshotReason } from './snapshot-file.ts'

/** A snapshot as it is known by its name. */
export interface KeptSnapshot {
  readonly seq: number
  /** The day it was taken, where the editor is: `2026-11-22`. */
  readonly day: string
  readonly why: SnapshotReason
}

const OF_TODAY = 3
const DAYS = 14
const MONTHS = 12
const BEFORE_STEPS = 5

/**
 * Which snapshots may go. Kept are the latest 3, the last one of each of the last 14 days and of the last 12 months, and the
 * last 5 from before a step. Days and months count where there is a snapshot: a book that
 * was left alone for a year loses nothing. The order is by event, since a clock may be set back.
 */
export function thinned<T extends KeptSnapshot>(snapshots: readonly T[]): readonly T[] {
  const latestFirst = [...snapshots].sort((a, b) => b.seq - a.seq)
  const kept = new Set<T>([
    ...latestFirst.slice(0, OF_TODAY),
    ...firstOfEach(latestFirst, ({ day }) => day).slice(0, DAYS),
    ...firstOfEach(latestFirst, ({ day }) => day.slice(0, 7)).slice(0, MONTHS),
    ...latestFirst.filter(({ why }) => why === 'begin' || why === 'bulk').slice(0, BEFORE_STEPS),
  ])
  return snapshots.filter((snapshot) => !kept.has(snapshot))
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item)
    return !seen.has(key) && seen.add(key)
  })
}
