import { goesOnFromDigits } from '../counted.ts'
import type { Draft } from '../draft.ts'
import { isFinal, WIDEST } from '../layout/stretch.ts'
import { isShortName } from '../names.ts'
import type { HeadLine } from './head-line.ts'
import type { HeadLines } from './head-lines.ts'
import type { PageEdges } from './page-edges.ts'

/** Between two numbers of a book so many pages may be missing. */
export const GAP = 3
/** A page has more than so many pieces, its number counted. */
const LEAST = 2
/** So many pieces at least are a page where runs are set apart. */
const PAGE_OF_RUNS = 60
/** A list has so many items at most: （1）⏎… */
const MOST_ITEMS = 30

/**
 * Numbers that are page numbers whatever stands beside them: in paired marks, or alone at page edges; of one shape, and
 * counting up. Gives indices of pieces.
 */
export function numberedPages(draft: Draft, lines: HeadLines, edges: PageEdges): number[] {
  const shapes = new Map<string, HeadLine[]>()
  for (const line of lines.numbers) {
    // | 9 is a cell between bars as well, P9 a name.
    if (line.number === null || /^open [|P]/i.test(line.shape)) continue
    const group = shapes.get(line.shape) ?? []
    group.push(line)
    shapes.set(line.shape, group)
  }
  const out: number[] = []
  for (const [shape, group] of shapes) {
    const candidates =
      shape === 'bare'
        ? group.filter((l) => isBareCandidate(draft, l, edges) || isLost(draft, l))
        : shape === 'roman'
          ? group.filter((l) => isBareCandidate(draft, l, edges))
          : group
    // Beside a space that may be stray, a run that an extractor has set apart is no page number for counting up by chance.
    const chained = new Set(chains(candidates))
    const strict = chains(candidates, 1, PAGE_OF_RUNS)
    const sure = new Set(strict.length >= WAY ? strict : [])
    const isChained = (line: HeadLine): boolean => {
      const isRun = shape === 'bare' && draft.isolates && edges.has(line.index)
      return (isRun ? sure : chained).has(line)
    }
    for (const line of candidates)
      if (
        !line.piece.role &&
        (isChained(line) ||
          (shape === 'bare' && isLost(draft, line)) ||
          (!isPlain(shape) && (edges.has(line.index) || endsText(draft, line) || standsAlone(draft, line))))
      )
        out.push(line.index)
  }
  return out
}

/** No marks on both sides: where it stands has to tell. */
function isPlain(shape: string): boolean {
  return shape === 'bare' || shape === 'roman' || shape.startsWith('open')
}

/** So many numbers in marks are the way of the book. */
const WAY = 3

/** Does the book number its pages in marks, · 12 ·, as far as is known by now? */
export function numbersInMarks(lines: HeadLines): boolean {
  let count = 0
  for (const { shape, piece } of lines.numbers) if (!isPlain(shape) && piece.role === 'furniture') count++
  return count >= WAY
}

/**
 * A number beside furniture, at a page's edge. `inMarks`: the book numbers its pages in marks; `counted`: those that count up.
 */
export function isPageNumber(
  draft: Draft,
  line: HeadLine,
  lines: HeadLines,
  edges: PageEdges,
  inMarks: boolean,
  counted: ReadonlySet<HeadLine>,
): boolean {
  if (line.key !== '' || line.number === null || !edges.has(line.index) || line.shape.startsWith('open'))
    return false
  // X and V are words of the text, too, which an extractor may set apart.
  if (line.shape === 'roman' && draft.isolates) return false
  const beside = isBesideFurniture(draft, line.index)
  if (!beside || line.shape !== 'bare') return beside
  // A page has one number: 1 beside [ 298 ] is a piece of the text.
  if (isYearOfBook(draft, line.index)) return true
  if (isNumberBeside(draft, lines, line.index)) return false
  if (!draft.isolates) return true
  // 400⏎-⏎627, after a head.
  if (inMarks) return false
  if (!isMarkedRun(draft, line.index)) return false
  return !endsOpen(draft, line.index - 1) || (counted.has(line) && !isCounting(draft, line.index))
}

function isBesideFurniture({ pieces }: Draft, index: number): boolean {
  return pieces[index - 1]?.role === 'furniture' || pieces[index + 1]?.role === 'furniture'
}

