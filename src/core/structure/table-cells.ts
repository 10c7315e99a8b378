import { plainText, type Draft } from './draft.ts'
import type { Piece } from './piece.ts'

export const BARS = '|｜│┃'
const GAP = new RegExp(`[^\\S\\n]*[${BARS}][^\\S\\n]*|[^\\S\\n]+`, 'g')
const BAR = new RegExp(`[${BARS}]`)

/** What a row holds between gaps, bars and the ends of its lines. Offsets are raw. */
interface Word {
  readonly piece: Piece
  readonly from: number
  readonly text: string
}

/**
 * What stands before a word: `one` is inside a cell whatever else the row shows (99. 1, （⏎%⏎）); a `gap` or the `break` after a
 * line may be, and parts two cells otherwise; a `bar` always does.
 */
type Joint = 'one' | 'gap' | 'break' | 'bar'

/** The words of a row as far as it is read, and what stands before each of them but the first. */
export interface Cells {
  readonly words: Word[]
  readonly joints: Joint[]
  /** The joint before each word is a line's end. */
  readonly breaks: boolean[]
  /** A bracket of the last cell is still open. */
  isOpen: boolean
}

export const noCells = (): Cells => ({ words: [], joints: [], breaks: [], isOpen: false })

export function copyOf({ words, joints, breaks, isOpen }: Cells): Cells {
  return { words: [...words], joints: [...joints], breaks: [...breaks], isOpen }
}

/** Adds what a piece holds. `goesOn`: it begins inside the cell that the last one ends in, whatever the two show. */
export function addPiece(cells: Cells, draft: Draft, piece: Piece, goesOn = false): void {
  const content = draft.content(piece)
  let from = 0
  let bar = false
  const add = (to: number): void => {
    const text = plainText(content.slice(from, to))
    const before = cells.words.at(-1)
    const isBreak = before !== undefined && before.piece !== piece
    const torn = goesOn && isBreak
    const inside = before !== undefined && (torn || isInside(before.text, text, cells.isOpen))
    cells.words.push({ piece, from: piece.from + from, text })
    cells.breaks.push(isBreak)
    const joint = bar ? 'bar' : inside ? 'one' : isBreak ? 'break' : 'gap'
    cells.joints.push(joint)
    cells.isOpen = leavesOpen(text, joint === 'one' && cells.isOpen)
  }
  for (const { index, 0: gap } of content.matchAll(GAP)) {
    if (isPoint(content.slice(from, index), content.slice(index + gap.length, index + gap.length + 4)))
      continue
    add(index)
    from = index + gap.length
    bar = BAR.test(gap)
  }
  add(content.length)
}

/** How many cells, if all that may be inside one parts two. */
export function countCells({ joints }: Cells): number {
  let count = 0
  joints.forEach((joint, k) => (count += k === 0 || joint !== 'one' ? 1 : 0))
  return count
}

/** Would the row go on in its last cell with this piece? */
export function goesOnWith(cells: Cells, draft: Draft, piece: Piece): boolean {
  return isInside(cells.words.at(-1)!.text, draft.plain(piece), cells.isOpen)
}

/** Is a bracket open after this word? `before`: was one in its cell before it? */
function leavesOpen(text: string, before: boolean): boolean {
  const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('))
  const close = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))
  return open < 0 && close < 0 ? before : open > close
}

/** Parts no two cells: 沉淀⏎+⏎过滤. */
const SIGN = /^[+＋×]$/
/** In brackets, or inside a number; beside a sign that was set apart. */
function isInside(before: string, after: string, open: boolean): boolean {
  return open || isPoint(before, after) || SIGN.test(before) || SIGN.test(after)
}

/** 5 ,187, 1,⏎246, 1⏎,⏎246: beside a point inside a number, or one that was set apart. */
function isPoint(before: string, after: string): boolean {
  return (
    (/(?:^|[0-9０-９])\s*[.,．，]$/.test(before) && /^[0-9０-９]/.test(after)) ||
    (/[0-9０-９]$/.test(before) && /^[.,．，]\s*(?:[0-9０-９]|$)/.test(after))
  )
}

/** For each cell, is it a number? `closed`: joints that are inside a cell, too. */
export function kindsOf({ words, joints }: Cells, closed: readonly number[] = []): boolean[] {
  const out: string[] = []
  words.forEach(({ text }, k) => {
    if (k > 0 && (joints[k] === 'one' || closed.includes(k))) out.push(out.pop()! + text)
    else out.push(text)
  })
  return out.map((cell) => /^[-−]?[0-9０-９][0-9０-９.,．，\s]*[%％‰]?$/.test(cell))
}

/** Joints of a row at which a stray space, or the end of a full line, may stand inside a word. */
export function mayClose(
  { words, joints }: Cells,
  isFull: (piece: Piece) => boolean,
  units: boolean,
): { breaks: number[]; gaps: number[] } {
  const breaks: number[] = []
  const gaps: number[] = []
  words.forEach(({ text }, k) => {
    const before = words[k - 1]
    if (!before) return
    // G312⏎跨线桥: an extractor has set the letters of a name apart.
    if (joints[k] === 'break' && before.piece.isRun) {
      if (/[A-Za-z]/.test(before.text) && /^\p{Script=Han}/u.test(text)) breaks.push(k)
      return
    }
    if (!/[\p{Script=Han}—]$/u.test(before.text)) return
    // 产量⏎（吨）, in a header.
    if (!/^\p{Script=Han}/u.test(text) && !((units || joints[k] === 'break') && /^[（(]/.test(text))) return
    if (joints[k] === 'gap') gaps.push(k)
    else if (joints[k] === 'break' && isFull(before.piece)) breaks.push(k)
  })
  return { breaks, gaps }
}
