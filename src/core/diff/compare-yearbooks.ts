import type { Yearbook, YearbookEntry, YearbookSection } from '../export/yearbook.ts'
import { compareLines, type LineChange } from './compare-lines.ts'

/** What a line of an exported book is. */
export type LineRole =
  'category' | 'category-en' | 'section' | 'title' | 'paragraph' | 'caption' | 'contributor'

/** Where a line stands in a book: category, sections, entry; null for a part without a title. */
export interface BookLine {
  readonly path: readonly (string | null)[]
  readonly role: LineRole
  readonly text: string
}

/** A change between two exports, with the place on each side where it has one. */
export type BookLineChange = LineChange & {
  readonly before: BookLine | null
  readonly after: BookLine | null
}

/** Two exports of a book, line by line: a paragraph, a title, a caption each. A line that has another role is another. */
export function compareYearbooks(a: Yearbook, b: Yearbook): BookLineChange[] {
  const [linesA, linesB] = [linesOf(a), linesOf(b)]
  const mark = ({ role, text }: BookLine): string => MARKS[role] + text
  return compareLines(linesA.map(mark), linesB.map(mark)).map((change) => ({
    ...unmarked(change),
    before: 'a' in change ? linesA[change.a]! : null,
    after: 'b' in change ? linesB[change.b]! : null,
  }))
}

/** One character for each role, so that lines of two roles are never the same. From the private use area: no text has them. */
const MARKS: Readonly<Record<LineRole, string>> = {
  category: '\ue000',
  'category-en': '\ue001',
  section: '\ue002',
  title: '\ue003',
  paragraph: '\ue004',
  caption: '\ue005',
  contributor: '\ue006',
}

const MARK = /^[\ue000-\ue006]/

function unmarked(change: LineChange): LineChange {
  if (change.kind !== 'changed') return { ...change, text: change.text.replace(MARK, '') }
  // A mark is the first of its line, and its own part where the roles differ.
  const parts = change.parts
    .map((p) => ({ ...p, text: p.text.replace(MARK, '') }))
    .filter((p) => p.text !== '')
  return { ...change, parts }
}

/** All lines of a book in reading order. */
export function linesOf(book: Yearbook): BookLine[] {
  const out: BookLine[] = []
  const add = (path: readonly (string | null)[], role: LineRole, text: string | null): void => {
    if (text !== null && text !== '') out.push({ path, role, text })
  }
  const entry = (path: readonly (string | null)[], e: YearbookEntry): void => {
    const inside = [...path, e.title]
    add(inside, 'title', e.title)
    for (const paragraph of e.paragraphs) add(inside, 'paragraph', paragraph)
    for (const { text, credit } of e.captions)
      add(inside, 'caption', credit === null ? text : `${text}（${credit}）`)
    for (const name of e.contributors) add(inside, 'contributor', name)
  }
  const section = (path: readonly (string | null)[], s: YearbookSection): void => {
    const inside = [...path, s.title]
    add(inside, 'section', s.title)
    for (const e of s.entries) entry(inside, e)
    for (const name of s.contributors) add(inside, 'contributor', name)
    for (const inner of s.sections) section(inside, inner)
  }
  for (const category of book.categories) {
    add([category.title], 'category', category.title)
    add([category.title], 'category-en', category.titleEn)
    for (const s of category.sections) section([category.title], s)
  }
  return out
}
