import { expect, test } from 'vitest'
import { FolderJournal } from '../../src/journal/folder-journal.ts'
import { usualPorts } from '../../src/journal/ports.ts'
import { PrivateFiles } from '../../src/private/private-files.ts'
import { book, events, fault, ID, OTHER, value } from '../disk/support.ts'
import { FakeFolder } from './fake-origin.ts'

let windows = 0

/** The keeper of a window that was opened anew; the one before is gone. */
async function keeper(origin: FakeFolder): Promise<FolderJournal> {
  const own = ++windows
  const processes = { own, mark: (pid: number) => Promise.resolve(pid === own ? '' : null) }
  const fs = await PrivateFiles.in(origin as never)
  return new FolderJournal('private', '/', { ...usualPorts, fs, processes })
}

test('what was said to be saved is there when the window is opened anew, with nothing flushed later', async () => {
  const origin = new FakeFolder()
  const first = await keeper(origin)
  value(await first.create(book()))
  value(await first.append(ID, events(2, 4)))
  value(await first.describe(ID, { title: '二稿' }))
  value(await first.putSnapshot(ID, { seq: 4, state: 'state', why: 'bulk' }))

  const content = value(await (await keeper(origin)).read(ID))
  expect(content.events).toEqual(events(1, 4))
  expect(content.sources).toEqual(book().sources)
  expect(content.snapshot).toEqual({ seq: 4, state: 'state', why: 'bulk' })
  expect(content.head).toMatchObject({ title: '二稿', seq: 4, fault: null })
})

test('a book that is erased stays away, and its name can be given again', async () => {
  const origin = new FakeFolder()
  const first = await keeper(origin)
  value(await first.create(book()))
  value(await first.create(book({ id: OTHER })))
  value(await first.describe(ID, { deleted: 5 }))
  value(await first.erase(ID))
  expect(value(await first.list()).map(({ id }) => id)).toEqual([OTHER])

  const second = await keeper(origin)
  expect(value(await second.list()).map(({ id }) => id)).toEqual([OTHER])
  value(await second.create(book()))
  expect(fault(await second.create(book()))).toBe('exists')
  expect(value(await (await keeper(origin)).read(ID)).events).toEqual(events(1))
})

test('a window that is closed while it makes or removes a book leaves no half of one', async () => {
  const origin = new FakeFolder()
  value(await (await keeper(origin)).create(book()))
  // Begun, and not named yet; removed, and its later name left.
  origin.entries.set(`.new-7777-${OTHER}-x`, new FakeFolder())
  const [, named] = [...origin.entries.keys()]
  await origin.getFileHandle('.erased-x=.new-9-y', { create: true })
  expect(named).toContain(`${ID}=.new-`)

  const second = await keeper(origin)
  value(await second.create(book({ id: OTHER })))
  expect(value(await second.list()).map(({ id }) => id)).toEqual([ID, OTHER].sort())
  expect(
    [...origin.entries.keys()].filter((name) => name.includes('-7777-') || name.startsWith('.erased')),
  ).toEqual([])
})
