import { describe, expect, test } from 'vitest'
import type { JournalError } from '../../../src/contract/journal.ts'
import type { BookLock } from '../../../src/renderer/store/book-lock.ts'
import { reconcile, type Recovery } from '../../../src/renderer/store/reconcile.ts'
import type { BookKey } from '../../../src/renderer/store/rows.ts'
import type { Store } from '../../../src/renderer/store/store.ts'
import { findEarlier } from '../../../src/renderer/views/proof/earlier.ts'
import { event, failure, newBook, Profile, value } from './fixture.ts'
import { MemoryJournal } from './memory-journal.ts'

const AWAY: JournalError = { kind: 'unreachable', detail: '' }
const QUIET: Recovery = { restored: [], copied: [], faults: [] }

/** A browser, a disk, and a book with events 1 to 4 in both. */
async function begin() {
  const profile = new Profile()
  const journal = new MemoryJournal()
  const { store } = await profile.window({}, journal)
  const id = value(await store.importBooks([newBook('云山')]))[0]!
  const lock = (await store.locks.acquire(id))!
  value(await store.appendEvents(lock, [event(2), event(3), event(4)]))
  return { profile, journal, store, id, lock }
}

/** The window is closed; another one is opened and brings both together. */
async function restarted({
  profile,
  journal,
  lock,
}: {
  profile: Profile
  journal: MemoryJournal
  lock: BookLock
}): Promise<{ store: Store; recovery: Recovery }> {
  lock.release()
  await new Promise((resolve) => setTimeout(resolve))
  const { store } = await profile.window({}, journal)
  return { store, recovery: value(await reconcile(store, store.copies!)) }
}

async function numbers(store: Store, id: BookKey): Promise<number[]> {
  return value(await store.readEvents(id)).map(({ seq }) => seq)
}

