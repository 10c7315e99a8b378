import { Chance } from './chance.ts'
import { cleanBook, type BookSize } from './clean/book.ts'
import type { CleanBook, CleanSection } from './clean/model.ts'
import { world } from './clean/world.ts'
import { extract, type Wound } from './extract.ts'
import type { Kind, Rates } from './kinds.ts'
import { markRows } from './marks/index.ts'
import { placeCaptions, type Placed } from './print/captions.ts'
import { flow } from './print/flow.ts'
import { footnotesOf, placeFootnotes } from './print/footnotes.ts'
import type { Row } from './print/glyph.ts'
import { print, type Layout } from './print/layouts.ts'
import { paginate } from './print/pages.ts'
import { tear } from './print/torn.ts'

/** The clean export of a book, as far as it is scored. */
export interface Expected {
  readonly categories: readonly ExpectedCategory[]
  readonly furniture: readonly string[]
}

export interface ExpectedEntry {
  readonly title: string | null
  readonly paragraphs: readonly string[]
  readonly captions: readonly { readonly text: string; readonly credit: string | null }[]
  readonly contributors: readonly string[]
  readonly contradiction?: Kind
}

export interface ExpectedSection {
  readonly title: string | null
  readonly entries: readonly ExpectedEntry[]
  readonly contributors: readonly string[]
  readonly sections: readonly ExpectedSection[]
}

export interface ExpectedCategory {
  readonly title: string | null
  readonly titleEn: string | null
  readonly sections: readonly ExpectedSection[]
}

/** A damaged text, and what it was. */
export interface Specimen {
  readonly bytes: Uint8Array
  readonly text: string
  readonly expected: Expected
  readonly wounds: readonly Wound[]
}

const SMALL: BookSize = { categories: 2, sections: 3, entries: 4, english: 0.7, nested: false }

/** A book, printed and damaged: one of its own for each seed, of a size, or the one that is given. */
export function specimen(
  seed: number | string,
  layout: Layout,
  rates: Rates,
  source: BookSize | CleanBook = SMALL,
): Specimen {
  const c = new Chance(seed)
  const { book, world } = 'yearbook' in source ? written(source, c) : drawn(source, rates, c)
  const page = print(c.fork('print'), layout)
  const set = flow(book, layout, page, rates, c.fork('flow'))
  const torn = tear(set, rates, c.fork('torn'))
  const { rows: lit, placed } = placeCaptions(torn, world, page, rates, c.fork('captions'))
  const turned =
    layout.line === 'whole' && !paged(rates) ? lit : paginate(lit, book, page, rates, c.fork('pages'))
  const rows = rates.footnote ? placeFootnotes(turned, page, rates.footnote, c.fork('footnotes')) : turned
  markRows(rows, rates, c.fork('marks'))
  const { text, wounds } = extract(rows, layout, page, rates, c.fork('extract'))
  const bytes = encode(text, rates)
  return { bytes, text, wounds, expected: expected(book.categories, placed, rows) }
}

type Source = ReturnType<typeof cleanBook>

/** A book has English lines under all its categories, or under none. */
function drawn(size: BookSize, rates: Rates, c: Chance): Source {
  const english = c.hit(size.english) ? 1 : 0
  return cleanBook(c.fork('text'), { ...size, english }, rates)
}

/** Captions of a book written by hand name its own county. */
function written(book: CleanBook, c: Chance): Source {
  const county = book.yearbook.replace(/年鉴$/, '')
  return { book, world: { ...world(c.fork('text')), county, year: book.year - 1 } }
}

const paged = (rates: Rates): boolean => Object.keys(rates).some((kind) => /^(?:head|page|number)/.test(kind))

function encode(text: string, rates: Rates): Uint8Array {
  const broken = (rates.crlf ?? 0) > 0 ? text.replaceAll('\n', '\r\n') : text
  return new TextEncoder().encode((rates['byte-order-mark'] ?? 0) > 0 ? `\ufeff${broken}` : broken)
}

type Categories = ReturnType<typeof cleanBook>['book']['categories']

function expected(categories: Categories, placed: readonly Placed[], rows: readonly Row[]): Expected {
  let index = -1
  const section = (s: CleanSection): ExpectedSection => ({
    title: s.title,
    entries: s.entries.map((e) => {
      index++
      return {
        title: e.title,
        paragraphs: withFootnotes(
          e.paragraphs.map((p) => p.text),
          rows,
          index,
        ),
        captions: placed.filter((p) => p.entry === index).map((p) => p.caption),
        contributors: [...e.contributors],
        ...(e.contradiction ? { contradiction: e.contradiction } : {}),
      }
    }),
    contributors: s.contributors,
    sections: s.sections.map(section),
  })
  const heads = rows.filter((r) => r.role === 'head').map((r) => r.glyphs.map((g) => g.char).join(''))
  // Letter spacing is taken out of a head; other spaces are as printed.
  const closed = heads.map((h) => h.replace(/(?<=\p{Script=Han})[ 　]+(?=\p{Script=Han})/gu, ''))
  return {
    categories: categories.map((k) => ({
      title: k.title,
      titleEn: k.titleEn,
      sections: k.sections.map(section),
    })),
    furniture: [...new Set(closed)],
  }
}

/** Each after the paragraph that it interrupts; a space after its sign is no part of it. */
function withFootnotes(paragraphs: readonly string[], rows: readonly Row[], entry: number): string[] {
  const notes = footnotesOf(rows, entry)
  return paragraphs.flatMap((text, i) => [
    text,
    ...notes.filter((n) => n.after === i).map((n) => n.text.replace('* ', '*')),
  ])
}
