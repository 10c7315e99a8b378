import type { RowBreak } from './search.ts'
import { ASIDE_BETWEEN, ENDS_OPEN, ENDS_SENTENCE, usualBlanks, WIDEST, type Stretch } from './stretch.ts'

/** A caption without a credit, as far as rows show it: the indices of its pieces in the stretch. */
export interface PlainCaption {
  readonly from: number
  readonly to: number
  /** Enough speaks for it to lift it out; otherwise it is asked about. */
  readonly isSure: boolean
}

/** Half squares that a row leaves free: no word is so wide. */
const SHORT = 8
/** So many are left by no row that goes on, but by chance. */
const ENDED = 4
const LEAST_WIDTH = 10
const MOST_WIDTH = 72
const DATED = /^(?:(?:19|20)[0-9]{2}\s*年|[0-9]{1,2}\s*月)/
/** A name of a thing that is shown: neither sentence nor clause. */
const NAME = /^[\p{Script=Han}][\p{Script=Han}0-9“”《》（）·、—]*$/u

/**
 * Short rows of their own in the middle of a sentence, which end without any mark. A gap above the row, or a date that it
 * begins with, makes it a caption; without either it might as well be a row that was cut short. `torn`: a full stop of the
 * entry is astray, so that a short row may have lost it.
 */
export function plainCaptions(
  s: Stretch,
  breaks: readonly RowBreak[],
  columns: readonly number[],
  torn: boolean,
  content: (i: number) => string,
): PlainCaption[] {
  const out: PlainCaption[] = []
  const usual = usualBlanks(s)
  // A row that no column explains is measured by the nearest one.
  const column = columns.length > 0 ? Math.max(...columns) : null
  const left = (b: RowBreak, width: number, beside: number): number | null => {
    const slack = b.slack ?? (column === null || width > WIDEST ? null : column - width)
    // Many captions of one width look like a column; the rows beside them show that they are none.
    return slack !== null && beside > width + slack + SHORT ? beside - width : slack
  }
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
    const slack = left(b, width, Math.max(from > 0 ? s.width[from - 1]! : 0, s.width[to]!))
    last = slack
    if (from === 0) return
    const interrupted = interrupts(s, from, to) && !s.item[to]
    const cutsNumber =
      to === from + 1 &&
      /[0-9０-９]$/.test(content(from - 1)) &&
      /^[.,．]\s*[0-9０-９]/.test(content(to)) &&
      s.indent[to] === 0
    const gap = s.blanks[from]! < ASIDE_BETWEEN ? s.blanks[from]! - usual : 0
    if (width < LEAST_WIDTH || width > MOST_WIDTH) return
    let text = ''
    for (let i = from; i < to; i++) text += content(i)
    const dated = DATED.test(text)
    if (!(dated ? !/[。；！？：]/.test(text) : NAME.test(text))) return
    if (!interrupted && !cutsNumber) {
      const apart = gap >= 1 && s.blanks[to]! < s.blanks[from]! && s.ending[to] === ENDS_OPEN
      if (apart && slack !== null && slack >= SHORT && !s.item[to] && s.indent[to] === 0 && !torn)
        out.push({ from, to, isSure: false })
      return
    }
    const short = slack !== null && slack >= SHORT
    const full = above !== null && above <= 3
    // What follows would have found room on it: it is no row of the text.
    const ended = slack !== null && slack >= ENDED && s.unit[to]! < slack - 1
    // A whole column before it, or after it: a line of its own so short is no end of a column.
    const block = s.width[from - 1]! > WIDEST || s.width[to]! > WIDEST
    const apart = gap >= 1 && (short || (dated && ended) || (columns.length === 0 && !s.apart[from]))
    if (torn) {
      if (cutsNumber || (apart && dated)) out.push({ from, to, isSure: true })
      return
    }
    if (breaks[from - 1]!.kind !== 'wrap' && gap < 1) return
    const sure =
      cutsNumber ||
      apart ||
      (slack === null && gap >= 2) ||
      (block && (gap >= 1 || dated)) ||
      (short && dated && full)
    if (sure) out.push({ from, to, isSure: true })
    else if (block || ((short || (dated && ended)) && full)) out.push({ from, to, isSure: false })
  })
  return out
}

/** The sentence before the row is open, the row ends without a mark, and none that closes follows it. */
function interrupts(s: Stretch, from: number, to: number): boolean {
  return (
    s.ending[from] !== ENDS_SENTENCE && s.ending[to] === ENDS_OPEN && !s.closing[to] && s.indent[to] === 0
  )
}
