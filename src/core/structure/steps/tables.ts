import { ruleId } from '../../rules/rule.ts'
import { isSpace } from '../../text/characters.ts'
import { isAside, type Draft } from '../draft.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

const TITLE = /^[^。，；：]{2,60}表(?:[（(][^（()）]*[）)])?$/
const GAP = /[^\S\n]+/
/** No cell is a sentence; a comma may stand inside a number. */
const SENTENCE = /[。；：、“”]|，(?![0-9０-９]{3})|[（(]$/
const LEAST_CELLS = 3

/** A table flattened to text: a title ending in 表, a header, rows of cells with spaces between them. */
export const tables: Step = {
  id: ruleId('structure/tables'),
  version: 1,
  title: { zh: '表格', en: 'Tables' },
  why: {
    zh: '表题、表头、表行各自成段，栏间以一个空格相隔；被拆成几行的表行按栏数复原。',
    en: 'Title, header and each row of a table are paragraphs of their own, one space between cells; a row torn over lines is put together by the number of cells.',
  },
  messages: {
    row: { zh: '表行应有 {0} 栏，第 {1} 行接上', en: 'a row has {0} cells; line {1} belongs to it' },
  },
  run(draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role))
    for (let i = 0; i < flow.length; i++) {
      if (
        !hasGaps(draft.text, flow[i]!) ||
        !mayBeRow(draft, flow[i]!) ||
        cellsOf(draft, flow[i]!) < LEAST_CELLS
      )
        continue
      const end = takeRows(draft, flow, i)
      if (end === i) continue
      markTitle(draft, flow, i - 1)
      i = end - 1
    }
  },
}

/** Takes the header at `i` and the rows after it; gives the index past them, or `i` where there are none. */
function takeRows(draft: Draft, flow: readonly Piece[], i: number): number {
  const columns = cellsOf(draft, flow[i]!)
  const rows: Piece[][] = [[flow[i]!]]
  let at = i + 1
  for (;;) {
    const row: Piece[] = []
    let cells = 0
    let k = at
    for (; k < flow.length && cells < columns && mayBeRow(draft, flow[k]!); k++) {
      cells += cellsOf(draft, flow[k]!)
      row.push(flow[k]!)
    }
    if (cells !== columns) break
    rows.push(row)
    at = k
  }
  // Two lines of three words each may be chance; under a title, or three of them, they are a table.
  if (rows.length < (isTitle(draft, flow[i - 1]) ? 2 : 3)) return i
  for (const row of rows)
    row.forEach((p, n) => {
      p.role = 'table'
      p.continues = n > 0
    })
  return at
}

function markTitle(draft: Draft, flow: readonly Piece[], i: number): void {
  const title = flow[i]
  if (!isTitle(draft, title)) return
  title.role = 'table'
  // A year before it, that the extractor has set apart, is part of the title.
  const year = flow[i - 1]
  if (
    year?.role === null &&
    /^[0-9０-９]{4}$/.test(draft.content(year)) &&
    draft.content(title).startsWith('年')
  ) {
    year.role = 'table'
    title.continues = true
  }
}

function isTitle(draft: Draft, p: Piece | undefined): p is Piece {
  return p?.role === null && !p.inline && TITLE.test(draft.plain(p))
}

/** Cells between gaps; spaces around a decimal point or a thousands comma part none. */
function cellsOf(draft: Draft, p: Piece): number {
  return draft
    .plain(p)
    .replace(/(?<=[0-9０-９])[^\S\n]*([.,．，])[^\S\n]*(?=[0-9０-９])/g, '$1')
    .split(GAP).length
}

function mayBeRow(draft: Draft, p: Piece): boolean {
  return p.role === null && !p.inline && !SENTENCE.test(draft.content(p)) && p.width < 120
}

/** Spaces enough for a row of three cells? */
function hasGaps(text: string, p: Piece): boolean {
  let gaps = 0
  for (let i = p.from + 1; i < p.to; i++)
    if (isSpace(text.charCodeAt(i)) && ++gaps >= LEAST_CELLS - 1) return true
  return false
}
