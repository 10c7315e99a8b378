import type { Chance } from '../chance.ts'
import type { CleanBook } from '../clean/model.ts'
import { HEADS, TAILS } from '../clean/words.ts'
import type { Kind, Rates } from '../kinds.ts'
import { glyphs, type Row } from './glyph.ts'
import type { Print } from './layouts.ts'

/** What heads and page numbers a book has, page by page. */
interface Furnishing {
  top(page: Here): string[]
  bottom(page: Here): string[]
  readonly kind: Kind
}

interface Here {
  readonly number: number
  readonly category: { readonly title: string; readonly titleEn: string | null }
  readonly section: string
}

const NUMBERS: readonly ((n: number) => string)[] = [
  (n) => `· ${n} ·`,
  (n) => `- ${n} -`,
  (n) => `— ${n} —`,
  (n) => `·${n}·`,
  (n) => `－${n}－`,
  (n) => `第 ${n} 页`,
  (n) => `第${n}页`,
  (n) => `${n}`,
  (n) => `• ${n} •`,
  (n) => `~ ${n} ~`,
  (n) => `[ ${n} ]`,
  (n) => `〔${n}〕`,
]

/** Front matter counts in Roman numerals. */
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'] as const
const roman = (n: number): string =>
  'x'.repeat(Math.floor((n % 40) / 10)) + (n % 10 === 0 ? '' : ROMAN[(n % 10) - 1]!)
const ROMAN_NUMBERS: readonly ((n: number) => string)[] = [
  (n) => `· ${roman(n)} ·`,
  (n) => `- ${roman(n).toUpperCase()} -`,
  (n) => `— ${roman(n)} —`,
]

/** Head and number on one line. */
const MERGED: readonly ((head: string, n: number) => string)[] = [
  (head, n) => `${n} ${head}`,
  (head, n) => `${head} ${n}`,
  (head, n) => `第${n}页　${head}`,
  (head, n) => `${head}　第${n}页`,
  (head, n) => `${head} ·${n}·`,
  (head, n) => `${head}·${n}·`,
]

/** Cuts rows into columns and pages, and prints on each page what stands on all of them. */
export function paginate(
  rows: readonly Row[],
  book: CleanBook,
  print: Print,
  rates: Rates,
  c: Chance,
): Row[] {
  const pages = cut(rows, print, rates, c)
  const plan = furnishing(book, rates, c)
  // Front matter is short.
  const first = (rates['page-number-roman'] ?? 0) > 0 ? c.int(1, 20) : c.int(1, 380)
  const out: Row[] = []
  let category: Here['category'] = book.categories[0]!
  let section = category.title
  let block = -2
  pages.forEach((page, i) => {
    for (const row of page) {
      const text = row.glyphs.map((g) => g.char).join('')
      if (row.role === 'category') category = book.categories.find((k) => k.title === text)!
    }
    const heading = page.findLast((r) => r.role === 'heading')
    // A page that begins with a title is headed by it.
    if (page[0]!.role === 'heading') section = page[0]!.glyphs.map((g) => g.char).join('')
    if (page[0]!.role === 'category') section = category.title
    const here: Here = { number: first + i, category, section }
    const set = (text: string, at: Row): Row => {
      const marks = glyphs(text)
      marks[0]!.kind = plan.kind
      return {
        role: 'head',
        glyphs: marks,
        block: block--,
        entry: at.entry,
        indent: 0,
        space: 0,
        starts: null,
      }
    }
    const top = plan.top(here).map((t) => set(t, page[0]!))
    const bottom = plan.bottom(here).map((t) => set(t, page.at(-1)!))
    page[0]!.starts = null
    const all = [...top, ...page, ...bottom]
    all[0]!.starts = 'page'
    for (const row of all) out.push(row)
    if (heading) section = heading.glyphs.map((g) => g.char).join('')
  })
  return out
}

function cut(rows: readonly Row[], print: Print, rates: Rates, c: Chance): Row[][] {
  const pages: Row[][] = [[]]
  const own = c.hit(0.5) || (rates['displaced-category'] ?? 0) > 0
  let filled = 0
  let column = 1
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1]
    // A heading is kept with what it heads, a caption with its credit.
    const bound =
      before !== undefined &&
      (['category', 'category-en', 'heading'].includes(before.role) ||
        row.role === 'category-en' ||
        row.role === 'credit' ||
        (row.role === 'caption' && before.role === 'caption'))
    const fresh =
      row.starts === 'page' ||
      (own && row.role === 'category' && row.glyphs[0]?.kind !== 'displaced-category')
    if (fresh || (!bound && filled + row.space >= print.rowsInColumn)) {
      const turns = fresh || column >= print.columnsInPage
      filled = 0
      if (turns) {
        column = 1
        if (pages.at(-1)!.length > 0) pages.push([])
      } else column++
      row.starts = turns ? 'page' : 'column'
    }
    pages.at(-1)!.push(row)
    filled += 1 + row.space
  }
  return pages.filter((p) => p.length > 0)
}

