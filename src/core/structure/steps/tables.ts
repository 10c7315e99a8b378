import { ruleId } from '../../rules/rule.ts'
import { isHan, isSpace } from '../../text/characters.ts'
import { isAside, type Draft } from '../draft.ts'
import { isFinal } from '../layout/stretch.ts'
import { type Piece, questionOf } from '../piece.ts'
import type { Step } from '../step.ts'

const TITLE =
  /^[^。，；：]{2,60}(?:表|一览|名单|名录)(?:[（(][^（()）]*[）)])?$|^(?:续?表|附表)\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[-—－.·][0-9]{1,3})?(?:\s+[^。；]{2,60})?$/
/** 单位：万元, between a table’s title and its header. */
const UNIT = /^[（(]?(?:计量)?单位[：:][^。，；：]{1,16}$/
/** （吨）, on a line of its own. */
const OWN_UNIT = /^[（(][^（()）\s]{1,6}[）)]$/
/** 续表, 续表 3-1: the same table goes on, on the next page. */
const GOES_ON = /^[（(]?续\s*表(?:\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[-—－.·][0-9]{1,3})?)?[）)]?$/
const BARS = '|｜│┃'
const BAR_CODES = new Set(Array.from(BARS, (bar) => bar.charCodeAt(0)))
const GAP = new RegExp(`[^\\S\\n]*[${BARS}][^\\S\\n]*|[^\\S\\n]+`)
/** No cell is a sentence; a comma may stand inside a number. */
const SENTENCE = /[。；：、“”]|，(?![0-9０-９]{3})|[（(]$/
const RUNS_ON = /[。；：]/
const LEAST_CELLS = 3
/** A header is torn over so many pieces at most. */
const MOST_HEADER = 12
/** Stray spaces split so many cells of a row at most. */
const MOST_SPLIT = 2
/** The second line of a title has no more characters. */
const LONGEST_REST = 8

/** A table flattened to text: a title ending in 表, a header, rows of cells with spaces between them. */
export const tables: Step = {
  id: ruleId('structure/tables'),
  version: 3,
  title: { zh: '表格', en: 'Tables' },
  why: {
    zh: '表题、单位、表头、表行各自成段，栏间以一个空格或竖线相隔；被拆成几行的表行按栏数复原。',
    en: 'Title, unit, header and each row of a table are paragraphs of their own, one space or bar between cells; a row torn over lines is put together by the number of cells.',
  },
  messages: {
    row: { zh: '表行应有 {0} 栏，第 {1} 行接上', en: 'a row has {0} cells; line {1} belongs to it' },
    cells: {
      zh: '此行分作 {1} 栏，其他各行 {0} 栏：或多出、或缺少空格',
      en: 'This row has {1} cells and the others {0}: a space too many, or one is missing',
    },
  },
  run(draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role))
    for (let i = 0; i < flow.length; i++) {
      const gaps = gapsIn(draft.text, flow[i]!)
      if (gaps === 0) continue
      if (gaps < LEAST_CELLS - 1 && !titleAbove(draft, flow, i)) continue
      if (headerAt(draft, flow, i).columns < LEAST_CELLS) continue
      const end = takeRows(draft, flow, i)
      if (end === i) continue
      const first = takeOddHeader(draft, flow, i) ? i - 1 : i
      const title = titleAbove(draft, flow, first)
      if (title) markTitle(draft, title)
      i = end - 1
    }
  },
}

