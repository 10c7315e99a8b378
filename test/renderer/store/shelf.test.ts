// @vitest-environment node
import { describe, expect, test, vi } from 'vitest'
import type { BookKey } from '../../../src/renderer/store/rows.ts'
import { failure, newBook, Profile, value } from './fixture.ts'

describe('importing', () => {
  test('puts books on the shelf with all that belongs to them', async () => {
    const { store } = await new Profile().window()
    const [id] = value(await store.importBooks([newBook('云山')]))

    expect(value(await store.listBooks())).toMatchObject([
      { id, title: '云山', characters: 5, findings: 3, read: 0, lastSeq: 1, deleted: null, sample: false },
    ])
    expect(value(await store.openBook(id!))).toMatchObject({
      sources: [{ name: '云山.txt', text: '【云山】\n', payload: 'payload of 云山' }],
      snapshot: null,
      events: [{ seq: 1, by: 'engine' }],
      missing: null,
    })
  })

  test('is all or nothing', async () => {
    const { store, opened } = await new Profile().window()
    const broken = newBook('坏', { events: [{ ...newBook('坏').events[0]!, at: (() => 0) as never }] })
    expect(failure(await store.importBooks([newBook('好'), broken]))).toMatchObject({ kind: 'broken' })

    expect(value(await store.listBooks())).toEqual([])
    for (const table of ['sources', 'payloads', 'events'] as const) {
      expect(await opened.database[table].count()).toBe(0)
    }
    expect(value(await store.importBooks([newBook('好')]))).toHaveLength(1)
  })

  test('recognises the same bytes, unless their book is in the bin', async () => {
    const { store } = await new Profile().window()
    const [id] = value(await store.importBooks([newBook('云山')]))

    expect(value(await store.findBySource('sha-云山'))).toMatchObject([{ id }])
    expect(value(await store.findBySource('sha-别处'))).toEqual([])
    value(await store.deleteBook(id!))
    expect(value(await store.findBySource('sha-云山'))).toEqual([])
  })
})

describe('a book on the shelf', () => {
  test('takes a new title', async () => {
    const { store } = await new Profile().window()
    const [id] = value(await store.importBooks([newBook('云山')]))
    value(await store.renameBook(id!, '云山年鉴'))

    expect(value(await store.listBooks())).toMatchObject([{ title: '云山年鉴' }])
  })

  test('can be deleted, and brought back as it was', async () => {
    const { store } = await new Profile().window()
    const [id] = value(await store.importBooks([newBook('云山')]))
    const before = value(await store.listBooks())
    value(await store.deleteBook(id!))
    expect(value(await store.listBooks())[0]?.deleted).not.toBeNull()
    value(await store.restoreBook(id!))

    expect(value(await store.listBooks())).toEqual(before)
    expect(value(await store.openBook(id!)).events).toHaveLength(1)
  })

  test('is erased from the bin only, and then whole', async () => {
    const { store, opened } = await new Profile().window()
    const [id, other] = value(await store.importBooks([newBook('云山'), newBook('霁川')]))
    expect(failure(await store.eraseBook(id!))).toMatchObject({ kind: 'no-such-book' })
    value(await store.deleteBook(id!))
    value(await store.eraseBook(id!))

    expect(failure(await store.openBook(id!))).toEqual({ kind: 'no-such-book', book: id })
    expect(value(await store.openBook(other!)).sources).toHaveLength(1)
    for (const table of ['sources', 'payloads', 'events'] as const) {
      expect(await opened.database[table].count()).toBe(1)
    }
  })

  test('that is not there cannot be changed', async () => {
    const { store } = await new Profile().window()
    const gone = 'gone' as BookKey
    const answer = { kind: 'no-such-book', book: gone }
    expect(failure(await store.renameBook(gone, 'x'))).toEqual(answer)
    expect(failure(await store.deleteBook(gone))).toEqual(answer)
    expect(failure(await store.openBook(gone))).toEqual(answer)
  })

  test('is seen to change', async () => {
    const { store } = await new Profile().window()
    const seen: string[][] = []
    const stop = store.watchBooks((books) => seen.push(value(books).map((book) => book.title)))
    await vi.waitFor(() => expect(seen).toEqual([[]]))
    const [id] = value(await store.importBooks([newBook('云山')]))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['云山']))
    value(await store.renameBook(id!, '霁川'))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['霁川']))
    stop()
  })
})

describe('settings', () => {
  test('are kept', async () => {
    const profile = new Profile()
    const { store } = await profile.window()
    value(await store.putSetting('theme', 'dark'))
    value(await store.putSetting('theme', 'light'))
    store.close()

    const again = await profile.window()
    expect(value(await again.store.settings())).toEqual(new Map([['theme', 'light']]))
  })
})
