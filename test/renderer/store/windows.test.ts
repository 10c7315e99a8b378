// @vitest-environment node
import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { BookLock } from '../../../src/renderer/store/book-lock.ts'
import { openDatabase } from '../../../src/renderer/store/open-store.ts'
import { event, failure, newBook, Profile, value } from './fixture.ts'

describe('two windows', () => {
  test('one edits, the other is told that it cannot', async () => {
    const profile = new Profile()
    const one = await profile.window()
    const two = await profile.window()
    const [id] = value(await one.store.importBooks([newBook('云山')]))
    const lock = await one.store.locks.acquire(id!)

    expect(lock?.held).toBe(true)
    expect(await two.store.locks.acquire(id!)).toBeNull()
    lock?.release()
    await vi.waitFor(async () => expect(await two.store.locks.acquire(id!)).not.toBeNull())
  })

  test('a window that comes back waits for what it left there itself', async () => {
    const { store } = await new Profile().window()
    const [id] = value(await store.importBooks([newBook('云山')]))
    const first = (await store.locks.acquire(id!))!
    setTimeout(() => first.release(), 20)

    expect((await store.locks.acquire(id!))?.held).toBe(true)
  })

  test('the other takes over once the first has written what it had', async () => {
    const profile = new Profile()
    const one = await profile.window()
    const two = await profile.window()
    const [id] = value(await one.store.importBooks([newBook('云山')]))
    const first = (await one.store.locks.acquire(id!))!
    first.onYield = async () => {
      value(await one.store.appendEvents(first, [event(2)]))
    }
    const second = await two.store.locks.takeOver(id!)

    expect(await first.lost).toBe('taken-over')
    expect(failure(await one.store.appendEvents(first, [event(3)]))).toEqual({ kind: 'not-the-editor' })
    expect(value(await two.store.openBook(id!)).events.map(({ seq }) => seq)).toEqual([1, 2])
    value(await two.store.appendEvents(second, [event(3)]))
  })

  test('the other takes it by force from a window that does not answer', async () => {
    const profile = new Profile()
    const one = await profile.window()
    const two = await profile.window()
    const [id] = value(await one.store.importBooks([newBook('云山')]))
    const first = (await one.store.locks.acquire(id!))!
    first.onYield = () => new Promise(() => undefined)
    const second = await two.store.locks.takeOver(id!)

    expect(second.held).toBe(true)
    expect(await first.lost).toBe('taken-over')
    expect(first.held).toBe(false)
  })

  test('a late write of the first is stopped by the log itself', async () => {
    const profile = new Profile()
    const one = await profile.window()
    const two = await profile.window()
    const [id] = value(await one.store.importBooks([newBook('云山')]))
    const first = (await one.store.locks.acquire(id!))!
    // As if both believed to hold it.
    const second = new BookLock(id!, new Promise(() => undefined), () => undefined)
    value(await two.store.appendEvents(second, [event(2)]))

    expect(failure(await one.store.appendEvents(first, [event(2)]))).toEqual({
      kind: 'gap',
      expected: 3,
      found: 2,
    })
  })
})

describe('another version of the program', () => {
  test('that upgrades the tables freezes this window for good', async () => {
    const profile = new Profile()
    const onSuperseded = vi.fn()
    const { store } = await profile.window({ onSuperseded })
    const [id] = value(await store.importBooks([newBook('云山')]))

    const later = new Dexie('jiaokan', profile.backend)
    later.version(30).stores({ books: 'id' })
    await later.open()

    expect(onSuperseded).toHaveBeenCalledOnce()
    // Dexie would open the tables again here, and write old rows into the new ones.
    expect(failure(await store.renameBook(id!, '云山年鉴'))).toEqual({ kind: 'closed' })
    expect(failure(await store.listBooks())).toEqual({ kind: 'closed' })
    expect(await later.table('books').toArray()).toMatchObject([{ title: '云山' }])
    later.close()
  })

  test('that left newer tables lets this one read, not write', async () => {
    const profile = new Profile()
    const first = await profile.window()
    const [id] = value(await first.store.importBooks([newBook('云山')]))
    first.store.close()
    const later = new Dexie('jiaokan', profile.backend)
    later.version(1).stores({
      books: 'id',
      sources: '[book+index], sha256',
      payloads: '[book+index]',
      events: '[book+seq]',
      snapshots: '[book+seq]',
      settings: 'key',
      meta: 'key',
    })
    later.version(2).stores({ volumes: 'id' })
    await later.open()
    later.close()

    const { store, opened } = await profile.window()
    expect(opened.newer).toBe(true)
    expect(value(await store.openBook(id!)).sources).toHaveLength(1)
    expect(failure(await store.renameBook(id!, 'x'))).toEqual({ kind: 'newer' })
    expect(failure(await store.importBooks([newBook('y')]))).toEqual({ kind: 'newer' })
  })

  test('that wants a later writer is obeyed even if the tables look the same', async () => {
    const profile = new Profile()
    const { opened } = await profile.window()
    await opened.database.meta.put({ key: 'minWriter', value: 2 })
    opened.database.close()

    expect((await profile.window()).store.readOnly).toBe(true)
  })

  test('that does not let go is named', async () => {
    const profile = new Profile()
    // An old window with a handler that never closes.
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = profile.backend.indexedDB.open('jiaokan', 5)
      request.onsuccess = () => resolve(request.result)
    })
    const onBlocked = vi.fn()
    const opening = openDatabase({ backend: profile.backend, onBlocked })
    await vi.waitFor(() => expect(onBlocked).toHaveBeenCalled())
    old.close()

    expect((await opening).ok).toBe(true)
  })
})

describe('tables that were never written', () => {
  test('are claimed once, and nothing is seeded', async () => {
    const profile = new Profile()
    const { store, opened } = await profile.window()

    expect(opened.empty).toBe(true)
    expect(value(await store.listBooks())).toEqual([])
    expect((await profile.window()).opened.empty).toBe(false)
  })

  test('are written through to the disk', async () => {
    const { opened } = await new Profile().window()
    // fake-indexeddb has no durability; what is asked of the browser is what Dexie was told.
    expect(opened.database._options).toMatchObject({
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      autoOpen: false,
    })
  })
})
