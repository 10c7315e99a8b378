import { isHan, isSpace } from '../text/characters.ts'
import type { Draft } from './draft.ts'
import { isShortName } from './names.ts'
import type { Piece } from './piece.ts'
import {
  addPiece,
  BARS,
  copyOf,
  countCells,
  goesOnWith,
  kindsOf,
  mayClose,
  noCells,
  type Cells,
} from './table-cells.ts'
import { goesOnAtRun, isTail, isYearOfColumn } from './table-runs.ts'
import { isPlain, mayHaveTitle, nameAbove, titleAbove } from './table-title.ts'

/** 续表, 续表 3-1: the same table goes on, on the next page. */
const GOES_ON = /^[（(]?续\s*表(?:\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[-—－.·][0-9]{1,3})?)?[）)]?$/
/** No cell is a sentence; a comma may stand inside a number. */
const SENTENCE = /[。；：、“”]|，(?![0-9０-９]{3})(?<![0-9０-９]，$)|[（(]$/
const RUNS_ON = /[。；：]/
const LEAST_CELLS = 3
/** The first line of a header that is torn right there is no wider, in half squares. */
const FIRST_CELL = 16
/** A header is torn over so many pieces at most; of a table’s first lines so many are looked at together. */
const MOST_HEADER = 12
const AHEAD = 8
/** What speaks against a reading: a row that it cannot mend, one with words under numbers. */
const ODD = 2
const UNLIKE = 3
/** A row is torn over so many pieces at most. */
const MOST_PIECES = 60
/** Stray spaces split so many cells of a row at most. */
const MOST_SPLIT = 2
/** No row is wider, in half squares; a full line leaves so much free at most. */
const WIDEST = 120
const FREE = 12
/** A section’s name has so many characters at most. */
const LONGEST_NAME = 16
/** （万元/公顷） 合计 */
const UNIT = /^[（(][^（()）]{1,8}[）)](?:\s|$)/
const BAR_CODES = new Set(Array.from(BARS, (bar) => bar.charCodeAt(0)))
/** Words with a gap between them, as cells have. */
const PARTED = /[^，。、；：\s]\s+\S/

/** A row of a table, and how it is read. */
export interface Row {
  readonly pieces: readonly Piece[]
  readonly cells: Cells
  /** Joints of it that are inside a cell after all. */
  readonly closed: readonly number[]
  /** It has more cells than the others, or fewer, and which of its spaces is at fault cannot be told. */
  readonly isOdd: boolean
}

export interface Table {
  /** The header first. */
  readonly rows: readonly Row[]
  readonly columns: number
  /** Index past its last piece. */
  readonly end: number
}

/**
 * The table whose header begins at `i`; null where none does. Under a title the header may be torn over several lines, have a
 * space too many or one too few: the reading that takes in most lines, with least mending, is right.
 */
export function tableAt(draft: Draft, flow: readonly Piece[], i: number): Table | null {
  const gaps = gapsIn(draft.text, flow[i]!)
  const mayBeTitled = mayHaveTitle(draft, flow, i)
  if (gaps === 0 && (!mayBeTitled || flow[i]!.width > FIRST_CELL)) return null
  // Most lines with a space in them are sentences.
  if (!mayBeRow(draft, flow[i]!, SENTENCE, true)) return null
  const isTitled = mayBeTitled && titleAbove(draft, flow, i) !== null
  if (gaps < LEAST_CELLS - 1 && !isTitled) return null
  const isNamed = isTitled || (mayBeTitled && nameAbove(draft, flow, i) !== null)
  const isFull = fullLines(draft, flow, i)
  let best: { table: Table; cost: number } | null = null
  for (const header of headers(draft, flow, i, isNamed, isFull)) {
    const found = rowsUnder(draft, flow, i, header, isFull)
    // Two lines of three words each may be chance; under a title, or three of them, they are a table.
    if (found.table.rows.length < (isTitled && !header.row.isOdd ? 2 : 3)) continue
    const more = reach(draft, flow, found.table) - (best ? reach(draft, flow, best.table) : 0)
    if (!best || more > 0 || (more === 0 && found.cost < best.cost)) best = found
  }
  return best?.table ?? null
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

/** Which lines are as wide as any around, none among blocks of print; where runs are set apart, widths tell nothing. */
function fullLines(draft: Draft, flow: readonly Piece[], i: number): (p: Piece) => boolean {
  let widest = 0
  for (let k = i; k < Math.min(flow.length, i + AHEAD); k++)
    if (flow[k]!.role === null) widest = Math.max(widest, flow[k]!.width)
  return (p) => draft.isolates || p.width >= widest - FREE
}

interface Header {
  readonly row: Row
  readonly columns: number
}

/** The readings of a header: how many lines it has, and how many columns it names. */
function headers(
  draft: Draft,
  flow: readonly Piece[],
  i: number,
  isNamed: boolean,
  isFull: (p: Piece) => boolean,
): Header[] {
  const out: Header[] = []
  const cells = noCells()
  for (let k = i; k < Math.min(flow.length, i + MOST_HEADER); k++) {
    const p = flow[k]!
    if (!mayBeRow(draft, p, SENTENCE, true)) break
    addPiece(cells, draft, p, k > i && goesOnAtRun(draft, flow, k))
    if (isYearOfColumn(draft, flow, k)) continue
    if (isNamed && k > i && kindsOf(cells).includes(true)) break
    if (cells.isOpen || isUnit(draft, flow[k + 1])) continue
    const pieces = flow.slice(i, k + 1)
    const read = (columns: number, closed: readonly number[], isOdd: boolean): void => {
      if (columns < LEAST_CELLS) return
      out.push({ row: { pieces, cells: copyOf(cells), closed, isOdd }, columns })
    }
    const count = countCells(cells)
    read(count, [], false)
    if (!isNamed) break
    const { breaks } = mayClose(cells, isFull, true)
    const torn = mayClose(cells, ANY, true).breaks
    if (breaks.length > 0) read(count - breaks.length, breaks, false)
    if (torn.length > breaks.length) read(count - torn.length, torn, false)
    if (kindsOf(cells).includes(true)) continue
    read(count - breaks.length - 1, breaks, true)
    read(count + 1, [], true)
  }
  return out
}

/** （万元） at the start of a line: the unit of the header’s last cell. */
function isUnit(draft: Draft, p: Piece | undefined): boolean {
  return isPlain(p) && UNIT.test(draft.plain(p))
}

/** What is read while going down the rows under a header. */
interface Reading {
  readonly columns: number
  /** No cell of this table holds it. */
  readonly sentence: RegExp
  /** Which cells of a row are numbers, as far as is known. */
  kinds: readonly boolean[] | null
  /** Numbers have their units in a column of its own. */
  readonly hasUnits: boolean
}

function rowsUnder(
  draft: Draft,
  flow: readonly Piece[],
  i: number,
  { row: header, columns }: Header,
  isFull: (p: Piece) => boolean,
): { table: Table; cost: number } {
  // Under 序号 each row begins with its number, so that no sentence is taken for one.
  const sentence = /^(?:序号|编号|名次)\s/.test(draft.plain(flow[i]!)) ? RUNS_ON : SENTENCE
  const rows: Row[] = [header]
  let cost = mending(header, isFull)
  let at = i + header.pieces.length
  const kinds = kindsAhead(draft, flow, at, columns)
  const reading: Reading = { columns, sentence, kinds, hasUnits: hasUnits(header.cells) }
  for (;;) {
    const again = isPlain(flow[at]) && GOES_ON.test(draft.plain(flow[at]!))
    const from = again ? at + 1 : at
    const row = readRow(draft, flow, from, reading) ?? shortRow(draft, flow, from, reading, rows)
    if (!row) break
    if (again) rows.push({ pieces: [flow[at]!], cells: noCells(), closed: [], isOdd: false })
    rows.push(row)
    at = from + row.pieces.length
    const kinds = row.isOdd ? reading.kinds : kindsOf(row.cells, row.closed)
    cost += mending(row, isFull) + (isSame(kinds, reading.kinds ?? kinds) ? 0 : UNLIKE)
    if (kinds?.includes(true)) reading.kinds ??= kinds
  }
  return { table: { rows, columns, end: at }, cost }
}

/** 指标 数量 单位 */
function hasUnits({ words }: Cells): boolean {
  return words.some(({ text }, k) => k > 0 && text.endsWith('单位') && /[数量值额]$/.test(words[k - 1]!.text))
}

/**
 * A space strays into a cell less often than a line is torn inside one, and a full line is torn first; no row, and no
 * cell on a new line, begins with the unit of a header.
 */
function mending({ cells, closed, isOdd }: Row, isFull: (p: Piece) => boolean): number {
  let cost = isOdd ? ODD : 0
  for (const k of closed) cost += cells.joints[k] === 'gap' ? 2 : isFull(cells.words[k - 1]!.piece) ? 1 : 1.5
  cells.words.forEach(({ text }, k) => {
    if (k > 0 && (cells.joints[k] !== 'break' || closed.includes(k))) return
    if (/^[（(]/.test(text)) cost += k === 0 ? 1 : 2
  })
  return cost
}

const ANY = (): boolean => true

/** The kinds of cells in the next line that has as many as the table, a number among them. */
function kindsAhead(
  draft: Draft,
  flow: readonly Piece[],
  at: number,
  columns: number,
): readonly boolean[] | null {
  for (let k = at; k < Math.min(flow.length, at + AHEAD) && isPlain(flow[k]); k++) {
    const cells = noCells()
    addPiece(cells, draft, flow[k]!)
    const kinds = kindsOf(cells)
    if (kinds.length === columns && kinds.includes(true)) return kinds
  }
  return null
}

/** One row, which may be torn over several lines; null where these do not make one. */
function readRow(draft: Draft, flow: readonly Piece[], from: number, reading: Reading): Row | null {
  let cells = noCells()
  /** As many cells as there should be, but not of the right kinds: what comes next may belong to it. */
  let enough: Row | null = null
  const goesOnAt = (k: number): boolean => !reading.hasUnits && goesOnAtRun(draft, flow, k)
  const most = Math.min(flow.length, from + MOST_PIECES)
  for (let k = from; k < most && mayBeRow(draft, flow[k]!, reading.sentence, false); k++) {
    if (enough) cells = copyOf(cells)
    addPiece(cells, draft, flow[k]!, k > from && goesOnAt(k))
    const more = countCells(cells) - reading.columns
    const next = flow[k + 1]
    if (more < 0 || (more === 0 && isPlain(next) && (goesOnWith(cells, draft, next) || goesOnAt(k + 1))))
      continue
    const pieces = flow.slice(from, k + 1)
    if (more === 0) {
      if (isHeading(draft, flow, k) && k > from && !(reading.kinds && isSame(kindsOf(cells), reading.kinds)))
        return null
      enough = { pieces, cells, closed: [], isOdd: false }
      if (!reading.kinds || isSame(kindsOf(cells), reading.kinds)) return enough
      continue
    }
    const closed = mended(cells, more, reading)
    if (closed) return { pieces, cells, closed, isOdd: false }
    const isOdd = more <= MOST_SPLIT && isAlike(cells, reading)
    return isOdd ? { pieces, cells, closed: [], isOdd } : enough
  }
  return enough
}

/** A name alone, before an entry’s title: more likely a section’s than the last cell of a torn row. */
function isHeading(draft: Draft, flow: readonly Piece[], k: number): boolean {
  const p = flow[k]!
  if (flow[k + 1]?.role !== 'title' || p.isRun || isTail(draft, flow, k)) return false
  return isShortName(draft.plain(p), LONGEST_NAME)
}

/** Index past its last piece that is none of a section’s name. */
function reach(draft: Draft, flow: readonly Piece[], { rows, end }: Table): number {
  return rows.at(-1)!.pieces.length > 1 && isHeading(draft, flow, end - 1) ? end - 1 : end
}

/** The joint that makes a row of one cell too many like the others, where only one does. */
function mended(cells: Cells, more: number, { kinds }: Reading): readonly number[] | null {
  if (more !== 1) return null
  const { breaks, gaps } = mayClose(cells, ANY, false)
  const fit = (joints: readonly number[]): number[] =>
    joints.filter((k) => kinds === null || isSame(kindsOf(cells, [k]), kinds))
  const [torn, split] = [fit(breaks), kinds === null ? gaps : fit(gaps)]
  // A full line was torn somewhere; that a space strayed in as well is less likely.
  if (torn.length === 1) return torn
  return torn.length === 0 && split.length === 1 && kinds !== null ? split : null
}

/** Does a row of too many cells become like the others, numbers under numbers, when words beside words are one cell? */
function isAlike(cells: Cells, { kinds }: Reading): boolean {
  if (!kinds?.includes(true)) return false
  const own = kindsOf(cells)
  let at = 0
  for (let k = 0; k < kinds.length; k++) {
    if (at === own.length || own[at] !== kinds[k]) return false
    at++
    if (!kinds[k]) while (kinds[k + 1] !== false && at < own.length && !own[at]) at++
  }
  return at === own.length
}

/** A row that has lost a space, before a row which has lost none. */
function shortRow(
  draft: Draft,
  flow: readonly Piece[],
  at: number,
  { columns, sentence }: Reading,
  rows: readonly Row[],
): Row | null {
  if (rows.length < 2) return null
  const [own, next] = [at, at + 1].map((k) => {
    const cells = noCells()
    if (flow[k] && mayBeRow(draft, flow[k], sentence, false)) addPiece(cells, draft, flow[k])
    return cells
  })
  if (countCells(own!) !== columns - 1 || countCells(next!) !== columns) return null
  return { pieces: [flow[at]!], cells: own!, closed: [], isOdd: true }
}

function isSame(a: readonly boolean[] | null, b: readonly boolean[] | null): boolean {
  return a === b || (a?.length === b?.length && a!.every((kind, k) => kind === b![k]))
}

/** `goesOn`: a bracket may close in the next piece. */
function mayBeRow(draft: Draft, p: Piece, sentence: RegExp, goesOn: boolean): boolean {
  if (!isPlain(p) || p.width >= WIDEST) return false
  const content = draft.plain(p)
  // A bar alone was set apart by the extractor: it tells no cells.
  if (isSpread(content) || (p.isRun && BARS.includes(content))) return false
  const open = goesOn ? content.replace(/[（(]$/, '') : content
  // 氮、磷 沉淀: beside a space that parts two words, a cell names several things.
  return !sentence.test(PARTED.test(open) ? open.replaceAll('、', '') : open)
}

/** 城 市 规 划: a heading, letter-spaced. */
function isSpread(content: string): boolean {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(content)
}
