import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JournalBook, JournalSnapshot } from '../../src/contract/journal.ts'
import type { Logged } from '../../src/core/document/event.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { book, events, fault, freshFolder, ID, logged, OTHER, value } from './support.ts'

const snapshot = (seq: number, state = '{}'): JournalSnapshot => ({ seq, state, why: 'count' })

describe('a book', () => {
  test('comes back as it was put in', async () => {
    const root = join(freshFolder(), 'a', 'b')
    const journal = new DiskJournal(root)
    const given = book({
      events: events(1, 3),
      settings: { earlier: { title: '云山年鉴（一校）', sha256: 'b'.repeat(64) }, 行: [38, null] },
    })
    const head = value(await journal.create(given))

    expect(head).toMatchObject({ id: ID, title: given.title, deleted: null, seq: 3, fault: null })
    const { sources, events: read, settings, recovered, snapshot: none } = value(await journal.read(ID))
    expect(sources).toEqual(given.sources)
    expect(read).toEqual(given.events)
    expect(settings).toEqual(given.settings)
    expect([recovered, none]).toEqual([null, null])
    expect(value(await journal.list())).toEqual([head])
  })

  test('whose folder was removed under the running program is made again, and is its own again', async () => {
    const root = join(freshFolder(), 'books')
    const journal = new DiskJournal(root)
    value(await journal.create(book()))
    value(await journal.append(ID, events(2)))
    rmSync(root, { recursive: true })
    expect(fault(await journal.append(ID, events(3)))).toBe('no-such-book')
    value(await journal.create(book({ events: events(1, 3) })))
    value(await journal.append(ID, events(4)))

    // The lock of the folder that went says nothing in the new one.
    expect(fault(await new DiskJournal(root).append(ID, events(5)))).toBe('elsewhere')
    expect(value(await journal.read(ID)).events).toEqual(events(1, 4))
  })

  test('is read by the next process', async () => {
    const root = freshFolder()
    const first = new DiskJournal(root)
    value(await first.create(book()))
    const { recovered: _none, ...head } = value(await first.append(ID, events(2, 4)))
    value(await first.putSnapshot(ID, { seq: 3, state: '{"云":1}', why: 'bulk' }))
    value(await first.describe(ID, { title: '云山年鉴（初稿）', deleted: 7 }))
    await first.close()

    const next = new DiskJournal(root)
    const content = value(await next.read(ID))
    expect(content.head).toEqual({ ...head, title: '云山年鉴（初稿）', deleted: 7 })
    expect(content.events).toEqual(events(1, 4))
    expect(content.snapshot).toEqual({ seq: 3, state: '{"云":1}', why: 'bulk' })
    expect(value(await next.list())).toEqual([content.head])
  })

  test('lies there as lines and texts that a person can read', async () => {
    const root = freshFolder()
    value(await new DiskJournal(root).create(book()))
    const folder = join(root, ID)

    expect(readdirSync(root)).toEqual([ID])
    expect(readdirSync(folder).sort()).toEqual(['files', 'journal.log', 'label', 'snapshots'])
    const texts = readdirSync(join(folder, 'files')).map((name) =>
      readFileSync(join(folder, 'files', name), 'utf8'),
    )
    expect(texts.sort()).toEqual(['{"format":"jiaokan.analysis"}', '【概况】云山县\n𠮷水镇。\n'])
    if (process.platform !== 'win32') expect(statSync(join(folder, 'journal.log')).mode & 0o077).toBe(0)
  })

  test('is made once', async () => {
    const journal = new DiskJournal(freshFolder())
    value(await journal.create(book()))
    expect(fault(await journal.create(book()))).toBe('exists')
    const [one, two] = await Promise.all([
      journal.create(book({ id: OTHER })),
      journal.create(book({ id: OTHER })),
    ])
    expect([fault(one), fault(two)].sort()).toEqual(['exists', 'nothing'])
  })

  test('is erased from the bin only', async () => {
    const root = freshFolder()
    const journal = new DiskJournal(root)
    value(await journal.create(book()))
    expect(fault(await journal.erase(ID))).toBe('invalid')
    value(await journal.describe(ID, { deleted: 7 }))
    value(await journal.erase(ID))

    expect(value(await journal.list())).toEqual([])
    expect(readdirSync(root)).toEqual([])
    for (const result of [
      await journal.read(ID),
      await journal.append(ID, events(2)),
      await journal.erase(ID),
    ])
      expect(fault(result)).toBe('no-such-book')
    value(await journal.create(book()))
  })
})

