import type { FigureBook } from './book.ts'
import { home, type Home } from './home.ts'
import { passage, type Passage } from './passage.ts'
import { Reader } from './reader.ts'
import { entryScope, isOverview, type Scope } from './scope.ts'
import type { Statement } from './statement.ts'

/** An entry, read: its title and its blocks. */
export interface ReadEntry {
  readonly title: Passage | null
  readonly body: readonly Passage[]
  /** Does it sum up: its section, or, in a first section of that name, its category? */
  readonly kind: 'general' | 'overview' | 'entry'
  readonly section: number
  readonly category: number
}

/** A book as far as figures go. */
export interface Reading {
  readonly entries: readonly ReadEntry[]
  readonly home: Home
  /** The year it is about; null where its entries do not say. */
  readonly year: number | null
  /** By passage, in the order of their quantities. */
  readonly statements: ReadonlyMap<Passage, readonly Statement[]>
}

export function read(book: FigureBook): Reading {
  const entries = book.entries.map((e, i): ReadEntry => ({
    title: e.title && passage(e.title, i, true),
    body: e.body.map((b) => passage(b, i, false)),
    kind: !isOverview(e.title?.text ?? null) ? 'entry' : isOverview(e.heading) ? 'general' : 'overview',
    section: e.section,
    category: e.category,
  }))
  const all = entries.flatMap((e) => (e.title ? [e.title, ...e.body] : e.body))
  const region = home(all)
  const year = bookYear(entries)
  const statements = new Map<Passage, readonly Statement[]>()
  for (const entry of entries) {
    const scope = entryScope(entry.title?.text ?? null)
    if (entry.title) statements.set(entry.title, new Reader(entry.title, scope, region, year).read())
    // What the first sentence says of all holds weakly for the rest of the entry.
    let said: Scope = scope
    for (const p of entry.body) {
      const reader = new Reader(p, said, region, year)
      statements.set(p, reader.read())
      if (said.kind === 'entry' && reader.outright) said = { kind: 'home', said: 'earlier' }
    }
  }
  return { entries, home: region, year, statements }
}

/** The year with which most entries open. */
function bookYear(entries: readonly ReadEntry[]): number | null {
  const counts = new Map<number, number>()
  for (const { body } of entries) {
    const q = body[0]?.quantities[0]
    const year = q?.kind === 'date' && q.from < 12 ? q.start.year : null
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  let best: number | null = null
  for (const [year, n] of counts) if (best === null || n > counts.get(best)!) best = year
  return best
}
