import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { book, events, ID } from '../fixtures.ts'

// Runs on a disk of one megabyte: fills it with events, then frees some space. Prints what it saw as JSON.

const [disk = ''] = process.argv.slice(2)
const root = join(disk, 'books')
const filler = join(disk, 'filler')
writeFileSync(filler, Buffer.alloc(200_000))

const journal = new DiskJournal(root)
const made = await journal.create(book())
if (!made.ok) throw new Error(made.error.detail)
let acknowledged = 1
let refusal = ''
while (refusal === '') {
  const done = await journal.append(ID, events(acknowledged + 1, acknowledged + 7))
  if (done.ok) acknowledged += 7
  else refusal = done.error.kind
}
const label = await journal.describe(ID, { title: '云山年鉴，磁盘已满' })
const snapshot = await journal.putSnapshot(ID, { seq: 1, state: 'x'.repeat(50_000), why: 'time' })
const whileFull = await new DiskJournal(root).read(ID)
rmSync(filler)
const again = await journal.append(ID, events(acknowledged + 1, acknowledged + 7))
await journal.close()
const after = await new DiskJournal(root).read(ID)

const seen = (content: typeof after) =>
  content.ok
    ? {
        events: content.value.events.length,
        title: content.value.head.title,
        recovered: content.value.recovered,
        isPrefix:
          JSON.stringify(content.value.events) === JSON.stringify(events(1, content.value.events.length)),
      }
    : content.error.kind
console.log(
  JSON.stringify({
    acknowledged,
    refusal,
    label: label.ok ? 'saved' : label.error.kind,
    snapshot: snapshot.ok ? 'saved' : snapshot.error.kind,
    whileFull: seen(whileFull),
    again: again.ok ? 'saved' : again.error.kind,
    after: seen(after),
  }),
)