function furnishing(book: CleanBook, rates: Rates, c: Chance): Furnishing {
  const chosen = (Object.keys(HEAD_FORMS) as (keyof typeof HEAD_FORMS)[]).filter((k) => c.hit(rates[k] ?? 0))
  const headKind = chosen.length > 0 ? c.pick(chosen) : null
  const inRoman = (rates['page-number-roman'] ?? 0) > 0
  const numbered = c.hit(rates['page-number'] ?? 0) || inRoman
  const merged = c.hit(rates['number-with-head'] ?? 0)
  const number = c.pick(inRoman ? ROMAN_NUMBERS : NUMBERS)
  const head = headKind ? HEAD_FORMS[headKind](book, c) : null
  const spaced = c.hit(rates['head-spaced'] ?? 0)
  const misread = rates['head-misread'] ?? 0
  const headOnTop = c.hit(0.75)
  const numberFirst = c.hit(0.5)
  const form = merged ? c.pick(MERGED) : null
  const kind = form
    ? misread > 0
      ? 'number-with-head-misread'
      : 'number-with-head'
    : misread > 0
      ? 'head-misread'
      : spaced
        ? 'head-spaced'
        : inRoman
          ? 'page-number-roman'
          : (headKind ?? 'page-number')
  const texts = (here: Here): { head: string[]; number: string[] } => {
    let text = head?.(here) ?? null
    if (text !== null && c.hit(misread)) text = wrong(text, c)
    if (text !== null && spaced) text = text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ')
    if (text !== null && form) return { head: [form(text, here.number)], number: [] }
    return { head: text === null ? [] : [text], number: numbered ? [number(here.number)] : [] }
  }
  let last: { page: number; texts: ReturnType<typeof texts> } | null = null
  const of = (here: Here): ReturnType<typeof texts> => {
    if (last?.page !== here.number) last = { page: here.number, texts: texts(here) }
    return last.texts
  }
  // Head and number in one margin, or one in each.
  const together = c.hit(0.3)
  return {
    kind,
    top: (h) =>
      together ? (headOnTop ? both(of(h), numberFirst) : []) : headOnTop ? of(h).head : of(h).number,
    bottom: (h) =>
      together ? (headOnTop ? [] : both(of(h), numberFirst)) : headOnTop ? of(h).number : of(h).head,
  }
}

const both = (t: { head: string[]; number: string[] }, numberFirst: boolean): string[] =>
  numberFirst ? [...t.number, ...t.head] : [...t.head, ...t.number]

const LATIN_NAMES = ['TINGCHUAN', 'XUNLING', 'LUYANG', 'YANPU', 'HEWAN', 'TAOXI'] as const

type HeadForm = (book: CleanBook, c: Chance) => (here: Here) => string

const HEAD_FORMS = {
  'head-book': (book, c) => {
    const latin = c.pick(LATIN_NAMES)
    const form = c.pick<() => string>([
      () => book.yearbook,
      () => `${book.year}${book.yearbook}`,
      () => `${book.yearbook}${book.year}`,
      () => `${book.yearbook}（${book.year}）`,
      () => `${latin} YEARBOOK ${book.year}`,
    ])
    return form
  },
  'head-category': () => (here) => here.category.title,
  'head-bilingual': () => (here) =>
    here.category.title + (here.category.titleEn ? ` ${here.category.titleEn}` : ''),
  'head-section': () => (here) => here.section,
  'head-odd-even': (book) => (here) => (here.number % 2 === 0 ? book.yearbook : here.category.title),
  'head-spaced': (book) => () => book.yearbook,
  'head-misread': (book) => () => book.yearbook,
  'number-with-head': (book, c) => (c.hit(0.5) ? () => book.yearbook : (here) => here.category.title),
} satisfies Partial<Record<Kind, HeadForm>>

/** One character read as another; digits stay. */
function wrong(text: string, c: Chance): string {
  const places = Array.from(text.matchAll(/[\p{Script=Han}A-Z]/gu), (m) => m.index)
  const at = c.pick(places)
  const other = c.pick(/[A-Z]/.test(text[at]!) ? ['E', 'F', 'B', 'R'] : [...HEADS, ...TAILS])
  return text.slice(0, at) + other + text.slice(at + 1)
}
