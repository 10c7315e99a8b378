import type { JournalBook, JournalContent, JournalResult } from '../../../src/contract/journal.ts'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { readWhole } from '../../../src/journal/whole-files.ts'
import { book, events, ID, OTHER } from '../support.ts'
import type { MemoryDisk } from './memory-disk.ts'

const ROOT = '/data/jiaokan/books'

/** What the editor was told, and what was on its way when the light went out. */
export interface Told {
  there: 'no' | 'yes' | 'erased'
  /** Last event that is said to be saved. */
  seq: number
  /** Last event that was ever sent, and may be there. */
  sent: number
  title: string
  /** Being written now. */
  newTitle: string | null
  snapshot: number
  /** Bytes of torn tails that were told of. */
  recovered: number
  isCreating: boolean
  isErasing: boolean
}

export const untold = (): Told => ({
  there: 'no',
  seq: 0,
  sent: 0,
  title: '云山年鉴',
  newTitle: null,
  snapshot: 0,
  recovered: 0,
  isCreating: false,
  isErasing: false,
})

let processes = 100
let names = 0

/** Another process on this disk; all earlier ones are dead. */
export function newProcess(disk: MemoryDisk): DiskJournal {
  const own = ++processes
  return new DiskJournal(ROOT, {
    fs: disk.fs,
    processes: { own, mark: (pid) => Promise.resolve(pid === own ? 'now' : null) },
    unique: () => String(++names),
    pause: () => Promise.resolve(),
    today: () => '2026-11-22',
  })
}

const first = (): JournalBook => book({ id: ID, events: events(1, 2) })

/** One step of an editor's work; true where the disk said yes. */
export interface Step {
  readonly name: string
  run(journal: DiskJournal, told: Told): Promise<boolean>
}

const said = (result: JournalResult<unknown>): boolean => result.ok

export const steps = {
  create: {
    name: 'create',
    async run(journal, told) {
      told.isCreating = true
      told.sent = 2
      const done = said(await journal.create(first()))
      told.isCreating = false
      if (done) Object.assign(told, { there: 'yes', seq: 2 })
      return done
    },
  },
  append: (count: number): Step => ({
    name: `append ${count}`,
    async run(journal, told) {
      const last = told.seq + count
      told.sent = Math.max(told.sent, last)
      const done = said(await journal.append(ID, events(told.seq + 1, last)))
      if (done) told.seq = last
      return done
    },
  }),
  /** An append that the disk refuses: of it nothing may ever be seen. */
  refused: {
    name: 'refused append',
    run: async (journal, told) => !said(await journal.append(ID, events(told.seq + 1, told.seq + 3))),
  },
  title: (title: string): Step => ({
    name: `title ${title}`,
    async run(journal, told) {
      told.newTitle = title
      const done = said(await journal.describe(ID, { title }))
      if (done) told.title = title
      told.newTitle = null
      return done
    },
  }),
  snapshot: {
    name: 'snapshot',
    async run(journal, told) {
      const { seq } = told
      const done = said(await journal.putSnapshot(ID, { seq, state: `state ${seq}`, why: 'count' }))
      if (done) told.snapshot = seq
      return done
    },
  },
  read: {
    name: 'read',
    async run(journal, told) {
      const content = await journal.read(ID)
      if (!content.ok) return false
      // What is shown as saved must stay.
      const { head } = content.value
      Object.assign(told, {
        there: 'yes',
        seq: head.seq,
        title: head.title,
        newTitle: null,
        isCreating: false,
      })
      // Whoever sent more is dead.
      told.sent = head.seq
      told.recovered += content.value.recovered?.bytes ?? 0
      return head.fault === null
    },
  },
  bin: {
    name: 'bin',
    run: async (journal) => said(await journal.describe(ID, { deleted: 5 })),
  },
  erase: {
    name: 'erase',
    async run(journal, told) {
      told.isErasing = true
      const done = said(await journal.erase(ID))
      if (done) told.there = 'erased'
      told.isErasing = false
      return done
    },
  },
  other: {
    name: 'another book',
    run: async (journal) => said(await journal.create(book({ id: OTHER }))),
  },
} satisfies Record<string, Step | ((...given: never[]) => Step)>

/** Looks at a disk with a new process. What is not as the editor was told, in words; null where all is. */
export async function broken(disk: MemoryDisk, told: Told): Promise<string | null> {
  const journal = newProcess(disk)
  const list = await journal.list()
  if (!list.ok) return `no list: ${list.error.detail}`
  const head = list.value.find(({ id }) => id === ID)
  if (told.there === 'erased') return head ? 'an erased book is back' : null
  if (!head) return told.there === 'no' || told.isErasing ? null : 'the book is gone'
  if (told.there === 'no' && !told.isCreating) return 'a book that was never made'
  const content = await journal.read(ID)
  if (!content.ok) return `unreadable: ${content.error.kind}, ${content.error.detail}`
  const amiss = differs(content.value, told)
  if (amiss) return amiss
  if ((await aside(disk)) < told.recovered) return 'a tail that was set aside is gone'
  const { seq } = content.value.head
  const more = await journal.append(ID, events(seq + 1))
  if (!more.ok) return `cannot go on: ${more.error.detail}`
  const again = await newProcess(disk).read(ID)
  if (!again.ok || again.value.events.length !== seq + 1) return 'what was written after it is not there'
  return null
}

/** Bytes of the tails that were set aside, as far as they are more than zeros. */
async function aside({ fs }: MemoryDisk): Promise<number> {
  let sum = 0
  for (const name of await fs.names(`${ROOT}/${ID}`)) {
    const bytes = name.startsWith('torn-') ? await readWhole(fs, `${ROOT}/${ID}/${name}`) : null
    if (bytes?.some((byte) => byte !== 0)) sum += bytes.length
  }
  return sum
}

function differs(
  { head, events: read, sources, snapshot, recovered }: JournalContent,
  told: Told,
): string | null {
  if (head.fault) return `fault: ${head.fault.detail}`
  if (read.length < told.seq) return `event ${told.seq} was saved, and ${read.length} are left`
  if (read.length > told.sent) return `event ${read.length} comes from nowhere`
  if (JSON.stringify(read) !== JSON.stringify(events(1, read.length))) return 'other events'
  if (JSON.stringify(sources) !== JSON.stringify(first().sources)) return 'other sources'
  if (head.title !== told.title && head.title !== told.newTitle) return `the title ${head.title}`
  if ((snapshot?.seq ?? 0) < told.snapshot) return `the snapshot of ${told.snapshot} is gone`
  if (snapshot && snapshot.state !== `state ${snapshot.seq}`) return 'another snapshot'
  const isInFlight = told.sent > told.seq
  if (told.recovered > 0 && recovered && !isInFlight) return 'a tail that was set aside is back'
  return null
}