describe('events', () => {
  test('follow the last one', async () => {
    const journal = new DiskJournal(freshFolder())
    value(await journal.create(book()))
    expect(fault(await journal.append(ID, events(3)))).toBe('gap')
    expect(fault(await journal.append(ID, [logged(2), logged(4)]))).toBe('gap')
    expect(value(await journal.append(ID, events(2))).seq).toBe(2)
    expect(value(await journal.append(ID, [])).seq).toBe(2)
    expect(value(await journal.read(ID)).events).toEqual(events(1, 2))
  })

  test('may be sent again, in other groups', async () => {
    const journal = new DiskJournal(freshFolder())
    value(await journal.create(book()))
    const head = value(await journal.append(ID, events(2, 4)))

    expect(value(await journal.append(ID, events(2, 4)))).toEqual(head)
    expect(value(await journal.append(ID, events(3)))).toEqual(head)
    expect(value(await journal.append(ID, events(3, 6))).seq).toBe(6)
    expect(fault(await journal.append(ID, [logged(6, '别的')]))).toBe('gap')
    expect(fault(await journal.append(ID, [logged(6, '别的'), logged(7)]))).toBe('gap')
    expect(value(await journal.read(ID)).events).toEqual(events(1, 6))
  })

  test('of calls that overlap are in the order of the calls', async () => {
    const journal = new DiskJournal(freshFolder())
    value(await journal.create(book()))
    const calls = Array.from({ length: 30 }, (_, i) => journal.append(ID, events(i + 2)))
    for (const [i, call] of calls.entries()) expect(value(await call).seq).toBe(i + 2)
    expect(value(await journal.read(ID)).events).toEqual(events(1, 31))
  })

  test('of a journal that somebody else has gone on with', async () => {
    const root = freshFolder()
    const one = new DiskJournal(root)
    value(await one.create(book()))
    value(await one.read(ID))
    const two = new DiskJournal(root)
    value(await two.append(ID, events(2)))
    await two.close()

    expect(fault(await one.append(ID, [logged(2, '别的')]))).toBe('gap')
    expect(value(await one.append(ID, events(2, 3))).seq).toBe(3)
  })

  test('are not written into a folder that has gone', async () => {
    const root = freshFolder()
    const journal = new DiskJournal(root)
    value(await journal.create(book()))
    value(await journal.append(ID, events(2)))
    renameSync(join(root, ID), join(root, 'elsewhere'))
    expect(fault(await journal.append(ID, events(3)))).toBe('no-such-book')
    mkdirSync(join(root, ID))
    expect(fault(await journal.append(ID, events(3)))).toBe('damaged')
    expect(value(await journal.list())).toMatchObject([{ id: ID, seq: 0, fault: { kind: 'damaged' } }])
  })
})

