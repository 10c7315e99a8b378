import { cannotBeginLine, isDigit, isLatin, unitWidth } from '../../text/characters.ts'
import type { Draft } from '../draft.ts'
import type { Piece } from '../piece.ts'
import { hanging } from './widths.ts'
import { startsListItem } from '../steps/lists.ts'

/**
 * Where do paragraphs end? Found by the cheapest explanation of a stretch of lines as printed rows of a column:
 * each row is filled by wrapping, or is the last of its paragraph. Costs are negative log odds, set by hand on
 * texts whose breaks are known. Work is linear: a row holds a bounded number of pieces (Viterbi over rows).
 */
export interface RowBreak {
  /** `same`: no printed line ends here (an extractor set a run apart). `wrap`: the line was full. */
  readonly kind: 'same' | 'wrap' | 'end'
  /** Half squares left free at the row's end; null where the column has no known width. */
  readonly slack: number | null
  /** How much dearer the other reading would have been here, wrap for end or end for wrap; null where none is. */
  readonly margin: number | null
}

export interface Stretch {
  readonly pieces: readonly Piece[]
  /** Width of the title before it, or null. */
  readonly titleWidth: number | null
  /** Lines of paragraphs begin with an indent that can be seen, around here. */
  readonly indents: boolean
  /** Blank lines between lines, mostly, around here. */
  readonly usualBlanks: number
  /** A full stop was found that belongs to a sentence of this entry without one; `here`: one place is possible. */
  readonly lostStop: 'no' | 'somewhere' | 'here'
}

const MOST_PIECES = 24
const SWITCH = 2.5
const INDENT = 4
export const FINAL = /[。！？…][”’）)》]*$/

interface Node {
  cost: number
  /** Row start, column and way of start that led here. */
  from: number
  state: number
  kind: 'wrap' | 'end'
  slack: number | null
  margin: number | null
}

/**
 * What begins a row: text after a title, a new paragraph (with an indent that was printed, seen or not; or set
 * flush), a wrapped line. A state is column × STARTS + this.
 */
const AFTER_TITLE = 0
const PARAGRAPH = 1
const WRAPPED = 2
const FLUSH = 3
const STARTS = 4
/** Paragraphs without an indent are the rarer custom. */
const FLUSH_COST = 0.6

/** The kind of each break between the pieces of a stretch: one less than there are pieces. */
export function segment(draft: Draft, stretch: Stretch, columns: readonly number[]): RowBreak[] {
  const { pieces } = stretch
  const n = pieces.length
  if (n < 2) return []
  // Column 0: no common width; each line is what the extractor made it.
  const widths = [0, ...columns]
  const states = widths.length * STARTS
  const nodes: (Node | undefined)[][] = Array.from({ length: n + 1 }, () => new Array<Node | undefined>(states))
  const first = stretch.titleWidth === null ? PARAGRAPH : AFTER_TITLE
  widths.forEach((_, w) => {
    nodes[0]![w * STARTS + first] = { cost: w === 0 ? 2 : 0.3 * (w - 1), from: -1, state: -1, kind: 'end', slack: null, margin: null }
  })
  for (let i = 0; i < n; i++) {
    for (let state = 0; state < states; state++) {
      const node = nodes[i]![state]
      if (!node) continue
      extendRows(draft, stretch, widths, nodes, i, state, node)
    }
  }
  return trace(nodes, n)
}

function extendRows(
  draft: Draft,
  stretch: Stretch,
  widths: readonly number[],
  nodes: (Node | undefined)[][],
  i: number,
  state: number,
  node: Node,
): void {
  const { pieces } = stretch
  const column = widths[Math.floor(state / STARTS)]!
  const start = state % STARTS
  let width = startWidth(stretch, pieces[i]!, start, column)
  let inner = 0
  for (let j = i + 1; j <= Math.min(pieces.length, i + MOST_PIECES); j++) {
    width += pieces[j - 1]!.width
    const slack = column === 0 ? null : freeWidth(column, width, hanging(draft, pieces[j - 1]!))
    const over = slack !== null && slack < -3 ? 3 - slack : 0
    if (j === pieces.length) {
      relax(nodes, j, 0, { cost: node.cost + inner + over, from: i, state, kind: 'end', slack, margin: null })
      return
    }
    const next = pieces[j]!
    if (!next.inline) {
      const wrapped = wrapCost(draft, stretch, next, slack)
      const ended = endCost(draft, stretch, pieces[j - 1]!, next, slack)
      const wrap = node.cost + inner + over + wrapped
      const end = node.cost + inner + over + ended
      for (let w = 0; w < widths.length; w++) {
        const change = widths[w] === column ? 0 : SWITCH
        relax(nodes, j, w * STARTS + WRAPPED, { cost: wrap + change, from: i, state, kind: 'wrap', slack, margin: ended - wrapped })
        relax(nodes, j, w * STARTS + PARAGRAPH, { cost: end + change, from: i, state, kind: 'end', slack, margin: wrapped - ended })
        if (w > 0 && !stretch.indents)
          relax(nodes, j, w * STARTS + FLUSH, { cost: end + change + FLUSH_COST, from: i, state, kind: 'end', slack, margin: wrapped - ended })
      }
    }
    const apart = next.isRun || pieces[j - 1]!.isRun
    if (!next.inline && !apart) return
    if (!next.inline) inner += stretch.usualBlanks > 0 ? 0.02 : 1.5
    if (slack !== null && slack < -8) return
  }
}