/** Takes the header at `i` and the rows after it; gives the index past them, or `i` where there are none. */
function takeRows(draft: Draft, flow: readonly Piece[], i: number): number {
  const header = headerAt(draft, flow, i)
  const columns = header.columns
  // Under 序号 each row begins with its number, so that no sentence is taken for one.
  const sentence = /^(?:序号|编号|名次)\s/.test(draft.plain(flow[i]!)) ? RUNS_ON : SENTENCE
  const rows: Piece[][] = [header.pieces]
  let at = i + header.pieces.length
  for (;;) {
    const row: Piece[] = []
    let cells = 0
    const again = goesOn(draft, flow[at])
    let k = again ? at + 1 : at
    for (; k < flow.length && cells < columns && mayBeRow(draft, flow[k]!, sentence); k++) {
      cells += cellsOf(draft.plain(flow[k]!)).length
      row.push(flow[k]!)
    }
    if (cells !== columns) {
      const [odd, next] = row
      if (!odd || !isOdd(draft, odd, next, rows, columns)) break
      ask(odd, columns, cellsOf(draft.plain(odd)).length)
      row.length = 1
      k = at + (again ? 2 : 1)
    }
    if (again) rows.push([flow[at]!])
    rows.push(row)
    at = k
  }
  // Two lines of three words each may be chance; under a title, or three of them, they are a table.
  if (rows.length < (titleAbove(draft, flow, i) ? 2 : 3)) return i
  for (const row of rows)
    row.forEach((p, n) => {
      p.role = 'table'
      p.continues = n > 0
    })
  return at
}

/** Under a title, a header whose cells a space too many has split, or one too few has joined. */
function takeOddHeader(draft: Draft, flow: readonly Piece[], i: number): boolean {
  const header = flow[i - 1]
  if (!header || !titleAbove(draft, flow, i - 1)) return false
  const columns = cellsOf(draft.plain(flow[i]!)).length
  const cells = cellsOf(draft.plain(header))
  if (!mayBeRow(draft, header, SENTENCE) || Math.abs(cells.length - columns) > 1) return false
  if (cells.some((c) => isNumber(c))) return false
  header.role = 'table'
  ask(header, columns, cells.length)
  return true
}

/** A row that a stray space has split once more than the others, or that has lost a space before a row which has lost none. */
function isOdd(
  draft: Draft,
  p: Piece,
  next: Piece | undefined,
  rows: readonly (readonly Piece[])[],
  columns: number,
): boolean {
  if (!next) return isAlike(draft, p, rows.at(-1)!, columns)
  if (rows.length < 2) return false
  return cellsOf(draft.plain(p)).length === columns - 1 && cellsOf(draft.plain(next)).length === columns
}

/** Does a row of too many cells become like the row before it, numbers under numbers, when words beside words are one cell? */
function isAlike(draft: Draft, p: Piece, before: readonly Piece[], columns: number): boolean {
  const cells = cellsOf(draft.plain(p))
  const model = before.flatMap((q) => cellsOf(draft.plain(q))).map(isNumber)
  if (cells.length <= columns || cells.length > columns + MOST_SPLIT || model.length !== columns) return false
  if (!model.includes(true)) return false
  let at = 0
  for (let k = 0; k < columns; k++) {
    if (at === cells.length || isNumber(cells[at]!) !== model[k]) return false
    at++
    if (!model[k]) while (model[k + 1] !== false && at < cells.length && !isNumber(cells[at]!)) at++
  }
  return at === cells.length
}

function ask(p: Piece, columns: number, cells: number): void {
  p.question = questionOf(tables, { key: 'cells', values: [columns, cells] }, 0.5, false)
}

function isNumber(cell: string): boolean {
  return /^[-−]?[0-9０-９][0-9０-９.,．，]*[%％‰]?$/.test(cell)
}

/** What stands over a header: its title, maybe torn, and its unit. */
interface Title {
  readonly pieces: readonly Piece[]
  readonly unit: Piece | null
}

function markTitle(draft: Draft, { pieces, unit }: Title): void {
  if (unit) unit.role = 'table'
  // No cells are parted in a title: a space between its words is a stray one, but for the one behind 表1.
  const words = pieces.map((p) => draft.plain(p))
  const isParted =
    words.some((w) => /\p{Script=Han}\s+\p{Script=Han}/u.test(w)) && !/^(?:续|附)?表/.test(words[0]!)
  if (isParted && pieces.length === 1) {
    pieces[0]!.stands = true
    return
  }
  pieces.forEach((p, n) => {
    p.role = 'table'
    p.continues = n > 0
    // A line, no cell, goes on in the next one.
    const reason = { key: 'continued', values: [p.line.number] }
    if (n < pieces.length - 1) p.breakAfter = { kind: 'join', rule: 'hard-wrap', reason }
  })
}

