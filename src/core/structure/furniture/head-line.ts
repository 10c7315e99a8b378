import { codesOf } from '../../text/characters.ts'
import { isCredit } from '../credit.ts'
import type { Draft } from '../draft.ts'
import { compact } from '../names.ts'
import type { Piece } from '../piece.ts'
import { romanNumber } from './roman.ts'

/** What a line could be as furniture: a head, a page number, or both. */
export interface HeadLine {
  readonly index: number
  readonly piece: Piece
  /** The head without its page number and without letter spacing; empty for a number alone. */
  readonly key: string
  /** It is the book's own title, which heads nothing else. */
  readonly isBook: boolean
  readonly number: number | null
  /** How the number is set: `· 12 ·`, bare, with a head. Numbers of one book are all set alike. */
  readonly shape: string
}

const DIGITS = '[0-9０-９]{1,4}'
/** Digits, or Roman numerals as front matter has them. */
const NUMBER = `(?:${DIGITS}|[ivxlc]{1,9}|[IVXLC]{1,9}|[Ⅰ-Ⅻⅰ-ⅻ]{1,4})`
const MARKS = '[·•●∙・\\-—–－~～|*]'
/** · 123 ·  · xii ·  .123.  - 45 -  — 6 —  第 7 页  [ 8 ]  〔9〕 */
const DECORATED = new RegExp(
  `^(?:(${MARKS}{1,2}|[.．])(\\s*)(${NUMBER})\\s*\\1|第(\\s*)(${DIGITS})\\s*页|([[［〔（(])(\\s*)(${DIGITS})\\s*[\\]］〕）)])$`,
)
/** What marks a number on one side only: · 9, 9 ·, 9 |, P9, 9/120. Much else is set so; 3/5 is a fraction. */
const OPEN = new RegExp(
  `^(?:([·•●∙|])\\s+(${DIGITS})|(${DIGITS})\\s+([·•●∙|])|(P)\\.?(${DIGITS})|(${DIGITS})(/)(?:[5-9][0-9]|[1-9][0-9]{2,3}))$`,
  'i',
)
const BARE = new RegExp(`^${DIGITS}$`)
/** 第9页　书名, · 9 · 书名; 书名　第9页, 书名 · 9 ·, 书名·9· */
const LEADING = new RegExp(
  `^(?:第\\s*(${DIGITS})\\s*页|(?:${MARKS}\\s*)?(${NUMBER})(?:\\s*${MARKS})?)\\s+(?=\\D)`,
)
const TRAILING = new RegExp(
  `(?:\\s+第\\s*(${DIGITS})\\s*页|\\s+(?:${MARKS}\\s*)?(${NUMBER})(?:\\s*${MARKS})?|(${MARKS})\\s*(${DIGITS})\\s*\\3)$`,
)
/** What no running head holds: marks of a sentence, a bracket that opens it, as credits and list items have, or the end of one. */
const NO_HEAD = /[。，；：？！,;:?!](?![0-9]{4}$)|^[（(【《“]|^[^（(]*[）)]/
const HAN_NAME = /^[\p{Script=Han}〇·（）()“”—\-0-9０-９A-Za-z&'’]{2,}$/u
const LATIN_NAME = /^[A-Z0-9][A-Za-z0-9 &'.,-]*$/
const LONGEST = 44
/** What parts a number from a head: without it there is none beside the head. */
const PARTED = new RegExp(`\\s|${MARKS}`)
/** What a number with Han or brackets around it begins with. */
const FRAMED = codesOf('第[［〔（(')

/** Reads a line as furniture; null where it cannot be any. */
export function headLine(draft: Draft, index: number): HeadLine | null {
  const piece = draft.pieces[index]!
  if (piece.role || piece.inline || piece.to - piece.from > LONGEST || isSentence(draft.text, piece))
    return null
  const text = draft.plain(piece)
  const line = (key: string, number: string | null, shape: string): HeadLine => ({
    index,
    piece,
    key,
    isBook: isBookTitle(key),
    number: number === null ? null : (romanNumber(number) ?? Number(number.normalize('NFKC'))),
    shape,
  })
  if (piece.isRun) {
    if (BARE.test(text)) return isYear(draft, index, text) ? null : line('', text, 'bare')
    if (romanNumber(text) !== null) return line('', text, 'roman')
  }
  const decorated = piece.isRun || FRAMED.has(text.charCodeAt(0)) ? DECORATED.exec(text) : null
  if (decorated) {
    // 〔2019〕⏎12号: a document's year.
    if (decorated[6] && /^(?:19|20)..$/.test(decorated[8]!.normalize('NFKC'))) return null
    if (decorated[3] !== undefined && !/[0-9０-９]/.test(decorated[3]) && romanNumber(decorated[3]) === null)
      return null
    const mark = decorated[1] ?? decorated[6] ?? '第'
    const spaced = (decorated[2] ?? decorated[4] ?? decorated[7]) !== ''
    return line('', decorated[3] ?? decorated[5] ?? decorated[8]!, mark + (spaced ? ' ' : ''))
  }
  const open = piece.isRun ? OPEN.exec(text) : null
  if (open) {
    const [, before, after, number, mark, p, page, of, slash] = open
    return line('', (after ?? number ?? page ?? of)!, `open ${before ?? mark ?? p ?? slash}`)
  }
  if (NO_HEAD.test(text)) return null
  // A photo's caption, however often one like it stands in the book.
  const next = draft.pieces[index + 1]
  if (next && !next.role && isCredit(draft, next)) return null
  const found = PARTED.test(text) ? (LEADING.exec(text) ?? TRAILING.exec(text)) : null
  const number = found?.[1] ?? found?.[2] ?? found?.[4] ?? null
  // LIC, VIX: letters, but no numeral.
  if (number !== null && /[a-z]/i.test(number) && romanNumber(number) === null) return null
  const head = found ? text.replace(found[0], '') : text
  const key = compact(head)
  if (!isName(head, key)) return null
  return line(key, number, !found ? '' : found[1] === undefined ? 'head' : 'head 第')
}

/** · 12 ·, [ 8 ], 第9页: a page number in paired marks, and no year. */
export function isFramedNumber(text: string): boolean {
  const number = DECORATED.exec(text)
  return number !== null && !/^(?:19|20)[0-9]{2}$/.test(number[8] ?? '')
}

/** 2019⏎年: a year that an extractor has set apart, and no page. */
function isYear({ pieces, text }: Draft, index: number, number: string): boolean {
  const next = pieces[index + 1]
  return next?.role === null && text[next.from] === '年' && /^(?:19|20)..$/.test(number.normalize('NFKC'))
}

/** Holds a mark of a sentence: most lines do, and need no pattern. */
function isSentence(text: string, { from, to }: Piece): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (
      c === 0xff0c ||
      c === 0x3002 ||
      c === 0x3001 ||
      c === 0xff1b ||
      c === 0xff1a ||
      c === 0x300a ||
      c === 0x201c
    )
      return true
  }
  return false
}

function isName(head: string, key: string): boolean {
  if (/^(?:[0-9０-９]{4})?\p{Script=Han}/u.test(key)) return HAN_NAME.test(key) && key.length <= 40
  // A word alone is more often a run of the text that an extractor has set apart.
  return LATIN_NAME.test(head) && head.length >= 6 && /[A-Z]{2}|\s/.test(head)
}

/** The book's own title, which heads nothing else. */
export function isBookTitle(key: string): boolean {
  return (
    key.length <= 30 &&
    /年鉴[·・:：]?(?:[0-9０-９（(]{0,6}卷?[）)]?)$|^[0-9０-９]{4}.*年鉴$|YEARBOOK|ALMANAC/i.test(key)
  )
}

/** One character read as another: the same length, one difference. */
export function isMisread(key: string, as: string): boolean {
  if (key.length !== as.length || key.length < 3) return false
  let differences = 0
  for (let i = 0; i < key.length; i++) if (key[i] !== as[i]) differences++
  return differences === 1
}
