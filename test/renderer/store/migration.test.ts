// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { decoder } from '../../../src/cli/decoder.ts'
import { openProjectFile } from '../../../src/cli/book-file.ts'
import type { Logged } from '../../../src/core/document/event.ts'
import type { Json } from '../../../src/core/document/codec/shapes.ts'
import { projectText, readProject } from '../../../src/core/project/read-project.ts'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import type { BookKey } from '../../../src/renderer/store/rows.ts'
import { RELEASED, releasedFile, releasedJournal, releasedTables } from '../../project/released.ts'
import { event, Profile, value } from './fixture.ts'

// The program of a later version, with one step up from what was given out first.
vi.mock('../../../src/core/project/migrations.ts', () => {
  const marked = (record: Json): Json => {
    const { type, label } = record['event'] as Record<string, unknown>
    return type === 'bookmarked'
      ? { ...record, event: { ...Object(record['event']), label: `${String(label)}二` } }
      : record
  }
  return {
    MIGRATIONS: [
      {
        from: 1,
        event: marked,
        source: (record: Json): Json => ({ ...record, name: `${String(record['name'])}.2` }),
        book: (record: Json): Json => ({ ...record, title: `${String(record['title'])}（二版）` }),
      },
    ],
  }
})

const id = RELEASED as BookKey

/** As the editor would have the log after the step: what the project file gives, and what each other way must give. */
function fromFile(): { readonly events: readonly Logged[]; readonly name: string; readonly title: string } {
  const { source, events, book } = value(readProject(value(projectText(releasedFile(1), decoder))))
  return { events, name: source.name, title: book.title }
}

async function asTables(profile: Profile): Promise<void> {
  const { stores, rows } = releasedTables(1)
  const old = new Dexie('jiaokan', profile.backend)
  old.version(1).stores({ ...stores })
  await old.open()
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all)
  await old.table('snapshots').add({ book: id, seq: 3, state: 'packed by the version before' })
  old.close()
}

describe('a book of version 1 in a program of version 2', () => {
  test('comes up from the project file, in the window and on the command line', () => {
    const { events, name, title } = fromFile()
    expect([name, title]).toEqual(['yunshan.txt.2', '云山年鉴（一校）（二版）'])
    const labels = events.flatMap(({ event: { type, ...rest } }) => (type === 'bookmarked' ? [rest] : []))
    expect(labels).toEqual([expect.objectContaining({ label: expect.stringMatching(/二$/) as string })])
    expect(value(openProjectFile(releasedFile(1))).project.events).toEqual(events)
  })

  test('comes up from the tables, all rows in one go', async () => {
    const profile = new Profile()
    await asTables(profile)
    const { store, opened } = await profile.window()
    const stored = value(await store.openBook(id))
    const { events, name, title } = fromFile()

    expect(opened.newer).toBe(false)
    expect(stored.events).toEqual(events)
    expect([stored.sources[0]?.name, stored.book.title, stored.snapshot]).toEqual([name, title, null])
    expect(await opened.database.meta.toArray()).toEqual([
      { key: 'minWriter', value: 2 },
      { key: 'schemaVersion', value: 2 },
    ])
    // Once: a step that ran again at the next start would go up twice.
    opened.database.close()
    expect(value(await (await profile.window()).store.readEvents(id))).toEqual(events)
  })

  test('comes up from the journal, which stays as it is, and goes on in it', async () => {
    const root = releasedJournal(1)
    const before = readFileSync(join(root, RELEASED, 'journal.log'))
    const journal = new DiskJournal(root)
    const { events, name } = fromFile()
    const read = value(await journal.read(RELEASED))
    expect([read.events, read.sources[0]?.name, read.head.fault]).toEqual([events, name, null])

    // Sent again as it reads now: what is there already is known.
    const last = events.slice(-1)
    value(await journal.append(RELEASED, [...last, event(events.length + 1)]))
    value(await journal.append(RELEASED, [event(events.length + 1), event(events.length + 2)]))
    expect((await journal.append(RELEASED, [{ ...last[0]!, by: 'another' }])).ok).toBe(false)
    await journal.close()

    const after = readFileSync(join(root, RELEASED, 'journal.log'))
    expect(after.subarray(0, before.length)).toEqual(before)
    expect(after.subarray(before.length).toString()).toContain('"v":2}')
    // The step is for the lines of version 1 alone.
    const again = value(await new DiskJournal(root).read(RELEASED))
    expect(again.events).toEqual([...events, event(events.length + 1), event(events.length + 2)])
  })

  test('is one book by all ways: nothing is put right between tables and journal', async () => {
    const profile = new Profile()
    await asTables(profile)
    const { store } = await profile.window({}, new DiskJournal(releasedJournal(1)))
    expect(await store.catchUp(id)).toBeNull()
  })
})
