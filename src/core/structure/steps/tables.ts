import { ruleId } from '../../rules/rule.ts'
import { isAside, type Draft } from '../draft.ts'
import { type BreakAfter, type Piece, questionOf } from '../piece.ts'
import type { Step } from '../step.ts'
import { addPiece, noCells, type Cells } from '../table-cells.ts'
import { tableAt, type Row } from '../table-rows.ts'
import { nameAbove, titleAbove, type Title } from '../table-title.ts'

/** A table flattened to text: a title ending in 表, a header, rows of cells with spaces between them. */
export const tables: Step = {
  id: ruleId('structure/tables'),
  version: 7,
  title: { zh: '表格', en: 'Tables' },
  why: {
    zh: '表题、单位、表头、表行各自成段，栏间以一个空格或竖线相隔；被拆成几行的表行、混入一栏之内的空格按栏数复原。',
    en: 'Title, unit, header and each row of a table are paragraphs of their own, one space or bar between cells; a row torn over lines, or a space that strayed into a cell, is mended by the number of cells.',
  },
  messages: {
    cells: {
      zh: '此行分作 {1} 栏，其他各行 {0} 栏：或多出、或缺少空格',
      en: 'This row has {1} cells and the others {0}: a space too many, or one is missing',
    },
  },
  run(draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role))
    const became = new Map<Piece, Piece[]>()
    for (let i = 0; i < flow.length; i++) {
      const table = tableAt(draft, flow, i)
      if (!table) continue
      const title = titleAbove(draft, flow, i) ?? nameAbove(draft, flow, i)
      if (title) markTitle(draft, title, became)
      for (const row of table.rows) markRow(draft, row, table.columns, became)
      i = table.end - 1
    }
    draft.rebuild(became)
  },
}

function markRow(draft: Draft, row: Row, columns: number, became: Map<Piece, Piece[]>): void {
  row.pieces.forEach((p, n) => {
    p.role = 'table'
    p.continues = n > 0
  })
  closeJoints(draft, row.cells, row.closed, became)
  if (!row.isOdd) return
  const cells = new Set(row.cells.joints.map((joint, k) => (joint === 'one' ? 0 : k))).size
  row.pieces[0]!.question = questionOf(tables, { key: 'cells', values: [columns, cells] }, 0.5, false)
}

function markTitle(draft: Draft, { pieces, unit }: Title, became: Map<Piece, Piece[]>): void {
  if (unit) unit.role = 'table'
  const cells = noCells()
  pieces.forEach((p, n) => {
    p.role = 'table'
    p.continues = n > 0
    addPiece(cells, draft, p)
  })
  // No cells are parted in a title: a space between its words is a stray one, but for the one behind 表1.
  const isNumbered = /^(?:续|附)?表/.test(cells.words[0]!.text)
  const closed = cells.words.flatMap((_, k) => (k > 0 && (cells.breaks[k] || !isNumbered) ? [k] : []))
  closeJoints(draft, cells, closed, became)
}

/** Takes out what is blank at joints inside a cell: the breaks, and of the spaces those that no number is torn by. */
function closeJoints(
  draft: Draft,
  { words, joints, breaks }: Cells,
  closed: readonly number[],
  became: Map<Piece, Piece[]>,
): void {
  for (let k = words.length - 1; k > 0; k--) {
    if (joints[k] === 'bar' || (joints[k] !== 'one' && !closed.includes(k))) continue
    const { piece, from, text } = words[k]!
    const before = words[k - 1]!
    const isNumber = /[0-9０-９.,．，]$/.test(before.text) && /^[0-9０-９.,．，]/.test(text)
    if (breaks[k]) before.piece.breakAfter = isNumber ? cutNumber(before.piece, text) : torn(before.piece)
    else if (!isNumber) {
      const rest = draft.cut(piece, from)
      if (!rest) continue
      rest.role = 'table'
      rest.continues = true
      piece.breakAfter = STRAY
      became.set(piece, [piece, rest, ...(became.get(piece) ?? []).slice(1)])
    }
  }
}

const STRAY: BreakAfter = { kind: 'join', rule: 'han-spaces', reason: { key: 'remove' } }

/** A line, no cell, goes on in the next one. */
function torn(before: Piece): BreakAfter {
  return { kind: 'join', rule: 'hard-wrap', reason: { key: 'continued', values: [before.line.number] } }
}

function cutNumber(before: Piece, text: string): BreakAfter {
  return {
    kind: 'join',
    rule: 'cut-number',
    reason: { key: 'number', values: [before.line.number, text[0]!] },
  }
}
