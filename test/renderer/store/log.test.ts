// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { BookLock } from '../../../src/renderer/store/book-lock.ts'
import type { BookKey } from '../../../src/renderer/store/rows.ts'
import type { Store } from '../../../src/renderer/store/store.ts'
import { event, failure, newBook, Profile, value } from './fixture.ts'

async function editing(profile = new Profile()): Promise<{ store: Store; id: BookKey; lock: BookLock }> {
  const { store } = await profile.window()
  const [id] = value(await store.importBooks([newBook('云山')]))
  const lock = await store.locks.acquire(id!)
  return { store, id: id!, lock: lock! }
}

describe('the log', () => {
  test('grows by what is appended, and the library follows', async () => {
    const { store, id, lock } = await editing()
    value(await store.appendEvents(lock, [event(2), event(3)], { findings: 1, read: 0.5 }))

    expect(value(await store.readEvents(id)).map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(value(await store.readEvents(id, 2, 2))).toEqual([event(2)])
    expect(value(await store.listBooks())).toMatchObject([{ lastSeq: 3, findings: 1, read: 0.5 }])
  })

  test.each([
    [[event(1)], 2, 1],
    [[event(3)], 2, 3],
    [[event(2), event(4)], 3, 4],
    [[event(2), event(2)], 3, 2],
  ])('has no gap and nothing twice: %j', async (events, expected, found) => {
    const { store, id, lock } = await editing()

    expect(failure(await store.appendEvents(lock, events))).toEqual({ kind: 'gap', expected, found })
    expect(value(await store.readEvents(id))).toHaveLength(1)
    expect(value(await store.listBooks())).toMatchObject([{ lastSeq: 1 }])
  })

  test('is not written without the lock', async () => {
    const { store, id, lock } = await editing()
    lock.release()

    expect(failure(await store.appendEvents(lock, [event(2)]))).toEqual({ kind: 'not-the-editor' })
    expect(failure(await store.putSnapshot(lock, { seq: 1, state: 'state', why: 'count' }))).toEqual({
      kind: 'not-the-editor',
    })
    expect(value(await store.readEvents(id))).toHaveLength(1)
  })

  test('that lost an event is read up to the hole', async () => {
    const profile = new Profile()
    const { store, id, lock } = await editing(profile)
    value(await store.appendEvents(lock, [event(2), event(3), event(4)]))
    const { database } = await profile.open()
    await database.events.delete([id, 3])

    const { events, missing } = value(await store.openBook(id))
    expect(events.map(({ seq }) => seq)).toEqual([1, 2])
    expect(missing).toBe(3)
  })

  test('that lost its end says so', async () => {
    const profile = new Profile()
    const { store, id, lock } = await editing(profile)
    value(await store.appendEvents(lock, [event(2)]))
    const { database } = await profile.open()
    await database.events.delete([id, 2])

    expect(value(await store.openBook(id)).missing).toBe(2)
  })
})

test('a long log is read in portions, whole and between any two events', async () => {
  const { store, id, lock } = await editing()
  const all = Array.from({ length: 1_200 }, (_, i) => event(i + 2))
  value(await store.appendEvents(lock, all))
  const seqs = async (from?: number, to?: number): Promise<number[]> =>
    value(await store.readEvents(id, from, to)).map(({ seq }) => seq)
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i)
  expect(await seqs()).toEqual(range(1, 1_201))
  expect(await seqs(400, 999)).toEqual(range(400, 999))
  expect(await seqs(1_201, 2_000)).toEqual([1_201])
  expect(await seqs(702, 1_201)).toEqual(range(702, 1_201))
  expect(value(await store.openBook(id)).events.map(({ seq }) => seq)).toEqual(range(1, 1_201))
})

describe('a snapshot', () => {
  test('shortens what is replayed; two are kept', async () => {
    const profile = new Profile()
    const { store, id, lock } = await editing(profile)
    value(await store.appendEvents(lock, [event(2), event(3), event(4)]))
    for (const seq of [1, 2, 3])
      value(await store.putSnapshot(lock, { seq, state: `state ${seq}`, why: 'count' }))

    const { snapshot, events, missing } = value(await store.openBook(id))
    expect(snapshot).toEqual({ seq: 3, state: 'state 3' })
    expect(events.map(({ seq }) => seq)).toEqual([4])
    expect(missing).toBeNull()
    const { database } = await profile.open()
    expect((await database.snapshots.toArray()).map(({ seq }) => seq)).toEqual([2, 3])
  })

  test('is not taken of the future', async () => {
    const { store, lock } = await editing()
    expect(failure(await store.putSnapshot(lock, { seq: 2, state: 'state', why: 'count' }))).toMatchObject({
      kind: 'gap',
    })
  })
})
