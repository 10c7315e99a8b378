import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encodeLine } from '../../src/core/journal/line.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { utf8 } from '../../src/journal/utf8.ts'
import { fault, logged, value } from '../disk/support.ts'
import { RELEASED, releasedJournal } from './released.ts'

test('where a later version has gone on in a journal, this one reads what it knows and touches nothing', async () => {
  const root = releasedJournal(1)
  const path = join(root, RELEASED, 'journal.log')
  const whole = value(await new DiskJournal(root).read(RELEASED))
  const seq = whole.head.seq + 1
  const json = `${JSON.stringify(logged(seq)).slice(0, -1)},"v":2}`
  const line = encodeLine({ seq, first: seq, prev: whole.head.hash, json }, utf8).bytes
  writeFileSync(path, Buffer.concat([readFileSync(path), line]))
  const before = readFileSync(path)

  const journal = new DiskJournal(root)
  const read = value(await journal.read(RELEASED))
  expect([read.events.length, read.head.fault?.kind]).toEqual([seq - 1, 'newer'])
  expect(fault(await journal.append(RELEASED, [logged(seq)]))).toBe('newer')
  expect(fault(await journal.describe(RELEASED, { title: '别的' }))).toBe('newer')
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(join(root, RELEASED)).filter((name) => name.startsWith('torn'))).toEqual([])
})
