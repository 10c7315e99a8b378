import { rawOffset } from '../text/offset.ts'
import type { Page } from './block.ts'
import type { Draft } from './draft.ts'
import type { Piece } from './piece.ts'

/** A page number is printed within so many lines of the page's edge. */
const EDGE = 3

/**
 * The printed pages, as far as traces of them are left: form feeds, lines that begin with one space, page numbers.
 * So that every place can be named by page and line.
 */
export function findPages(draft: Draft): Page[] {
  const { pieces } = draft
  const pages: Page[] = [{ from: rawOffset(0), mark: 'start', printed: null }]
  const starts: number[] = [0]
  const numbers: { index: number; printed: string }[] = []
  pieces.forEach((p, i) => {
    const printed = printedNumber(draft, p)
    if (printed !== null) numbers.push({ index: i, printed })
    const first = i > 0 && p.line.pageMark !== null
    // Without a mark of its own, a page ends at its number.
    const last = pieces[i - 1]
    const numbered = last && printedNumber(draft, last) !== null && !marked(pieces, i - 1)
    if (first || numbered) {
      starts.push(i)
      pages.push({ from: rawOffset(p.start), mark: p.line.pageMark ?? 'page-number', printed: null })
    }
  })
  let page = 0
  for (const { index, printed } of numbers) {
    while (page + 1 < starts.length && starts[page + 1]! <= index) page++
    pages[page] = { ...pages[page]!, printed: pages[page]!.printed ?? printed }
  }
  return pages
}

/** Is there a page mark near piece `i`, so that its number needs to make none? */
function marked(pieces: readonly Piece[], i: number): boolean {
  for (let k = Math.max(0, i - EDGE); k <= Math.min(pieces.length - 1, i + EDGE); k++)
    if (pieces[k]!.line.pageMark) return true
  return false
}

const ALONE = /^[^0-9０-９\p{L}]*(?:第\s*)?([0-9０-９]{1,4})(?:\s*页)?[^0-9０-９\p{L}]*$/u
/** Beside a head, with a space between: before it, or after it; after it in paired marks. */
const BEFORE =
  /^[^0-9０-９\p{L}]*(?:第\s*)?([0-9０-９]{1,4})(?:\s*页)?(?![0-9０-９])[^0-9０-９\p{L}]*\s[^0-9０-９]*\p{L}/u
const AFTER = /\s[^0-9０-９\p{L}]*(?:第\s*)?([0-9０-９]{1,4})(?:\s*页)?[^0-9０-９\p{L}]*$/u
const PAIRED = /[·•●∙・\-—–－~～]\s*([0-9０-９]{1,4})\s*[·•●∙・\-—–－~～]$/u

function printedNumber(draft: Draft, p: Piece): string | null {
  if (p.role !== 'furniture') return null
  const content = draft.content(p)
  const alone = ALONE.exec(content)
  if (alone) return alone[1]!.normalize('NFKC')
  // A book's title has its year beside it.
  const named = /年鉴|YEARBOOK/i.test(content)
  for (const beside of [BEFORE, AFTER, PAIRED]) {
    const number = beside.exec(content)?.[1]?.normalize('NFKC')
    if (number !== undefined && !(named && /^(?:19|20)\d\d$/.test(number))) return number
  }
  return null
}
