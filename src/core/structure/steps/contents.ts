import { ruleId } from '../../rules/rule.ts'
import type { Draft } from '../draft.ts'
import { isBookTitle } from '../furniture/head-line.ts'
import { isContents } from '../known-names.ts'
import { compact } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** 概况……12, 概况 ........ 12 */
const LEADER =
  /^.{1,60}?(?:…{2,}|[·.．。・‥_—-]{4,}|(?:[·.．・]\s+){3,}[·.．・]?)\s*[（(]?[0-9０-９]{1,4}[）)]?$/u
/** The same without dots, under the word 目录: 概况  12, 概况（12）, 概况/12 */
const NUMBERED = /^.{1,60}?(?:\s{2,}|\t|\s*[（(/／]\s*)[0-9０-９]{1,4}\s*[）)]?$/u
const LONGEST = 90
/** A name of the list, alone on its line: no sentence, and no title of the text. */
const ITEM = /^(?=.*\p{L})[^，。；：！？【】［］[\]]{1,36}$/u
const PAGE = /^[（(]?[0-9０-９]{1,4}[）)]?$/
const DOTS = /^[…·.．・‥_—-]{2,}$/
/** No item of a list is so many pages behind the one before it. */
const FURTHEST = 300
/** Lines with a page number make a list of contents; so many lines without one may stand between two of them. */
const LEAST = 3
const LEAST_UNNAMED = 4
const BETWEEN = 12
const REACH = 3000

/** The lines of a 目录: each by itself, none a title, a category or a paragraph of the book. */
export const contents: Step = {
  id: ruleId('structure/contents'),
  version: 2,
  title: { zh: '目录', en: 'Table of contents' },
  why: {
    zh: '目录中每行一条，题名与页码以点线相连；目录中的类目名、条目名不是正文的题名。',
    en: 'A table of contents has a line for each item, its page at the end of a dotted line; names in it are no titles of the text.',
  },
  messages: {},
  run(draft) {
    const { pieces } = draft
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      const named = p.to - p.from <= 16 && isContents(compact(draft.plain(p)))
      if (!named && !isLeader(draft, p)) continue
      const end = endOf(draft, named ? i + 1 : i, named)
      for (let k = named ? i + 1 : i; k < end; k++) {
        const row = named ? rowAt(draft, k) : null
        if (row && row.end <= end) markRow(draft, k, row.end)
        else mark(draft, pieces[k]!)
        if (row && row.end <= end) k = row.end - 1
      }
      if (end > i) i = end - 1
    }
  },
}

function isLeader(draft: Draft, p: Piece): boolean {
  const c = draft.text.charCodeAt(p.to - 1)
  const last = (c >= 0x30 && c <= 0x39) || (c >= 0xff10 && c <= 0xff19) || c === 0x29 || c === 0xff09
  return last && p.to - p.from <= LONGEST && LEADER.test(draft.content(p))
}

/** The index past the last line that belongs; `from` where there are too few. */
function endOf(draft: Draft, from: number, named: boolean): number {
  const { pieces } = draft
  let end = from
  let numbered = 0
  const last = Math.min(pieces.length, from + REACH)
  let page = 0
  for (let k = from; k < last; k++) {
    const p = pieces[k]!
    const text = draft.content(p)
    const row = named ? rowAt(draft, k) : null
    if (row) {
      // Text with numbers in it is no list of pages.
      if (row.page < page || row.page > page + FURTHEST) break
      page = row.page
      numbered++
      end = row.end
      k = row.end - 1
    } else if (isLeader(draft, p) || (named && text.length <= LONGEST && NUMBERED.test(text))) {
      numbered++
      end = k + 1
    } else if (k - end >= (named ? BETWEEN : 1) || text.length > 36 || /[。；！？]$/.test(text)) break
  }
  return numbered >= (named ? LEAST : LEAST_UNNAMED) ? end : from
}

/** An item whose page stands on a line of its own, with or without the dots between; null where none begins at `k`. */
function rowAt(draft: Draft, k: number): { page: number; end: number } | null {
  const [first, second, third] = [0, 1, 2].map((n) => textAt(draft, k + n))
  if (!first || !second || !ITEM.test(first)) return null
  const end = PAGE.test(second) ? k + 2 : third && DOTS.test(second) && PAGE.test(third) ? k + 3 : 0
  // 全县有学校⏎12⏎所，教师…: a number in a sentence.
  const after = draft.pieces[end]
  if (end === 0 || /[，。；]/.test(after ? draft.plain(after) : '')) return null
  return { page: numberOf(textAt(draft, end - 1)!), end }
}

function textAt(draft: Draft, k: number): string | null {
  const p = draft.pieces[k]
  return p?.role === null && p.to - p.from <= LONGEST ? draft.plain(p) : null
}

function numberOf(page: string): number {
  return Number(page.normalize('NFKC').replace(/\D/g, ''))
}

/** Name, dots and page are one line again. */
function markRow(draft: Draft, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const p = draft.pieces[k]!
    p.role = 'list'
    p.stands = true
    p.continues = k > from
  }
}

function mark(draft: Draft, p: Piece): void {
  const text = draft.plain(p)
  // Heads and numbers of pages are none of its lines.
  if (!/\p{L}/u.test(text) || isBookTitle(compact(text))) return
  p.role = 'list'
  p.stands = true
}
