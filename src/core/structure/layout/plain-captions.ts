import { goesOnFromDigits } from '../counted.ts'
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
/** A row that goes on leaves no more. */
const FULL = 6
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
    const caption = out.at(-1)
    if (caption?.to === from && slack !== null && slack >= SHORT && isTail(s, from, to, usual, content)) {
      out[out.length - 1] = { ...caption, to }
      return
    }
    if (width < LEAST_WIDTH || width > MOST_WIDTH) return
    const short = slack !== null && slack >= SHORT
    const interrupted = interrupts(s, from, to) && !s.item[to]
    const cutsNumber =
      to === from + 1 &&
      s.indent[to] === 0 &&
      /^[.,．]\s*[0-9０-９]/.test(content(to)) &&
      /[0-9０-９]$/.test(content(from - 1))
    const gap = s.blanks[from]! < ASIDE_BETWEEN ? s.blanks[from]! - usual : 0
    const breaksIn = interrupted || cutsNumber
    // A whole column before it, or after it: a line of its own so short is no end of a column.
    const block = s.width[from - 1]! > WIDEST || s.width[to]! > WIDEST
    // After a finished sentence no row ends so soon in mid-sentence.
    const between = s.ending[from] === ENDS_SENTENCE && s.ending[to] === ENDS_OPEN && (short || block)
    if (!breaksIn && !(between && !s.closing[to] && !s.item[to] && s.indent[to] === 0 && !torn)) return
    let text = ''
    for (let i = from; i < to; i++) text += content(i)
    const dated = DATED.test(text)
    if (!isName(text)) return
    if (!breaksIn) {
      out.push({ from, to, isSure: false })
      return
    }
    const full = above !== null && above <= FULL
    // What follows would have found room on it: it is no row of the text.
    const ended = slack !== null && slack >= ENDED && s.unit[to]! < slack - 1
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
  const first = afterTitle(s, column, torn, content)
  const found = first ? [first, ...out.filter((c) => c.from >= first.to)] : out
  return [...found, ...amongRuns(s, found, torn, content)]
}

/** 清理河⏎岸: the rest of a caption on a short row of its own, after which the sentence goes on. */
function isTail(
  s: Stretch,
  from: number,
  to: number,
  usual: number,
  content: (i: number) => string,
): boolean {
  return to === from + 1 && interrupts(s, from, to) && s.blanks[from]! <= usual && REST.test(content(from))
}

const REST = /^\p{Script=Han}{1,12}$/u
const AFTER_NOUN = /(?![于在从至自到由为是及和与年月日])\p{Script=Han}$/u
/** A caption’s date is torn into so many pieces at most. */
const MOST_DATE = 6

/**
 * The same where rows do not show it: a run follows, and there is a gap in mid-sentence, and after it nothing but a name,
 * or a date and a name; or a date and a name stand where no date can follow (完成投资⏎10⏎月⏎22⏎日，…), which is asked about.
 */
function amongRuns(
  s: Stretch,
  found: readonly PlainCaption[],
  torn: boolean,
  content: (i: number) => string,
): PlainCaption[] {
  const out: PlainCaption[] = []
  const usual = usualBlanks(s)
  let k = 0
  for (let from = 1; from < s.pieces.length; from++) {
    while (found[k] && found[k]!.to <= from) k++
    if (s.inline[from] || s.ending[from] === ENDS_SENTENCE || (found[k]?.from ?? Infinity) <= from) continue
    const gap = s.blanks[from]! > usual && s.blanks[from]! < ASIDE_BETWEEN
    const counts = /[0-9０-９]$/.test(content(from - 1))
    if (!gap && !counts && !AFTER_NOUN.test(content(from - 1))) continue
    const { to, text } = datedName(s, from, content)
    if (to >= s.pieces.length || !interrupts(s, from, to)) continue
    if ((found[k]?.from ?? Infinity) < to) continue
    const dated = DATED.test(text)
    if (counts && splitsCount(content(from - 1), text, content(to))) {
      out.push({ from, to, isSure: gap || dated })
      continue
    }
    if (s.blanks[to]! > usual || (!gap && counts)) continue
    if (gap ? !s.apart[to] : !/^[0-9年月]+日，/.test(text) || !AFTER_NOUN.test(text)) continue
    if (!isName(text)) continue
    out.push({ from, to, isSure: gap && dated && !torn })
  }
  return out
}

/** Right after a title, before text that begins with its year: a line too short for a row, or with a gap above it. */
function afterTitle(
  s: Stretch,
  column: number | null,
  torn: boolean,
  content: (i: number) => string,
): PlainCaption | null {
  if (!s.title || s.inline[0]) return null
  const { to, text } = datedName(s, 0, content)
  if (to >= s.pieces.length || !isName(text) || s.ending[to] !== ENDS_OPEN || !AFTER_NOUN.test(text))
    return null
  const next = content(to) + (to + 1 < s.pieces.length ? content(to + 1) : '')
  if (!/^(?:19|20)[0-9]{2}\s*年/.test(next)) return null
  const short = column !== null && to === 1 && !s.apart[1] && s.width[0]! <= column - SHORT
  const gap = s.pieces[0]!.line.blanksBefore > usualBlanks(s)
  let width = 0
  for (let i = 0; i < to; i++) width += s.width[i]!
  if (width > MOST_WIDTH || !(short || gap)) return null
  // A text begins with a date itself, before a caption that begins with another.
  return { from: 0, to, isSure: !torn && (short || !DATED.test(text)) }
}

/** 18⏎溪口村农户晾晒稻谷⏎座: a name, after which the number goes on that stands before it. */
function splitsCount(before: string, text: string, after: string): boolean {
  if (!isName(text) || !AFTER_NOUN.test(text) || text.startsWith('年') || goesOnFromDigits(text)) return false
  return /[0-9０-９]{4}$/.test(before) ? after.startsWith('年') : goesOnFromDigits(after)
}

/** What stands from a piece on as far as a date is torn into pieces, and one piece of text after it. */
function datedName(s: Stretch, from: number, content: (i: number) => string): { to: number; text: string } {
  let to = from
  let text = ''
  while (to < s.pieces.length && to < from + MOST_DATE) {
    text += content(to++)
    if (!s.pieces[to - 1]!.isRun && !/^[年月日]?$/.test(content(to - 1))) break
  }
  return { to, text }
}

/** A date and what is shown, or a name alone. */
function isName(text: string): boolean {
  return text.length >= LEAST_WIDTH / 2 && (DATED.test(text) ? !/[。；！？：]/.test(text) : NAME.test(text))
}

/** The sentence before the row is open, the row ends without a mark, and none that closes follows it. */
function interrupts(s: Stretch, from: number, to: number): boolean {
  return (
    s.ending[from] !== ENDS_SENTENCE && s.ending[to] === ENDS_OPEN && !s.closing[to] && s.indent[to] === 0
  )
}
