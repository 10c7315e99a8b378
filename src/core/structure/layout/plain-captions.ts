import type { RowBreak } from './search.ts'
import { ENDS_OPEN, ENDS_SENTENCE, WIDEST, type Stretch } from './stretch.ts'

/** A caption without a credit, as far as rows show it: the indices of its pieces in the stretch. */
export interface PlainCaption {
  readonly from: number
  readonly to: number
  /** Enough speaks for it to lift it out; otherwise it is asked about. */
  readonly isSure: boolean
}

/** Half squares that a row leaves free: no word is so wide. */
const SHORT = 8
const LEAST_WIDTH = 10
const MOST_WIDTH = 72
const DATED = /^(?:(?:19|20)[0-9]{2}\s*年|[0-9]{1,2}\s*月)/
/** A name of a thing that is shown: neither sentence nor clause. */
const NAME = /^[\p{Script=Han}][\p{Script=Han}0-9“”《》（）·、—]*$/u

/**
 * Short rows of their own in the middle of a sentence, which end without any mark. A gap above the row, or a date that it
 * begins with, makes it a caption; without either it might as well be a row that was cut short.
 */
export function plainCaptions(
  s: Stretch,
  breaks: readonly RowBreak[],
  columns: readonly number[],
  content: (i: number) => string,
): PlainCaption[] {
  const out: PlainCaption[] = []
  const usual = usualBlanks(s)
  // A row that no column explains is measured by the nearest one.
  const column = columns.length > 0 ? Math.max(...columns) : null
  const left = (b: RowBreak, width: number): number | null =>
    b.slack ?? (column === null || width > WIDEST ? null : column - width)
  let start = 0
  let last: number | null = null
  breaks.forEach((b, k) => {
    if (b.kind === 'same') return
    const from = start
    const to = k + 1
    start = to
    let width = 0
    for (let i = from; i < to; i++) width += s.width[i]!
    const above = last
    const slack = left(b, width)
    last = slack
    if (from === 0 || !interrupts(s, from, to) || s.item[to]) return
    const before = breaks[from - 1]!
    let text = ''
    for (let i = from; i < to; i++) text += content(i)
    if (width < LEAST_WIDTH || width > MOST_WIDTH || before.kind !== 'wrap') return
    const dated = DATED.test(text)
    if (!(dated ? !/[。；！？：]/.test(text) : NAME.test(text))) return
    const gap = s.blanks[from]! < 4 ? s.blanks[from]! - usual : 0
    const short = slack !== null && slack >= SHORT
    const full = above !== null && above <= 3
    // A whole column before it, or after it: a line of its own so short is no end of a column.
    const block = s.width[from - 1]! > WIDEST || s.width[to]! > WIDEST
    const sure =
      (slack === null && gap >= 2) ||
      (block && (gap >= 1 || dated)) ||
      (short && (gap >= 1 || (dated && full)))
    if (sure) out.push({ from, to, isSure: true })
    else if (block || (short && full)) out.push({ from, to, isSure: false })
  })
  return out
}

/** The sentence before the row is open, the row ends without a mark, and none that closes follows it. */
function interrupts(s: Stretch, from: number, to: number): boolean {
  return (
    s.ending[from] !== ENDS_SENTENCE && s.ending[to] === ENDS_OPEN && !s.closing[to] && s.indent[to] === 0
  )
}

/** Blank lines between most rows of the stretch. */
function usualBlanks(s: Stretch): number {
  const counts = [0, 0, 0, 0, 0]
  for (let j = 1; j < s.pieces.length; j++) counts[s.blanks[j]!]!++
  return counts.indexOf(Math.max(...counts.slice(0, 4)))
}
