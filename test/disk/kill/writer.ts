import { writeSync } from 'node:fs'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { book, events, ID } from '../fixtures.ts'

// The process that is killed: writes as fast as it can and says on standard output what it was told. `>n` before event n is
// sent, `=n` when the disk has said yes. Written at once, so that nothing of it is in a buffer when the end comes.

const [root = '', nth = '0'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

const journal = new DiskJournal(root)
const content = await journal.read(ID)
let seq = content.ok ? content.value.head.seq : 0
if (!content.ok) {
  say('>1')
  const made = await journal.create(book())
  if (!made.ok) throw new Error(made.error.detail)
  say('=1')
  seq = 1
} else {
  const { fault } = content.value.head
  if (fault) throw new Error(`${fault.kind}: ${fault.detail}`)
  say(`+${seq}`)
}
for (let round = 0; ; round++) {
  // Now one, now many, now a large one: batches are torn elsewhere than single lines.
  const count = [1, 1, 3, 40][(round + Number(nth)) % 4] ?? 1
  say(`>${seq + count}`)
  const done = await journal.append(ID, events(seq + 1, seq + count))
  if (!done.ok) throw new Error(`${done.error.kind}: ${done.error.detail}`)
  seq += count
  say(`=${seq}`)
  if (round % 10 === 9) await journal.putSnapshot(ID, { seq, state: `state ${seq}`, why: 'count' })
}