/** What is left of a row; closing punctuation at its end is counted only where it fits. */
function freeWidth(column: number, width: number, hangs: number): number {
  return column - width >= -1 ? column - width : column - width + hangs
}

function relax(nodes: (Node | undefined)[][], at: number, state: number, node: Node): void {
  const old = nodes[at]![state]
  if (!old || node.cost < old.cost) nodes[at]![state] = node
}

/** Width that is used up before a row's first piece. */
function startWidth(stretch: Stretch, piece: Piece, start: number, column: number): number {
  const seen = piece.inline || piece.line.indent < 2 ? 0 : piece.line.indent
  if (start === PARAGRAPH) return seen > 0 ? seen : stretch.indents ? 0 : INDENT
  if (start === AFTER_TITLE && stretch.titleWidth !== null) {
    if (piece.inline) return column > 0 ? (stretch.titleWidth + 1) % column : stretch.titleWidth
    // An extractor that sets runs apart also parts a title from the year that follows it on the line.
    if (piece.isRun) return column > 0 ? stretch.titleWidth % column : stretch.titleWidth
  }
  return seen
}

function wrapCost(draft: Draft, stretch: Stretch, next: Piece, slack: number | null): number {
  let cost = cannotBeginLine(draft.text.charCodeAt(next.from)) ? 4 : 0
  if (next.line.indent >= 2) cost += 5
  if (next.role === 'list') cost += 8
  if (stretch.usualBlanks === 0 && next.line.blanksBefore > 0) cost += 1
  if (slack === null) return cost + 1.2
  if (slack <= 2) return cost
  const unit = firstUnitWidth(draft, next)
  return cost + (unit > slack ? 0.2 : Math.min(10, 1 + 0.45 * slack))
}

function endCost(draft: Draft, stretch: Stretch, last: Piece, next: Piece, slack: number | null): number {
  const before = draft.text.slice(Math.max(last.from, last.to - 6), last.to)
  const item = next.role === 'list' || startsListItem(draft.text.slice(next.from, next.from + 8))
  let cost = slack === null ? 0.4 : 2.2
  if (!FINAL.test(before)) cost += item && /[：:；;]$/.test(before) ? 0 : unfinishedCost(stretch, before)
  if (slack !== null && slack < 2) cost += 0.8
  if (cannotBeginLine(draft.text.charCodeAt(next.from))) cost += 6
  if (next.line.indent >= 2) cost -= 3
  else if (stretch.indents && next.role !== 'list') cost += 3
  if (stretch.usualBlanks === 0 && next.line.blanksBefore > 0) cost -= 1
  if (next.role === 'list') cost -= 8
  else if (item) cost -= 2
  if (slack !== null && (next.isRun || last.isRun)) cost += 0.4
  return cost
}

/** A paragraph that ends without a full stop: rare, unless one has floated away. */
function unfinishedCost(stretch: Stretch, before: string): number {
  if (stretch.lostStop === 'no' || /[，、；：,;:“（《]$/.test(before)) return 6
  return stretch.lostStop === 'here' ? 0.5 : 2.5
}

/** Width of what cannot be parted at the start of a piece: a number or a word, with the closing marks after it. */
function firstUnitWidth(draft: Draft, piece: Piece): number {
  const { text } = draft
  let at = piece.from
  let width = 0
  const word = (c: number): boolean => isDigit(c) || isLatin(c) || '.,%'.includes(String.fromCharCode(c))
  if (word(text.charCodeAt(at))) for (; at < piece.to && word(text.charCodeAt(at)); at++) width++
  else {
    // Opening marks may not end a line: they go with what follows.
    for (; at < piece.to && '“‘（(《【〔'.includes(text[at]!); at++) width += 2
    width += unitWidth(text.charCodeAt(at++))
  }
  for (; at < piece.to && cannotBeginLine(text.charCodeAt(at)); at++) width += unitWidth(text.charCodeAt(at))
  return width
}

function trace(nodes: readonly (Node | undefined)[][], n: number): RowBreak[] {
  const out = new Array<RowBreak>(n - 1)
  let at = n
  let state = 0
  while (at > 0) {
    const node = nodes[at]![state]!
    for (let k = node.from + 1; k < at; k++) out[k - 1] = { kind: 'same', slack: null, margin: null }
    if (at < n) out[at - 1] = { kind: node.kind, slack: node.slack, margin: node.margin }
    at = node.from
    state = node.state
  }
  return out
}