/** In mid-text a number alone may be a run that an extractor has set apart: a page's mark or a head beside it speaks against it. */
function isMarkedRun(draft: Draft, index: number): boolean {
  const [number, next] = [draft.pieces[index]!, draft.pieces[index + 1]]
  return number.line.pageMark !== null || next?.line.pageMark !== null || besideHead(draft, index)
}

/** Bare numbers at page edges that count up. */
export function countedPages(lines: HeadLines, edges: PageEdges): ReadonlySet<HeadLine> {
  return new Set(chains(lines.numbers.filter((l) => l.shape === 'bare' && edges.has(l.index))))
}

/** 云山年鉴 ⏎ 2020 ⏎ · 212 ·: between the book's title and more furniture. */
function isYearOfBook({ pieces, text }: Draft, index: number): boolean {
  const [before, year, after] = [pieces[index - 1], pieces[index]!, pieces[index + 1]]
  if (before?.role !== 'furniture' || after?.role !== 'furniture') return false
  return (
    text.slice(before.from, before.to).endsWith('年鉴') &&
    /^(?:19|20)[0-9]{2}$/.test(text.slice(year.from, year.to))
  )
}

/** Beside it stands the number of the page, alone or with a head; or a head that has another number on its other side. */
function isNumberBeside(draft: Draft, lines: HeadLines, index: number): boolean {
  return [-1, 1].some((way) => {
    const p = draft.pieces[index + way]
    if (p?.role !== 'furniture') return false
    if (!/\p{L}/u.test(draft.plain(p).replace(/[第页]/g, ''))) return true
    const number = lines.get(index + way)?.number ?? null
    // 云山年鉴 2019: the year of the book.
    if (number !== null && number < 1900) return true
    const other = lines.get(index + 2 * way)
    return other?.shape === 'bare'
  })
}

function besideHead(draft: Draft, index: number): boolean {
  const { pieces } = draft
  const text = (k: number): boolean =>
    pieces[k]?.role === null && /^\p{Script=Han}/u.test(draft.plain(pieces[k]))
  // A head that holds its number needs no other.
  const head = (k: number): boolean =>
    pieces[k]?.role === 'furniture' && /^[^0-9]*\p{L}[^0-9]*$|年鉴[0-9（(]*/u.test(draft.plain(pieces[k]))
  // 年 and the like after it: it belongs to the text.
  return (
    (head(index - 1) && !(text(index + 1) && isUnit(draft, index + 1))) ||
    (head(index + 1) && !endsOpen(draft, index - 1))
  )
}

function isUnit(draft: Draft, index: number): boolean {
  return /^[\p{Script=Han}%‰]/u.test(draft.plain(draft.pieces[index]!))
}

function endsOpen(draft: Draft, index: number): boolean {
  const p = draft.pieces[index]
  return p?.role === null && !/[。！？”）)]$/.test(draft.plain(p))
}

/** 第⏎2⏎科学技术⏎只: does a unit follow a number that an extractor has set apart, heads between them aside? */
function isCounting(draft: Draft, index: number): boolean {
  const { pieces } = draft
  let last = index - 1
  while (pieces[last]?.role === 'furniture') last--
  if (!draft.isolates || /[。！？]$/.test(textOf(draft, last))) return false
  let next = index + 1
  while (pieces[next]?.role === 'furniture') next++
  return goesOnFromDigits(textOf(draft, next))
}

/** A bare number at a page's edge, or on a printed line of its own where no extractor sets runs apart. */
function isBareCandidate(draft: Draft, line: HeadLine, edges: PageEdges): boolean {
  if (edges.has(line.index)) return !isCounting(draft, line.index)
  if (edges.marked) return false
  // Whole blocks of print on one line: nothing was set apart.
  if ([-1, 1].some((way) => (draft.pieces[line.index + way]?.width ?? 0) > WIDEST)) return true
  let runs = 0
  for (let k = Math.max(0, line.index - 30); k < line.index + 30 && runs <= 3; k++)
    if (draft.pieces[k]?.isRun) runs++
  return runs <= 3
}

/** The names of those who wrote it are the last of a text. */
const SIGNED = /^[（(][\p{Script=Han}·\s]{2,20}[）)]$/u

