import { ruleId } from '../../rules/rule.ts'
import { isBlank, isHan } from '../../text/characters.ts'
import { isAside, type Draft } from '../draft.ts'
import { ColumnWidths } from '../layout/widths.ts'
import { isShortName, labelledRow, nameRow, type LabelledRow } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** A row is no longer than this. */
const LONGEST = 120
/** Where lines have no common width, one of so many half squares may have been too short for its names. */
const WIDE = 56
/** So many rows with a single name, or with bodies, show by themselves that they are a list. */
const ROWS = 3
const BODIES = 2

/** Rows of a list of honours: what was awarded, and behind it the names, with spaces between. */
export const nameRows: Step = {
  id: ruleId('structure/name-rows'),
  version: 1,
  title: { zh: '名单', en: 'Rows of names' },
  why: {
    zh: '“省劳动模范　王建国　李　明”一类的行，荣誉名称在前，人名以空格相隔，各行自成一段，人名之间留一个空格。',
    en: 'A row such as 省劳动模范　王建国　李　明, an honour and those who have it with spaces between, is a paragraph of its own, one space between two names.',
  },
  messages: {},
  run(draft) {
    if (draft.isolates) return
    const flow = draft.pieces.filter((p) => !isAside(p.role) && !p.relocation)
    let columns: ColumnWidths | null = null
    for (let i = 0; i < flow.length; i++) {
      const rows: Row[] = []
      let end = i
      const widths = (): ColumnWidths => (columns ??= new ColumnWidths(draft))
      for (;;) {
        const row = rowAt(draft, flow, end, widths) ?? namesAt(draft, flow, end, rows)
        if (!row) break
        rows.push(row)
        end = row.end
      }
      if (!isList(rows, mayBegin(draft, flow[i - 1]))) continue
      for (const { pieces, what } of rows)
        pieces.forEach((p, n) => {
          if (what.isListed) p.stands = true
          else p.role = 'table'
          p.continues = n > 0
        })
      const head = flow[i - 1]
      if (head && isHead(draft, head, flow[i - 2])) head.stands = true
      i = end - 1
    }
  },
}

interface Row {
  readonly pieces: readonly Piece[]
  readonly end: number
  readonly what: LabelledRow
}

/** In mid-sentence only several rows, one of them of several names, are more than words with stray spaces. */
function isList(rows: readonly Row[], mayBegin: boolean): boolean {
  const named = rows.some(({ what }) => what.persons > 1)
  if (!mayBegin) return named && rows.length > 1
  return named
    ? rows.length > 1 || rows[0]!.what.isLong
    : rows.length >= (rows.some(({ what }) => what.persons > 0) ? ROWS : BODIES)
}

/** After a heading, or a sentence that has ended. */
function mayBegin(draft: Draft, before: Piece | undefined): boolean {
  return before?.role !== null || before.stands || '。：:；】）'.includes(draft.text[before.to - 1]!)
}

/** A short name above the rows: whose members they are. */
function isHead(draft: Draft, p: Piece, before: Piece | undefined): boolean {
  if (p.role !== null || p.inline || !isShortName(draft.plain(p), 14, 3)) return false
  return p.line.blanksBefore > 0 || mayBegin(draft, before)
}

/** The row that begins with line `i`, and what of it the line could not hold. */
function rowAt(draft: Draft, flow: readonly Piece[], i: number, columns: () => ColumnWidths): Row | null {
  const p = flow[i]
  if (!p || !mayBeRow(draft, p)) return null
  let text = draft.plain(p)
  let what = labelledRow(text)
  const pieces = [p]
  let end = i + 1
  for (let next = flow[end]; next && mayBeRow(draft, next); next = flow[++end]) {
    const more = draft.plain(next)
    // A name may be parted by the end of the line: 徐⏎丹.
    const isTorn = what === null && /\s\p{Script=Han}$/u.test(text)
    if (
      next.line.blanksBefore > 0 ||
      labelledRow(more) ||
      !(isTorn || nameRow(more) || /^\p{Script=Han}{2,4}$/u.test(more))
    )
      break
    const whole = labelledRow(`${text} ${more}`)
    if (!whole || whole.persons === 0 || !(isTorn || isFull(pieces.at(-1)!, more, columns()))) break
    text = `${text} ${more}`
    what = whole
    pieces.push(next)
  }
  return what && { pieces, end, what }
}

/** Names alone, below a row of them. */
function namesAt(draft: Draft, flow: readonly Piece[], i: number, above: readonly Row[]): Row | null {
  const p = flow[i]
  if (!p || above.length === 0 || !mayBeRow(draft, p)) return null
  const cells = nameRow(draft.plain(p))
  return (
    cells && {
      pieces: [p],
      end: i + 1,
      what: { cells, persons: cells.length, isLong: false, isListed: false },
    }
  )
}

/** Would the first name of the next line not have found room on this one? */
function isFull(p: Piece, more: string, columns: ColumnWidths): boolean {
  const widths = columns.near(p.from)
  const first =
    /^\p{Script=Han}(?:\s+\p{Script=Han}(?!\p{Script=Han}))?\p{Script=Han}*/u.exec(more)?.[0] ?? ''
  if (widths.length === 0) return p.width >= WIDE
  return widths.some((w) => p.width <= w + 2 && p.width + 2 + 2 * first.length > w)
}

/** A line of text with a gap between Han, or a colon, early in it: a look at a few characters spares the patterns. */
function mayBeRow(draft: Draft, p: Piece): boolean {
  if (p.role !== null || p.inline || p.isRun || p.to - p.from > LONGEST) return false
  const { text } = draft
  for (let at = p.from + 1; at < p.to; at++) {
    const c = text.charCodeAt(at)
    if (c === 0x3002 || c === 0xff0c) return false
    if (c === 0xff1a || c === 0x3a) return true
    if (isBlank(c)) return isHan(text.charCodeAt(at - 1)) || '）”'.includes(text[at - 1]!)
  }
  return p.to - p.from <= 4
}
