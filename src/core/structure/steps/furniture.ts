import { ruleId } from '../../rules/rule.ts'
import type { Draft } from '../draft.ts'
import { isBookTitle, isFramedNumber } from '../furniture/head-line.ts'
import { HeadLines } from '../furniture/head-lines.ts'
import { Heads } from '../furniture/heads.ts'
import {
  countedPages,
  isDoubtfulNumber,
  isPageNumber,
  numberedPages,
  numbersInMarks,
} from '../furniture/page-numbers.ts'
import { PageEdges } from '../furniture/page-edges.ts'
import { tornNumbers } from '../furniture/torn-numbers.ts'
import { compact } from '../names.ts'
import { type Piece, questionOf } from '../piece.ts'
import type { Step } from '../step.ts'

/** Running heads and page numbers: what is printed on each page and is no part of the text. */
export const furniture: Step = {
  id: ruleId('structure/furniture'),
  version: 5,
  title: { zh: '书眉与页码', en: 'Running heads and page numbers' },
  why: {
    zh: '页边处重复出现的短行是书眉，成对符号间或页边的数字是页码，都不属于正文。',
    en: 'Short lines that recur at page edges are running heads; numbers in paired marks or at page edges are page numbers.',
  },
  messages: {
    maybe: {
      zh: '“{0}”在页边重出，也见于别处，已留作正文；是书眉则删',
      en: '“{0}” recurs at page edges, but stands elsewhere, too: kept as text; a running head goes',
    },
    number: {
      zh: '“{0}”独占一行，像页码，而上下文不足为证，已留作正文；是页码则删',
      en: '“{0}” stands on a line of its own like a page number, but nothing proves it: kept as text; a page number goes',
    },
  },
  run(draft) {
    const edges = new PageEdges(draft)
    for (const torn of tornNumbers(draft, edges)) {
      if (torn.isSure) takeTorn(draft, edges, torn.index)
      else ask(draft, torn.index, 'number')
    }
    const lines = new HeadLines(draft)
    const number = (): number => {
      const found = numberedPages(draft, lines, edges)
      for (const i of found) take(draft, edges, i)
      return found.length
    }
    number()
    const inMarks = numbersInMarks(lines)
    const heads = new Heads(draft, lines, edges)
    for (const i of heads.numbered()) take(draft, edges, i)
    // A head may make the line beside it an edge, and so on: thrice at most, for no page has more of them.
    for (let round = 0; round < 3; round++) {
      let found = round === 0 ? 0 : number()
      heads.recount()
      for (const line of lines.heads) {
        if (line.piece.role || !heads.isHead(line)) continue
        take(draft, edges, line.index)
        found++
      }
      const counted = countedPages(lines, edges)
      for (const line of lines.numbers) {
        if (line.piece.role || !isPageNumber(draft, line, lines, edges, inMarks, counted)) continue
        take(draft, edges, line.index)
        found++
      }
      if (found === 0) break
    }
    takeInsideTitles(draft, edges)
    for (const line of lines.heads)
      if (!line.piece.role && heads.isDoubtful(line)) ask(draft, line.index, 'maybe')
    for (const line of lines.numbers)
      if (!line.piece.role && isDoubtfulNumber(draft, line)) ask(draft, line.index, 'number')
  },
}

/**
 * Between two lines of a title: what is furniture elsewhere, word for word, and numbers in paired marks; where no runs are
 * set apart, the book's own title as well, and a bare number beside a head.
 */
function takeInsideTitles(draft: Draft, edges: PageEdges): void {
  const { pieces } = draft
  const known = new Set<string>()
  for (const p of pieces) if (p.role === 'furniture') known.add(compact(draft.plain(p)))
  for (let i = 1; i + 1 < pieces.length; i++) {
    if (!isInsideTitle(pieces, i)) continue
    const isHead = isHeadInside(draft, known, i)
    if (!isHead && !isFramedNumber(draft.plain(pieces[i]!))) continue
    // Its number goes with it.
    const numbers = isHead ? [i - 1, i + 1].filter((k) => isNumberInside(draft, k, i)) : []
    for (const k of [i, ...numbers]) {
      take(draft, edges, k)
      pieces[k]!.continues = false
    }
  }
}

function isInsideTitle(pieces: readonly Piece[], i: number): boolean {
  const [p, after] = [pieces[i]!, pieces[i + 1]]
  return p.role === 'title' && p.continues && !p.inline && after?.role === 'title' && after.continues
}

/**
 * A head that stands elsewhere, too, or is the book's own title. 第⏎2⏎科学技术⏎奖: between runs it may be the title's own,
 * unless the page turns there.
 */
function isHeadInside(draft: Draft, known: ReadonlySet<string>, i: number): boolean {
  const { pieces } = draft
  const name = compact(draft.plain(pieces[i]!))
  if (!draft.isolates && isBookTitle(name)) return true
  if (!/\p{L}{2}/u.test(name) || !known.has(name)) return false
  const isWord = [i - 1, i + 1].some((k) => pieces[k]!.isRun && !isFramedNumber(draft.plain(pieces[k]!)))
  return !draft.isolates || !isWord || turnsPage(draft, i)
}

/** A bare number beside the head at `head`; between runs it follows where the page turns. */
function isNumberInside(draft: Draft, i: number, head: number): boolean {
  if (draft.isolates && !(i > head && turnsPage(draft, head))) return false
  return isInsideTitle(draft.pieces, i) && /^[0-9]{1,4}$/.test(draft.plain(draft.pieces[i]!))
}

/** A page's mark stands at a head, or right after it and its number. */
function turnsPage({ pieces }: Draft, i: number): boolean {
  return [i, i + 1, i + 2].some((k) => (pieces[k]?.line.pageMark ?? null) !== null)
}

function take(draft: Draft, edges: PageEdges, i: number): void {
  draft.pieces[i]!.role = 'furniture'
  edges.extend(i)
}

/** The number and its marks are one piece of furniture. */
function takeTorn(draft: Draft, edges: PageEdges, i: number): void {
  for (const k of [i - 1, i, i + 1]) {
    take(draft, edges, k)
    draft.pieces[k]!.continues = k >= i
  }
}

function ask(draft: Draft, i: number, key: 'maybe' | 'number'): void {
  const piece = draft.pieces[i]!
  piece.question = questionOf(furniture, { key, values: [draft.content(piece)] }, 0.5, true)
}
