import { ruleId } from '../../rules/rule.ts'
import type { Draft } from '../draft.ts'
import { compact, isShortName } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'
import { countLines } from './categories.ts'

/** · 123 ·  - 45 -  — 6 —  第 7 页 */
const DECORATED = /^(?:([·•●\-—–－~～])\s*[0-9０-９]{1,4}\s*\1|第\s*[0-9０-９]{1,4}\s*页)$/
const BARE_NUMBER = /^[0-9０-９]{1,4}$/
const BILINGUAL = /^[\p{Script=Han}\s]{2,20}[A-Z][A-Za-z&\s]+$/u
/** 云山年鉴, with its year on either side. */
const BOOK = /^(?:(?:19|20)[0-9]{2}年?)?\p{Script=Han}{1,14}年鉴(?:[（(]?(?:19|20|１９|２０)[0-9０-９]{2}[）)]?)?$/u
const HEAD_LATIN = /^[A-Z0-9][A-Z0-9 &'.-]*$/
/** What no running head holds: marks of a sentence, or a bracket that opens it, as credits and list items have. */
const NO_HEAD = /[。，；：？！,;:?!]|^[（(【《“]/

/** Running heads and page numbers: what is printed on each page and is no part of the text. */
export const furniture: Step = {
  id: ruleId('structure/furniture'),
  version: 1,
  title: { zh: '书眉与页码', en: 'Running heads and page numbers' },
  why: {
    zh: '页边处重复出现的短行是书眉，成对符号间或页边的数字是页码，都不属于正文。',
    en: 'Short lines that recur at page edges are running heads; numbers in paired marks or at page edges are page numbers.',
  },
  messages: {},
  run(draft) {
    const { pieces } = draft
    for (const p of pieces) if (!p.role && !p.inline && DECORATED.test(draft.plain(p))) p.role = 'furniture'
    const seen = countLines(draft)
    const names = new Set<string>()
    pieces.forEach((p, i) => {
      if (p.role !== 'category') return
      const name = compact(draft.content(p))
      names.add(name)
      // As a running head it may carry its English line.
      if (pieces[i + 1]?.role === 'category-en') names.add(name + compact(draft.content(pieces[i + 1]!)))
    })
    const paged = pieces.some((p) => p.line.pageMark !== null || p.role === 'furniture')
    const isHead = (i: number): boolean => i in pieces && looksLikeHead(draft, pieces[i]!, seen, names, pieces[i + 1])
    for (let i = 0; i < pieces.length; i++) {
      if (!atPageEdge(pieces, i, paged)) continue
      // A head and, on one of its sides, the number of the page: either may be found first.
      const beside = [i - 1, i + 1]
      if (isHead(i)) {
        pieces[i]!.role = 'furniture'
        for (const j of beside) if (isBareNumber(draft, j)) pieces[j]!.role = 'furniture'
      } else if (isBareNumber(draft, i)) {
        for (const j of beside.filter(isHead)) pieces[j]!.role = pieces[i]!.role = 'furniture'
      }
    }
    consecutiveNumbers(draft)
  },
}

/** Last or first line of a page, or next to furniture. */
function atPageEdge(pieces: readonly Piece[], i: number, paged: boolean): boolean {
  const p = pieces[i]!
  if (p.role || p.inline) return false
  if (p.line.pageMark !== null || pieces[i + 1]?.line.pageMark) return true
  if (pieces[i - 1]?.role === 'furniture' || pieces[i + 1]?.role === 'furniture') return true
  return paged && i === pieces.length - 1
}

function looksLikeHead(
  draft: Draft,
  p: Piece,
  seen: ReadonlyMap<string, number>,
  categories: ReadonlySet<string>,
  next: Piece | undefined,
): boolean {
  if (p.role || p.inline) return false
  const text = draft.plain(p)
  if (text.length > 40 || NO_HEAD.test(text) || /^[0-9０-９\s]+$/.test(text)) return false
  const name = compact(text)
  if (name.length <= 30 && (BOOK.test(name) || /^[A-Z\s&'.-]*YEARBOOK(?:19|20)?[0-9]{0,2}$/i.test(name))) return true
  if (categories.has(name)) return true
  // 综述 and the like head a section in each category: what an entry's title follows is a heading.
  if (next?.role === 'title') return false
  const repeats = seen.get(name) ?? 0
  if (repeats < 2) return false
  return isShortName(text, 20) || BILINGUAL.test(text) || (HEAD_LATIN.test(text) && text.length >= 6)
}

/** Digits alone, beside a page mark; isolated runs of the text stand between Han and not at a page's edge. */
function isBareNumber(draft: Draft, i: number): boolean {
  const p = draft.pieces[i]
  if (!p || p.role || p.inline || !BARE_NUMBER.test(draft.content(p))) return false
  const next = draft.pieces[i + 1]
  return p.line.pageMark !== null || next === undefined || next.line.pageMark !== null
}

/** Bare numbers at page edges that count up from page to page are page numbers, heads or no heads. */
function consecutiveNumbers(draft: Draft): void {
  const { pieces } = draft
  const found: { piece: Piece; value: number }[] = []
  for (let i = 0; i < pieces.length; i++) {
    const p = pieces[i]!
    if (p.inline || !BARE_NUMBER.test(draft.content(p)) || (p.role && p.role !== 'furniture')) continue
    if (p.line.pageMark || pieces[i + 1]?.line.pageMark || i === pieces.length - 1)
      found.push({ piece: p, value: Number(draft.content(p).normalize('NFKC')) })
  }
  for (let k = 1; k < found.length; k++)
    if (found[k]!.value === found[k - 1]!.value + 1) found[k]!.piece.role = found[k - 1]!.piece.role = 'furniture'
}
