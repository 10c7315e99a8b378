import type { FigureBook } from './book.ts'
import { home, type Home } from './home.ts'
import { passage, type ReadPassage } from './read-passage.ts'
import { Reader } from './reader.ts'
import { Wordings } from './wording.ts'
import { entryScope, isOverview, type Scope } from './scope.ts'

/** An entry, read: its title and its blocks. */
export interface ReadEntry {
  readonly title: ReadPassage | null
  readonly body: readonly ReadPassage[]
  /** The title, if it has one, then the body. */
  readonly passages: readonly ReadPassage[]
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
}

export function read(book: FigureBook): Reading {
  let order = 0
  const opened = book.entries.map((e, i) => ({
    title: e.title && passage(e.title, order++, i, true),
    body: e.body.map((b) => passage(b, order++, i, false)),
  }))
  const region = home(opened.flatMap((e) => e.body))
  const words = new Wordings(region)
  const year = bookYear(opened)
  const entries = opened.map((e, i): ReadEntry => {
    const { heading, section, category } = book.entries[i]!
    const { title, body } = e
    const scope = entryScope(title?.text ?? null, heading)
    if (title) new Reader(title, scope, region, words, year).read()
    // What the first sentence says of all holds weakly for the rest of the entry.
    let said: Scope = scope
    for (const p of body) {
      const reader = new Reader(p, said, region, words, year)
      reader.read()
      if (said.kind === 'entry' && reader.outright) said = { kind: 'home', said: 'earlier' }
    }
    const passages = title ? [title, ...body] : body
    const sumsUp = isOverview(title?.text ?? null)
    const kind = !sumsUp ? 'entry' : isOverview(heading) ? 'general' : 'overview'
    return { title, body, passages, kind, section, category }
  })
  return { entries, home: region, year }
}

/** The year with which most entries open. */
function bookYear(entries: readonly { readonly body: readonly ReadPassage[] }[]): number | null {
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