/** The title over the header at `i`; null where none stands there. */
function titleAbove(draft: Draft, flow: readonly Piece[], i: number): Title | null {
  const above = flow[i - 1]
  const unit = isPlain(above) && UNIT.test(draft.plain(above)) ? above : null
  const last = unit ? i - 2 : i - 1
  if (!isPlain(flow[last])) return null
  const isTorn = isTornTitle(draft, flow, last)
  if (!isTorn && !TITLE.test(draft.plain(flow[last]))) return null
  const pieces = flow.slice(isTorn ? last - 1 : last, last + 1)
  // A year before it, that the extractor has set apart, is part of the title.
  const year = flow[last - pieces.length]
  if (isYear(draft, year) && draft.content(pieces[0]!).startsWith('年')) pieces.unshift(year)
  return { pieces, unit }
}

/** …情况一⏎览表, after a finished sentence: a title that its line could not hold. */
function isTornTitle(draft: Draft, flow: readonly Piece[], last: number): boolean {
  const first = flow[last - 1]
  if (!isPlain(first)) return false
  const [words, rest] = [draft.plain(first), draft.plain(flow[last]!)]
  if (
    rest.length > LONGEST_REST ||
    RUNS_ON.test(words) ||
    /(?:表|名单|名录)$/.test(words) ||
    !TITLE.test(words + rest)
  )
    return false
  const before = flow[isYear(draft, flow[last - 2]) ? last - 3 : last - 2]
  return before?.role !== null || isFinal(draft.text, before)
}

function isYear(draft: Draft, p: Piece | undefined): p is Piece {
  return p?.role === null && /^[0-9０-９]{4}$/.test(draft.content(p))
}

function goesOn(draft: Draft, p: Piece | undefined): boolean {
  return isPlain(p) && GOES_ON.test(draft.plain(p))
}

function isPlain(p: Piece | undefined): p is Piece {
  return p?.role === null && !p.inline
}

/** What stands between gaps or bars; spaces around a decimal point or a thousands comma part nothing. */
function cellsOf(text: string): string[] {
  return text.replace(/(?<=[0-9０-９])[^\S\n]*([.,．，])[^\S\n]*(?=[0-9０-９])/g, '$1').split(GAP)
}

function mayBeRow(draft: Draft, p: Piece, sentence: RegExp): boolean {
  if (p.role !== null || p.inline || p.width >= 120) return false
  const content = draft.plain(p)
  // A bar alone was set apart by the extractor: it tells no cells.
  return !sentence.test(content) && !isSpread(content) && !(p.isRun && BARS.includes(content))
}

/**
 * The pieces of a header; where a run was set apart, a cell goes on until its bracket closes: 占比（⏎%⏎）. The last cell’s unit
 * may have a line of its own: 产量⏎（吨）.
 */
function headerAt(draft: Draft, flow: readonly Piece[], i: number): { pieces: Piece[]; columns: number } {
  const pieces: Piece[] = []
  let text = ''
  for (let k = i; k < Math.min(flow.length, i + MOST_HEADER); k++) {
    const p = flow[k]!
    const opens = text.lastIndexOf('（') > text.lastIndexOf('）')
    if (p.role !== null || p.inline || p.width >= 120) break
    const content = draft.plain(p)
    const isUnit = OWN_UNIT.test(content) && cellsOf(text).length >= LEAST_CELLS
    if (text !== '' && !opens && !isUnit) break
    if (SENTENCE.test(content.replace(/[（(]$/, '')) || isSpread(content)) break
    text += content
    pieces.push(p)
  }
  const closed = text.lastIndexOf('（') <= text.lastIndexOf('）')
  return closed ? { pieces, columns: cellsOf(text).length } : { pieces: [], columns: 0 }
}

/** Spaces and bars inside it, as far as they count: those of a row of cells. */
function gapsIn(text: string, p: Piece): number {
  let gaps = 0
  for (let i = p.from + 1; i < p.to && gaps < LEAST_CELLS - 1; i++) {
    const c = text.charCodeAt(i)
    if (!isHan(c) && (isSpace(c) || BAR_CODES.has(c))) gaps++
  }
  return gaps
}

/** 城 市 规 划: a heading, letter-spaced. */
function isSpread(content: string): boolean {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(content)
}
