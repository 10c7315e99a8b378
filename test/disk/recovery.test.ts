import { appendFileSync, chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { encodeLine } from '../../src/core/journal/line.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { encodeLabel } from '../../src/journal/label-file.ts'
import { utf8 } from '../journal/support.ts'
import { book, events, fault, freshFolder, ID, logged, value } from './support.ts'

let root: string
let log: string

/** A process that has come and gone. */
async function once<T>(work: (journal: DiskJournal) => Promise<T>): Promise<T> {
  const journal = new DiskJournal(root)
  const result = await work(journal)
  await journal.close()
  return result
}

beforeEach(async () => {
  root = freshFolder()
  log = join(root, ID, 'journal.log')
  await once(async (journal) => {
    value(await journal.create(book()))
    value(await journal.append(ID, events(2)))
    value(await journal.append(ID, events(3)))
  })
})

describe('a torn tail', () => {
  test.each([
    ['half a line', 'deadbeef 4 4 0123'],
    ['zeros', '\0'.repeat(5000)],
    ['a line without its end', `deadbeef 4 4 ${'0'.repeat(16)} {"seq":4}`],
  ])('of %s is set aside, and told of once', async (_name, tail) => {
    appendFileSync(log, tail)
    const whole = readFileSync(log)

    await once(async (journal) => {
      expect(value(await journal.list())).toMatchObject([{ seq: 3, fault: null }])
      expect(readFileSync(log)).toEqual(whole)
      const content = value(await journal.read(ID))
      expect(content.events).toEqual(events(1, 3))
      expect(content.head.fault).toBeNull()
      expect(content.recovered).toEqual({ bytes: tail.length })
      expect(value(await journal.read(ID)).recovered).toBeNull()
    })
    expect(readFileSync(join(root, ID, 'torn-after-3.log'), 'utf8')).toBe(tail)
    await once(async (journal) => {
      value(await journal.append(ID, events(4)))
      expect(value(await journal.read(ID)).events).toEqual(events(1, 4))
    })
  })

  test('is set aside before anything is written, and told of with that', async () => {
    appendFileSync(log, 'torn')
    await once(async (journal) => {
      expect(value(await journal.append(ID, events(4))).recovered).toEqual({ bytes: 4 })
      const { events: read, recovered } = value(await journal.read(ID))
      expect(read).toEqual(events(1, 4))
      expect(recovered).toBeNull()
    })
  })

  test('does not overwrite one that was set aside before', async () => {
    for (const tail of ['one', 'two']) {
      appendFileSync(log, tail)
      value(await once((journal) => journal.read(ID)))
    }
    const aside = readdirSync(join(root, ID)).filter((name) => name.startsWith('torn'))
    expect(aside.map((name) => readFileSync(join(root, ID, name), 'utf8')).sort()).toEqual(['one', 'two'])
  })

  test('that reaches into what was saved, as the label knows, is damage', async () => {
    await once(async (journal) => value(await journal.describe(ID, { title: '云山年鉴' })))
    truncateSync(log, readFileSync(log).length - 3)
    await once(async (journal) => {
      const { head, events: read, recovered } = value(await journal.read(ID))
      expect(read).toEqual(events(1, 2))
      expect(head.fault).toMatchObject({ kind: 'damaged' })
      expect(recovered).toBeNull()
      expect(fault(await journal.append(ID, events(3)))).toBe('damaged')
    })
    expect(readdirSync(join(root, ID))).not.toContain('torn-after-2.log')
  })
})

describe('damage', () => {
  test('in the middle leaves what stands before it, to be read and not to be written', async () => {
    const bytes = readFileSync(log)
    bytes[bytes.indexOf('\n') + 20]! ^= 1
    writeFileSync(log, bytes)
    await once(async (journal) => {
      const { head, events: read } = value(await journal.read(ID))
      expect(read).toEqual([])
      expect(head.fault).toMatchObject({ kind: 'damaged' })
      expect(fault(await journal.append(ID, events(1)))).toBe('damaged')
      expect(fault(await journal.putSnapshot(ID, { seq: 0, state: '', why: 'time' }))).toBe('damaged')
    })
    expect(readFileSync(log)).toEqual(bytes)
  })

  test('of the first line leaves a place in the list', async () => {
    const bytes = readFileSync(log)
    bytes[3]! ^= 1
    writeFileSync(log, bytes)
    await once(async (journal) => {
      // Its other end is whole: the list has to look at the rest, too.
      expect(value(await journal.list())).toMatchObject([{ id: ID, fault: { kind: 'damaged' } }])
      expect(fault(await journal.read(ID))).toBe('damaged')
      expect(fault(await journal.append(ID, events(4)))).toBe('damaged')
    })
  })

  test('of any bit of a source is seen', async () => {
    const folder = join(root, ID, 'files')
    for (const name of readdirSync(folder)) {
      const whole = readFileSync(join(folder, name))
      for (let at = 0; at < whole.length; at++) {
        const bytes = Buffer.from(whole)
        bytes[at]! ^= 1 << (at % 8)
        writeFileSync(join(folder, name), bytes)
        expect(fault(await once((journal) => journal.read(ID)))).toBe('damaged')
      }
      writeFileSync(join(folder, name), whole)
    }
    expect(fault(await once((journal) => journal.read(ID)))).toBe('nothing')
  })

  test('of any bit of the label costs nothing; of both copies it is told of, and can be mended', async () => {
    await once(async (journal) => value(await journal.describe(ID, { title: '云山年鉴二稿', deleted: 5 })))
    const path = join(root, ID, 'label')
    const whole = readFileSync(path)
    const head = value(await once((journal) => journal.read(ID))).head
    const spoilt = (...places: number[]) => {
      const bytes = Buffer.from(whole)
      for (const at of places) bytes[at]! ^= 1 << (at % 8)
      writeFileSync(path, bytes)
    }
    for (let at = 0; at < whole.length; at++) {
      spoilt(at)
      expect(value(await once((journal) => journal.read(ID))).head).toEqual(head)
    }
    spoilt(12, whole.length - 12)
    await once(async (journal) => {
      const { head: lost } = value(await journal.read(ID))
      expect(lost).toMatchObject({ title: '云山年鉴', deleted: null, fault: { kind: 'damaged' } })
      expect(value(await journal.describe(ID, { title: '云山年鉴三稿' })).fault).toBeNull()
    })
  })
})

describe('a later version', () => {
  const untouched = (): unknown =>
    readdirSync(join(root, ID), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !file.name.startsWith('lock-'))
      .map((file) => [file.name, readFileSync(join(file.parentPath, file.name), 'utf8')])

  test('of an event: what stands before it is read, nothing is touched', async () => {
    const { hash } = value(await once((journal) => journal.read(ID))).head
    const json = JSON.stringify({ ...logged(4), event: { type: 'foretold' } })
    appendFileSync(log, encodeLine({ seq: 4, first: 4, prev: hash, json }, utf8).bytes)
    appendFileSync(log, 'and more')
    const before = untouched()
    await once(async (journal) => {
      const { head, events: read, recovered } = value(await journal.read(ID))
      expect(read).toEqual(events(1, 3))
      expect([head.fault?.kind, recovered]).toEqual(['newer', null])
      expect(fault(await journal.append(ID, events(4)))).toBe('newer')
      expect(fault(await journal.describe(ID, { title: '别的' }))).toBe('newer')
      expect(fault(await journal.putSnapshot(ID, { seq: 3, state: '{}', why: 'time' }))).toBe('newer')
    })
    expect(untouched()).toEqual(before)
  })

  test('of the format: it is listed, and nothing is touched', async () => {
    const json = '{"format":"jiaokan.journal","version":2,"whatever":true}'
    writeFileSync(log, encodeLine({ seq: 0, first: 0, prev: '0'.repeat(16), json }, utf8).bytes)
    const before = untouched()
    await once(async (journal) => {
      expect(value(await journal.list())).toMatchObject([{ id: ID, fault: { kind: 'newer' } }])
      expect(fault(await journal.read(ID))).toBe('newer')
      expect(fault(await journal.append(ID, events(1)))).toBe('newer')
    })
    expect(untouched()).toEqual(before)
  })

  test('of a label is read as far as it is known', () => {
    const text = Buffer.from(encodeLabel({ title: '云山', deleted: null, seq: 1, hash: 'h' })).toString()
    expect(text.split('\n')[0]).toMatch(/^[0-9a-f]{8} \{"format":"jiaokan.label","version":1,/)
  })
})

// Root may write anywhere.
describe.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a disk that may be read only',
  () => {
    test('shows the book and refuses to write', async () => {
      chmodSync(log, 0o400)
      await once(async (journal) => {
        expect(value(await journal.read(ID)).head.fault).toMatchObject({ kind: 'denied' })
        expect(fault(await journal.append(ID, events(4)))).toBe('denied')
      })
      chmodSync(log, 0o600)
      chmodSync(join(root, ID), 0o500)
      await once(async (journal) => {
        expect(value(await journal.read(ID)).events).toEqual(events(1, 3))
        expect(fault(await journal.append(ID, events(4)))).toBe('denied')
      })
      chmodSync(join(root, ID), 0o700)
      await once(async (journal) => value(await journal.append(ID, events(4))))
    })
  },
)