describe('writing', () => {
  test('goes to the copy first', async () => {
    const { journal, store, id, lock, profile } = await begin()
    expect(journal.books.get(id)!.events).toHaveLength(4)
    // The tables are gone under the window: what was said to be saved is in the copy.
    const { database } = await profile.open()
    await database.books.delete(id)
    expect(value(await store.appendEvents(lock, [event(5)]))).toEqual({ copy: null })
    expect(journal.books.get(id)!.events).toHaveLength(5)
  })

  test('goes on in the tables while the copy is away, says so, and the copy catches up', async () => {
    const { journal, store, id, lock } = await begin()
    journal.trouble = AWAY
    expect(value(await store.appendEvents(lock, [event(5)]))).toEqual({ copy: AWAY })
    expect(store.copies!.trouble).toMatchObject({ error: AWAY })
    expect(await store.catchUp(id)).toEqual(AWAY)
    journal.trouble = null
    expect(value(await store.appendEvents(lock, [event(6)]))).toEqual({ copy: null })
    expect(journal.books.get(id)!.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(store.copies!.trouble).toBeNull()
  })

  test('fails where neither takes it', async () => {
    const { journal, store, lock, profile, id } = await begin()
    journal.trouble = AWAY
    const { database } = await profile.open()
    await database.books.delete(id)
    expect(failure(await store.appendEvents(lock, [event(5)]))).toEqual({ kind: 'no-such-book', book: id })
  })

  test.each(['newer', 'elsewhere', 'damaged'] as const)('stops where the copy is %s', async (kind) => {
    const { journal, store, lock, id } = await begin()
    journal.books.get(id)!.fault = { kind, detail: '' }
    expect(failure(await store.appendEvents(lock, [event(5)]))).toEqual({ kind: 'copy', why: kind })
    expect(await numbers(store, id)).toEqual([1, 2, 3, 4])
    expect(store.copies!.faultOf(id)).toMatchObject({ kind })
  })

  test('nothing is erased in one place only', async () => {
    const { journal, store, id } = await begin()
    value(await store.deleteBook(id))
    expect(journal.books.get(id)!.label.deleted).not.toBeNull()
    journal.trouble = AWAY
    expect(failure(await store.eraseBook(id))).toEqual({ kind: 'copy-unreachable' })
    expect(value(await store.listBooks())).toHaveLength(1)
    journal.trouble = null
    value(await store.eraseBook(id))
    expect(value(await store.listBooks())).toHaveLength(0)
    expect(journal.books.size).toBe(0)
  })
})

describe('a snapshot', () => {
  test('that is nearly empty takes the place of none, with a copy or without', async () => {
    for (const journal of [new MemoryJournal(), null]) {
      const { store } = await new Profile().window({}, journal)
      const id = value(await store.importBooks([newBook('云山')]))[0]!
      const lock = (await store.locks.acquire(id))!
      const state = '一'.repeat(5_000)
      value(await store.putSnapshot(lock, { seq: 1, state, why: 'bulk' }))
      value(await store.appendEvents(lock, [event(2)]))
      value(await store.putSnapshot(lock, { seq: 2, state: '空', why: 'count' }))
      expect(value(await store.openBook(id)).snapshot).toEqual({ seq: 1, state })
    }
  })
})

describe('copies that somebody removed while the window was open', () => {
  test('are made anew, and the warning stays until all of them are whole', async () => {
    const { journal, store, id, lock } = await begin()
    const [other] = value(await store.importBooks([newBook('三河')]))
    journal.books.clear()
    expect(value(await store.appendEvents(lock, [event(5)]))).toEqual({ copy: null })
    expect(journal.books.get(id)!.events).toHaveLength(5)
    // This one is whole again; of the other ones nothing is known yet.
    expect(store.copies!.trouble).toMatchObject({ error: { kind: 'no-such-book' } })
    value(await store.appendEvents(lock, [event(6)]))
    expect(store.copies!.trouble).not.toBeNull()

    expect(value(await reconcile(store, store.copies!)).copied).toEqual([{ title: '三河', events: 0 }])
    expect(store.copies!.trouble).toBeNull()
    expect(journal.books.get(other!)!.events).toHaveLength(1)
  })

  test('and cannot be written again: the warning stays', async () => {
    const { journal, store, lock } = await begin()
    journal.books.clear()
    value(await store.appendEvents(lock, [event(5)]))
    journal.trouble = AWAY
    expect(failure(await reconcile(store, store.copies!))).toEqual(AWAY)
    expect(store.copies!.trouble).not.toBeNull()
  })
})

describe('when a book is opened', () => {
  test('another history of the same length is noticed, and nothing is touched', async () => {
    const { journal, store, id } = await begin()
    expect(await store.confirm(id)).toBeNull()
    const kept = journal.books.get(id)!
    kept.events[3] = { ...event(4), by: 'another' }
    expect(await store.confirm(id)).toMatchObject({ kind: 'damaged' })
    expect(store.copies!.faultOf(id)).toMatchObject({ kind: 'damaged' })
    expect(kept.events[3].by).toBe('another')
    expect(await numbers(store, id)).toEqual([1, 2, 3, 4])
  })

  test('a torn tail that was set aside then is told', async () => {
    const { journal, store, id } = await begin()
    journal.tornBytes = 7
    expect(await store.confirm(id)).toBeNull()
    expect(store.copies!.torn).toEqual([{ title: '云山', bytes: 7 }])
  })

  test('a copy that does not answer is no reason to refuse', async () => {
    const { journal, store, id } = await begin()
    journal.trouble = AWAY
    expect(await store.confirm(id)).toBeNull()
  })
})

describe('at the next start', () => {
  test('there is nothing to say where both are the same', async () => {
    const { recovery } = await restarted(await begin())
    expect(recovery).toEqual(QUIET)
  })

  test('a library that the browser has wiped comes back, bin and titles and snapshot with it', async () => {
    const begun = await begin()
    value(await begun.store.renameBook(begun.id, '云山年鉴'))
    value(await begun.store.putSnapshot(begun.lock, { seq: 3, state: 'packed', why: 'count' }))
    begun.profile.wipe()
    const { store, recovery } = await restarted(begun)
    expect(recovery).toEqual({ ...QUIET, restored: [{ id: begun.id, title: '云山年鉴', events: 3 }] })
    expect(await numbers(store, begun.id)).toEqual([1, 2, 3, 4])
    const { book, sources, snapshot, events, missing } = value(await store.openBook(begun.id))
    // What waits in it only the open book can tell: no count is better than a wrong one.
    expect(book).toMatchObject({ title: '云山年鉴', lastSeq: 4, deleted: null, findings: null, read: null })
    expect(sources[0]).toMatchObject({ name: '云山.txt', payload: 'payload of 云山' })
    expect([snapshot?.state, events.map(({ seq }) => seq), missing]).toEqual(['packed', [4], null])
  })

  test('a later proof that comes back knows the one before it', async () => {
    const profile = new Profile()
    const journal = new MemoryJournal()
    const { store: first } = await profile.window({}, journal)
    const settings = { earlier: { title: '云山', sha256: 'sha-云山' }, lines: 38 }
    const [earlier, id] = value(
      await first.importBooks([newBook('云山'), newBook('云山（二校）', { settings })]),
    )
    profile.wipe()
    const { store } = await profile.window({}, journal)
    value(await reconcile(store, store.copies!))
    const { book } = value(await store.openBook(id!))
    expect(book.settings).toEqual(settings)
    expect((await findEarlier(store, book))?.id).toBe(earlier)
  })

  test('settings that a journal of before says nothing of stay with the book', async () => {
    const profile = new Profile()
    const journal = new MemoryJournal()
    const { store: first, opened } = await profile.window({}, journal)
    const [id] = value(await first.importBooks([newBook('云山', { settings: { lines: 38 } })]))
    const kept = journal.books.get(id!)!
    journal.books.set(id!, { ...kept, book: { ...kept.book, settings: {} } })
    await opened.database.payloads.delete([id!, 0])
    const { store } = await profile.window({}, journal)
    value(await reconcile(store, store.copies!))
    expect(value(await store.openBook(id!)).book.settings).toEqual({ lines: 38 })
  })

  test.each([
    [
      'an event',
      1,
      async (profile: Profile, id: BookKey) => (await profile.open()).database.events.delete([id, 3]),
    ],
    [
      'its end',
      1,
      async (profile: Profile, id: BookKey) => {
        const { database } = await profile.open()
        await database.events.delete([id, 4])
        await database.books.update(id, { lastSeq: 3 })
      },
    ],
    [
      'its sources',
      0,
      async (profile: Profile, id: BookKey) =>
        (await profile.open()).database.sources.where('[book+index]').equals([id, 0]).delete(),
    ],
    [
      'its analysis',
      0,
      async (profile: Profile, id: BookKey) =>
        (await profile.open()).database.payloads.where('[book+index]').equals([id, 0]).delete(),
    ],
  ])('a book that lost %s has it again', async (_what, events, spoil) => {
    const begun = await begin()
    await spoil(begun.profile, begun.id)
    const { store, recovery } = await restarted(begun)
    expect(recovery).toEqual({ ...QUIET, restored: [{ id: begun.id, title: '云山', events }] })
    expect(await numbers(store, begun.id)).toEqual([1, 2, 3, 4])
    expect(value(await store.openBook(begun.id)).missing).toBeNull()
  })

  test('the copy gets what was done while it was away, the new title, too', async () => {
    const begun = await begin()
    begun.journal.trouble = AWAY
    value(await begun.store.appendEvents(begun.lock, [event(5)]))
    value(await begun.store.renameBook(begun.id, '云山年鉴'))
    begun.journal.trouble = null
    const { store, recovery } = await restarted(begun)
    expect(recovery).toEqual({ ...QUIET, copied: [{ title: '云山年鉴', events: 1 }] })
    expect(begun.journal.books.get(begun.id)!).toMatchObject({ label: { title: '云山年鉴' } })
    expect(begun.journal.books.get(begun.id)!.events).toHaveLength(5)
    expect(value(await store.listBooks())).toMatchObject([{ title: '云山年鉴' }])
  })

  test('books from before there were copies get theirs', async () => {
    const profile = new Profile()
    const { store } = await profile.window()
    const id = value(await store.importBooks([newBook('云山')]))[0]!
    const lock = (await store.locks.acquire(id))!
    value(await store.appendEvents(lock, [event(2)]))
    const journal = new MemoryJournal()
    const { recovery } = await restarted({ profile, journal, lock })
    expect(recovery.copied).toEqual([{ title: '云山', events: 1 }])
    expect(journal.books.get(id)!.book.sources[0]).toEqual(newBook('云山').sources[0])
    expect(journal.books.get(id)!.events).toHaveLength(2)
  })

  test('a hole here and an end that only is here: both are kept', async () => {
    const begun = await begin()
    begun.journal.trouble = AWAY
    value(await begun.store.appendEvents(begun.lock, [event(5)]))
    begun.journal.trouble = null
    await (await begun.profile.open()).database.events.delete([begun.id, 2])
    const { store, recovery } = await restarted(begun)
    expect(recovery.restored).toEqual([{ id: begun.id, title: '云山', events: 1 }])
    expect(await numbers(store, begun.id)).toEqual([1, 2, 3, 4, 5])
    expect(begun.journal.books.get(begun.id)!.events).toHaveLength(5)
  })

  test('a hole in both, with an end that only is here: nothing is thrown away', async () => {
    const begun = await begin()
    begun.journal.trouble = AWAY
    value(await begun.store.appendEvents(begun.lock, [event(5), event(6)]))
    begun.journal.trouble = null
    await (await begun.profile.open()).database.events.delete([begun.id, 5])
    const { store, recovery } = await restarted(begun)
    expect(recovery.faults).toMatchObject([{ title: '云山', error: { kind: 'damaged' } }])
    expect(await numbers(store, begun.id)).toEqual([1, 2, 3, 4, 6])
    expect(begun.journal.books.get(begun.id)!.events).toHaveLength(4)
  })

  test('where the two say different things nothing is touched, and the book can be read only', async () => {
    const begun = await begin()
    begun.journal.trouble = AWAY
    value(await begun.store.appendEvents(begun.lock, [event(5)]))
    begun.journal.trouble = null
    const other = { ...event(5), by: 'another' }
    value(await begun.journal.append(begun.id, [other]))
    value(await begun.journal.append(begun.id, [event(6)]))
    const { store, recovery } = await restarted(begun)
    expect(recovery.faults).toHaveLength(1)
    expect(await numbers(store, begun.id)).toEqual([1, 2, 3, 4, 5])
    expect(begun.journal.books.get(begun.id)!.events[4]).toEqual(other)
    expect(store.copies!.faultOf(begun.id)).toMatchObject({ kind: 'damaged' })
  })

  test('a damaged copy is left alone, and what can be read of it is shown', async () => {
    const begun = await begin()
    begun.journal.books.get(begun.id)!.fault = { kind: 'damaged', detail: 'line 3' }
    begun.journal.books.get(begun.id)!.events.length = 2
    begun.profile.wipe()
    const { store, recovery } = await restarted(begun)
    expect(recovery.faults).toMatchObject([{ title: '云山', error: { kind: 'damaged' } }])
    expect(await numbers(store, begun.id)).toEqual([1, 2])
    expect(store.copies!.faultOf(begun.id)).not.toBeNull()
  })

  test('a book that another window has open is left to it', async () => {
    const { profile, journal, id } = await begin()
    await (await profile.open()).database.events.delete([id, 3])
    const { store } = await profile.window({}, journal)
    expect(value(await reconcile(store, store.copies!))).toEqual(QUIET)
  })

  test('copies that cannot be reached are said, and the library opens all the same', async () => {
    const { profile, journal } = await begin()
    journal.trouble = AWAY
    const { store } = await profile.window({}, journal)
    expect(failure(await reconcile(store, store.copies!))).toEqual(AWAY)
    expect(store.copies!.trouble).toMatchObject({ error: AWAY })
    expect(value(await store.listBooks())).toHaveLength(1)
  })
})