describe('what is no call', () => {
  const ids = ['', '.', '..', '../x', ID.toUpperCase(), `${ID}/`, `${ID}\0`, `${ID}\n`, 7, null, { id: ID }]

  test.each(ids)('with the id %j', async (id) => {
    const root = freshFolder()
    const journal = new DiskJournal(join(root, 'books'))
    value(await journal.create(book()))
    const given = id as string
    for (const result of [
      await journal.read(given),
      await journal.append(given, events(1)),
      await journal.erase(given),
      await journal.describe(given, {}),
      await journal.putSnapshot(given, snapshot(0)),
      await journal.create({ ...book(), id: given }),
    ])
      expect(fault(result)).toBe('invalid')
    expect(readdirSync(root)).toEqual(['books'])
    expect(readdirSync(join(root, 'books'))).toEqual([ID])
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no events', { ...book(), events: [{ seq: 1 }] }],
    ['a lone surrogate', { ...book(), sources: [{ ...book().sources[0], text: '\ud842' }] }],
    ['no encoding', { ...book(), sources: [{ ...book().sources[0], encoding: 'utf-7' }] }],
    ['no time', { ...book(), imported: 'now' }],
    ['no settings', { ...book(), settings: [] }],
  ])('a book of %s', async (_name, given) => {
    const journal = new DiskJournal(freshFolder())
    expect(fault(await journal.create(given as JournalBook))).toBe('invalid')
    expect(value(await journal.list())).toEqual([])
  })

  test('events, snapshots and labels of another shape', async () => {
    const journal = new DiskJournal(freshFolder())
    value(await journal.create(book()))
    const strange = { ...logged(2), event: { type: 'foretold' } } as unknown as Logged
    const lost = { ...logged(2), event: { type: 'noted', note: 'n', span: { from: 0, to: NaN }, text: '' } }
    for (const given of [strange, lost as unknown as Logged, 7 as unknown as Logged])
      expect(fault(await journal.append(ID, [given]))).toBe('invalid')
    expect(fault(await journal.putSnapshot(ID, { ...snapshot(1), why: 'whim' as 'time' }))).toBe('invalid')
    expect(fault(await journal.describe(ID, { title: 7 as unknown as string }))).toBe('invalid')
    expect(value(await journal.append(ID, events(2))).seq).toBe(2)
  })
})

describe('snapshots', () => {
  test('are of an event that is there, and thinned', async () => {
    const root = freshFolder()
    const journal = new DiskJournal(root)
    value(await journal.create(book({ events: events(1, 9) })))
    expect(fault(await journal.putSnapshot(ID, snapshot(10)))).toBe('gap')
    for (let seq = 1; seq <= 9; seq++) value(await journal.putSnapshot(ID, snapshot(seq)))

    expect(readdirSync(join(root, ID, 'snapshots'))).toHaveLength(3)
    expect(value(await journal.read(ID)).snapshot).toEqual(snapshot(9))
  })

  test('are passed over where they are damaged or of another history', async () => {
    const root = freshFolder()
    const journal = new DiskJournal(root)
    value(await journal.create(book({ events: events(1, 3) })))
    for (let seq = 1; seq <= 3; seq++) value(await journal.putSnapshot(ID, snapshot(seq)))
    const folder = join(root, ID, 'snapshots')
    const [first, second, third] = readdirSync(folder).sort()
    writeFileSync(join(folder, third!), readFileSync(join(folder, third!)).subarray(1))
    expect(value(await journal.read(ID)).snapshot).toEqual(snapshot(2))
    writeFileSync(join(folder, second!), readFileSync(join(folder, first!)))
    expect(value(await journal.read(ID)).snapshot).toEqual(snapshot(1))
    writeFileSync(join(folder, 'notes.txt'), 'x')
    rmSync(join(folder, first!))
    // Its name says 2 and its content 1: the content counts.
    expect(value(await journal.read(ID)).snapshot).toEqual(snapshot(1))
  })

  test('that are nearly empty are refused, and the good one stays', async () => {
    const journal = new DiskJournal(freshFolder())
    value(await journal.create(book({ events: events(1, 3) })))
    const good = snapshot(2, 'x'.repeat(10_000))
    value(await journal.putSnapshot(ID, good))
    expect(fault(await journal.putSnapshot(ID, snapshot(3, 'x'.repeat(4_000))))).toBe('invalid')
    expect(value(await journal.read(ID)).snapshot).toEqual(good)
    value(await journal.putSnapshot(ID, snapshot(3, 'x'.repeat(6_000))))
  })
})
