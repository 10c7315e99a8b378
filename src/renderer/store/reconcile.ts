import type { JournalContent, JournalError, JournalHead } from '../../contract/journal.ts'
import { sameValue } from '../../core/document/same-value.ts'
import type { Logged } from '../../core/document/event.ts'
import { ok, type Result } from '../../core/result.ts'
import { type Copies, forbids, FORKED } from './copies.svelte.ts'
import type { BookKey, BookRow } from './rows.ts'
import type { Store } from './store.ts'

/** What was put right between the tables and the copies, and what could not be. */
export interface Recovery {
  /** Taken over from the copies into the tables: so many events of an editor. */
  readonly restored: readonly Restored[]
  /** The tables had them, the copies had not. */
  readonly copied: readonly Mended[]
  /** Can be read only. */
  readonly faults: readonly { readonly title: string; readonly error: JournalError }[]
}

export interface Mended {
  readonly title: string
  readonly events: number
}

export interface Restored extends Mended {
  readonly id: BookKey
}

interface Account {
  readonly restored: Restored[]
  readonly copied: Mended[]
  readonly faults: { title: string; error: JournalError }[]
}

const HOLE: JournalError = {
  kind: 'damaged',
  detail: 'events are missing in both, and the browser has later ones',
}

/**
 * Compares the tables with the copies, book by book, and gives each what only the other has. The copy is the truth, but
 * what was done while it could not be reached is only in the tables; where both say different things, nothing is touched.
 * A book that any window has open is left to that window. An error: the copies cannot be listed.
 */
export async function reconcile(store: Store, copies: Copies): Promise<Result<Recovery, JournalError>> {
  const heads = await copies.list()
  if (!heads.ok) return heads
  const books = await store.listBooks()
  const account: Account = { restored: [], copied: [], faults: [] }
  if (!books.ok) return ok(account)
  const rows = new Map(books.value.map((row) => [row.id, row]))
  const copied = new Map(heads.value.map((head) => [head.id as BookKey, head]))
  for (const id of new Set([...copied.keys(), ...rows.keys()])) {
    const lock = await store.locks.acquire(id)
    if (!lock) continue
    try {
      await one(store, copies, id, copied.get(id), rows.get(id), account)
    } finally {
      lock.release()
    }
  }
  copies.compared()
  return ok(account)
}

async function one(
  store: Store,
  copies: Copies,
  id: BookKey,
  head: JournalHead | undefined,
  row: BookRow | undefined,
  account: Account,
): Promise<void> {
  const title = row?.title ?? head?.title ?? id
  const failed = (error: JournalError): void => {
    copies.setFault(id, error)
    account.faults.push({ title, error })
  }
  if (head?.fault) failed(head.fault)
  if (row && (await isWhole(store, row)) && (head?.seq ?? 0) <= row.lastSeq) {
    if (head?.fault) return
    if (head?.seq !== row.lastSeq) {
      const error = await store.catchUp(id)
      if (error === null) account.copied.push({ title, events: row.lastSeq - Math.max(1, head?.seq ?? 1) })
      else if (forbids(error)) failed(error)
    }
    if (head) await label(store, copies, head, row)
    return
  }
  // Neither here nor in the copy is all of it: what is here can be looked at.
  if (!head) return
  const content = await copies.read(id)
  if (!content.ok) {
    failed(content.error)
    return
  }
  const here = row ? await store.readEvents(id) : ok([])
  const events = here.ok ? here.value : []
  if (hasParted(content.value.events, events)) {
    failed(FORKED)
    return
  }
  // Those that go on where the copy ends; what stands behind a hole that both have would go with it.
  const more = events.filter(({ seq }) => seq > content.value.events.length)
  if (more.some(({ seq }, i) => seq !== content.value.events.length + 1 + i)) {
    failed(HOLE)
    return
  }
  await takeOver(store, content.value, { here: events, more }, row, account)
  if (content.value.head.fault && !head.fault) failed(content.value.head.fault)
}

async function takeOver(
  store: Store,
  content: JournalContent,
  { here, more }: { readonly here: readonly Logged[]; readonly more: readonly Logged[] },
  row: BookRow | undefined,
  account: Account,
): Promise<void> {
  const { head, events } = content
  const id = head.id as BookKey
  const title = row?.isOwed ? row.title : head.title
  const restored = await store.restore(content, more)
  if (!restored.ok) return
  const known = here.filter(({ seq }) => seq <= events.length).length
  // The engine's own first event is no work of an editor.
  account.restored.push({ id, title, events: events.length - Math.max(1, known) })
  if (more.length === 0 || forbids(head.fault)) return
  const error = await store.catchUp(id)
  if (!error) account.copied.push({ title, events: more.length })
}

async function isWhole(store: Store, row: BookRow): Promise<boolean> {
  const census = await store.census(row.id)
  if (!census.ok) return false
  const { events, last, isComplete } = census.value
  return isComplete && events === row.lastSeq && last === row.lastSeq
}

/** Do both have an event of one number that says two things? */
function hasParted(copied: readonly Logged[], here: readonly Logged[]): boolean {
  return here.some((event) => {
    const other = copied[event.seq - 1]
    return other !== undefined && !sameValue(other, event)
  })
}

async function label(store: Store, copies: Copies, head: JournalHead, row: BookRow): Promise<void> {
  const { title, deleted } = row.isOwed ? row : head
  if (row.isOwed) {
    const said = await copies.describe(row.id, { title, deleted })
    if (said.ok) await store.relabel(row.id, { title, deleted })
  } else if (title !== row.title || deleted !== row.deleted) await store.relabel(row.id, { title, deleted })
}