/** A number alone between a finished sentence and a title or a gap, where no extractor sets runs apart: no text. */
function isLost(draft: Draft, { index, piece }: HeadLine): boolean {
  const { pieces } = draft
  const before = pieces[index - 1]
  const next = pieces[index + 1]
  if (draft.isolates || !before || before.isRun) return false
  const ended = isFinal(draft.text, before) || (!next && SIGNED.test(draft.plain(before)))
  if (before.role === null && !ended) return false
  if (!next) return before.role === null
  if (next.isRun) return false
  const gaps = piece.line.blanksBefore > 0 && next.line.blanksBefore > 0
  return next.role === 'title' || (gaps && isShortName(draft.plain(next), 16))
}

/** Those that count up by one, or by a few where pages are missing (`most`); `least`: pieces on a page. */
export function chains<T extends { readonly index: number; readonly number: number | null }>(
  group: readonly T[],
  most = GAP,
  least = LEAST,
): T[] {
  const up = (a: T | undefined, b: T | undefined): boolean => {
    if (!a || !b) return false
    const step = b.number! - a.number!
    return step >= 1 && step <= most && b.index - a.index > least
  }
  return group.filter((line, i) => up(group[i - 1], line) || up(line, group[i + 1]))
}

/** The last line of a text, in paired marks; in brackets after a finished sentence or a signature only. */
function endsText(draft: Draft, line: HeadLine): boolean {
  if (line.index !== draft.pieces.length - 1) return false
  if (/^[·•●∙・\-—–－~～第]/.test(line.shape)) return true
  const before = draft.pieces[line.index - 1]
  return before !== undefined && /[。）)]$/.test(draft.plain(before))
}

/** Paired marks on a line of their own. Tight ones between two numbers may be a date, 第 9 页 what a sentence names. */
function standsAlone(draft: Draft, { index, shape }: HeadLine): boolean {
  if (shape.startsWith('第')) return !/[见于在到至从自以]$/.test(textOf(draft, index - 1))
  if (!/^[·•●∙・\-—–－~～.]/.test(shape)) return false
  // ——9——: a remark between dashes. 978-7⏎- 5108 -⏎1234: part of a code.
  if (shape.endsWith(' ')) return !/^[-—–－]/.test(shape) || !isBetweenDigits(draft, index, index)
  return shape.length === 1 && !isBetweenDigits(draft, index, index)
}

/** Do digits of the text, or what is read for one, stand right before the piece `from`, and right after the piece `to`? */
export function isBetweenDigits(draft: Draft, from: number, to: number): boolean {
  return (
    /[0-9０-９OoIl〇○]$/.test(textOf(draft, from - 1)) && /^[0-9０-９OoIl〇○]/.test(textOf(draft, to + 1))
  )
}

/** A line that looks like a page number, left in mid-sentence: asked about. */
export function isDoubtfulNumber(draft: Draft, { number, index, shape }: HeadLine): boolean {
  const before = textOf(draft, index - 1)
  if (number === null || before === '') return false
  // A number alone says nothing; but what follows % is none of the text, and beside a head it may be none.
  if (shape === 'bare')
    return (
      /[%‰℃]$/.test(before) ||
      (/[。！？）)]$/.test(before) && isLast(draft, index)) ||
      (draft.isolates && isBesideFurniture(draft, index) && isMarkedRun(draft, index))
    )
  const after = textOf(draft, index + 1)
  if (shape === 'roman') return !draft.isolates && after !== '' && !/[。！？：；]$/.test(before)
  if (shape === 'open |') return !before.includes('|') && !after.includes('|')
  // 400⏎-822-⏎6587
  if (/^[-—–－]/.test(shape) && isBetweenDigits(draft, index, index)) return false
  const mayBeItem = draft.isolates && number <= MOST_ITEMS && /[。！？：；”）)]$/.test(before)
  return !/^[[［〔（(]/.test(shape) || !mayBeItem
}

/** Does nothing of the text follow? */
function isLast({ pieces }: Draft, index: number): boolean {
  for (let k = index + 1; k < pieces.length; k++) if (pieces[k]!.role !== 'furniture') return false
  return true
}

/** What a piece of running text holds; nothing for any other. */
function textOf(draft: Draft, index: number): string {
  const p = draft.pieces[index]
  return p?.role === null ? draft.plain(p) : ''
}
