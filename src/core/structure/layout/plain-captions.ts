import { codesOf, isDigit, isHan, isWideDigit } from '../../text/characters.ts'
import { goesOnBehind, goesOnFromDigits } from '../counted.ts'
import { readsOnAround } from './reads-on.ts'
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
/** Of the pairs of characters around the row, as `readsOnAround` counts them. */
const LEAST_ODDS = -1
const LEAST_WIDTH = 10
const MOST_WIDTH = 72
const DATED = /^(?:(?:19|20)[0-9]{2}\s*年|[0-9]{1,2}\s*月)/
/** A name of a thing that is shown: neither sentence nor clause, nor a number that goes on. */
const NAME = /^[\p{Script=Han}][\p{Script=Han}0-9“”《》（）·、—]*(?<![0-9、—])$/u

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
  text: string,
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
    const beside = Math.max(from > 0 ? s.width[from - 1]! : 0, s.width[to]!)
    const slack = left(b, width, beside)
    last = slack
    if (from === 0) return
    const caption = out.at(-1)
    if (caption?.to === from && slack !== null && slack >= SHORT && isTail(s, from, to, usual, text)) {
      out[out.length - 1] = { ...caption, to }
      return
    }
    if (width < LEAST_WIDTH || width > MOST_WIDTH) return
    const short = slack !== null && slack >= SHORT
    const interrupted = interrupts(s, from, to) && !s.item[to]
    const cutsNumber =
      to === from + 1 &&
      s.indent[to] === 0 &&
      /^[.,．]\s*[0-9０-９]/.test(contents(s, to, to + 1, text)) &&
      /[0-9０-９]$/.test(contents(s, from - 1, from, text))
    const gap = s.blanks[from]! < ASIDE_BETWEEN ? s.blanks[from]! - usual : 0
    const breaksIn = interrupted || cutsNumber
    // A whole column before it, or after it: a line of its own so short is no end of a column.
    const block = isBlock(s, breaks, from, to)
    // After a finished sentence no row ends so soon in mid-sentence.
    const between = s.ending[from] === ENDS_SENTENCE && s.ending[to] === ENDS_OPEN && (short || block)
    if (!breaksIn && !(between && !s.closing[to] && !s.item[to] && s.indent[to] === 0 && !torn)) return
    const name = contents(s, from, to, text)
    if (!isName(name)) return
    const dated = DATED.test(name)
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
      (gap >= 2 && (slack === null || width + SHORT <= beside)) ||
      (gap >= 1 && dated && full && endsNoun(text.charCodeAt(s.pieces[from - 1]!.to - 1))) ||
      (block && (gap >= 1 || dated)) ||
      (short && dated && full) ||
      ((block || (short && full && isWhole(s, breaks, from, to, width, column))) &&
        isForeign(s, from, to, text))
    if (sure) out.push({ from, to, isSure: true })
    else if (block || ((short || (dated && ended)) && full)) out.push({ from, to, isSure: false })
  })
  const first = afterTitle(s, column, torn, text)
  const found = first ? [first, ...out.filter((c) => c.from >= first.to)] : out
  return [...found, ...amongRuns(s, found, torn, text)]
}

/**
 * Does it stand between blocks of print, which hold a column each? Then so short a line is no end of a column. Blank lines
 * part blocks, and no width of a column explains them.
 */
function isBlock(s: Stretch, breaks: readonly RowBreak[], from: number, to: number): boolean {
  if (s.width[from - 1]! > WIDEST || s.width[to]! > WIDEST) return true
  const isFree = (b: RowBreak | undefined): boolean =>
    b === undefined || (b.kind !== 'same' && b.slack === null)
  const parted = s.blanks[from]! % ASIDE_BETWEEN > 0 && s.blanks[to]! % ASIDE_BETWEEN > 0
  return parted && isFree(breaks[from - 2]) && isFree(breaks[from - 1]) && isFree(breaks[to])
}

/** Is what follows a full row, or a paragraph's last, and not the other half of a row that was cut in two? */
function isWhole(
  s: Stretch,
  breaks: readonly RowBreak[],
  from: number,
  to: number,
  width: number,
  column: number | null,
): boolean {
  const next = s.width[to]!
  if (column !== null && Math.abs(width + next - column) <= FULL) return false
  const b = breaks[to]
  const ending = to + 1 < s.pieces.length ? s.ending[to + 1] : s.lastEnding
  // Where no column explains the rows, both must be of the widest, so that no photo makes them narrow.
  const isWide = column !== null && column - s.width[from - 1]! <= FULL
  const slack = b?.slack ?? (isWide ? column - next : null)
  return ending === ENDS_SENTENCE || (b?.kind === 'wrap' && slack !== null && slack <= FULL)
}

/** Is it a name by itself, so that the sentence reads on around it as well as over it? */
function isForeign(s: Stretch, from: number, to: number, text: string): boolean {
  const name = contents(s, from, to, text)
  if (!SHOWN.test(name) || STARTS_PARAGRAPH.test(contents(s, to, to + 1, text).slice(0, 8))) return false
  const first = s.pieces[from]!.from
  const borders = {
    before: text[s.pieces[from - 1]!.to - 1]!,
    first: name[0]!,
    last: name.at(-1)!,
    after: text[s.pieces[to]!.from]!,
  }
  return readsOnAround(text, first, borders) >= LEAST_ODDS
}

/**
 * What is shown: long enough for a place and a thing, no word that leads on at its start, no count at its end, and nothing
 * that is said of figures.
 */
const SHOWN =
  /^(?![在于的和与及等了为由并以其将把被对向从至中上下内外后前所年月日个家])(?!.*(?:[0-9]\p{Script=Han}$|比上年|增长|下降|、)).{6,}[\p{Script=Han}”》）]$(?<![于在从至自到由为是及和与的了年月日])/u
const STARTS_PARAGRAPH = /^(?:(?:19|20)[0-9]{2}\s*年|[0-9]{1,2}\s*月|至)/

/** 清理河⏎岸: the rest of a caption on a short row of its own, after which the sentence goes on. */
function isTail(s: Stretch, from: number, to: number, usual: number, text: string): boolean {
  const isNext = to === from + 1 && interrupts(s, from, to) && s.blanks[from]! <= usual
  return isNext && REST.test(contents(s, from, to, text))
}

const REST = /^\p{Script=Han}{1,12}$/u
/** No noun ends with these. */
const LEADERS = codesOf('于在从至自到由为是及和与年月日')
const DATE_UNITS = codesOf('年月日')
/** A caption’s date is torn into so many pieces at most. */
const MOST_DATE = 6

/**
 * The same where rows do not show it: a run follows, and there is a gap in mid-sentence, and after it nothing but a name,
 * or a date and a name; or digits that belong to a number go on after it; or a date and a name stand where no date can follow
 * (完成投资⏎10⏎月⏎22⏎日，…), or after a gap with no run behind them, which is asked about.
 */
function amongRuns(s: Stretch, found: readonly PlainCaption[], torn: boolean, text: string): PlainCaption[] {
  const out: PlainCaption[] = []
  const usual = usualBlanks(s)
  let k = 0
  for (let from = 1; from < s.pieces.length; from++) {
    while (found[k] && found[k]!.to <= from) k++
    if (s.inline[from] || s.ending[from] === ENDS_SENTENCE || (found[k]?.from ?? Infinity) <= from) continue
    const gap = s.blanks[from]! > usual && s.blanks[from]! < ASIDE_BETWEEN
    const before = text.charCodeAt(s.pieces[from - 1]!.to - 1)
    const counts = isDigit(before) || isWideDigit(before)
    // In half-width punctuation a clause may go on from a comma: only what stands off tells.
    const point = (before === 0x2c || before === 0x2e) && s.blanks[from]! > usual
    if (!gap && !counts && !point && !endsNoun(before)) continue
    const to = datedNameEnd(s, from, text)
    if (to >= s.pieces.length || !interrupts(s, from, to)) continue
    if ((found[k]?.from ?? Infinity) < to) continue
    const name = contents(s, from, to, text)
    if (!isName(name)) continue
    const dated = DATED.test(name)
    if (point && goesOnFromPoint(contents(s, from - 1, from, text), contents(s, to, to + 1, text))) {
      out.push({ from, to, isSure: true })
      continue
    }
    if (counts && splitsCount(contents(s, from - 1, from, text), name, contents(s, to, to + 1, text))) {
      out.push({ from, to, isSure: gap || dated })
      continue
    }
    if (s.blanks[to]! > usual || (!gap && (counts || point))) continue
    if (!gap && (!/^[0-9年月]+日，/.test(name) || !endsNoun(name.charCodeAt(name.length - 1)))) continue
    // Where no run follows, the row might be one of the text.
    if (gap && !s.apart[to] && !(dated && endsNoun(before))) continue
    out.push({ from, to, isSure: gap && dated && !torn && s.apart[to] === 1 })
  }
  return out
}

/** Right after a title, before text that begins with its year: a line too short for a row, or with a gap above it. */
function afterTitle(s: Stretch, column: number | null, torn: boolean, text: string): PlainCaption | null {
  if (!s.title || s.inline[0]) return null
  const to = datedNameEnd(s, 0, text)
  if (to >= s.pieces.length || s.ending[to] !== ENDS_OPEN) return null
  const name = contents(s, 0, to, text)
  if (!isName(name) || !endsNoun(name.charCodeAt(name.length - 1))) return null
  const next = contents(s, to, Math.min(to + 2, s.pieces.length), text)
  if (!/^(?:19|20)[0-9]{2}\s*年/.test(next)) return null
  const short = column !== null && to === 1 && !s.apart[1] && s.width[0]! <= column - SHORT
  const usual = usualBlanks(s)
  const gap = s.pieces[0]!.line.blanksBefore > usual
  // What begins with a date is the text, where another date is set off from it: the caption is that one.
  if (DATED.test(name) && !gap && s.blanks[to]! > usual) return null
  let width = 0
  for (let i = 0; i < to; i++) width += s.width[i]!
  if (width > MOST_WIDTH || !(short || gap)) return null
  // A text begins with a date itself, before a caption that begins with another.
  return { from: 0, to, isSure: !torn && (short || !DATED.test(name)) }
}

/** 18⏎溪口村农户晾晒稻谷⏎座: a name, after which the number goes on that stands before it. */
function splitsCount(before: string, name: string, after: string): boolean {
  if (!endsNoun(name.charCodeAt(name.length - 1)) || name.startsWith('年')) return false
  return /[0-9０-９]{4}$/.test(before)
    ? after.startsWith('年') && !goesOnFromDigits(name)
    : goesOnBehind(name, after)
}

/** 7,⏎溪口村农户晾晒稻谷⏎420: a name, after which the digits go on that belong to the point before it. */
function goesOnFromPoint(before: string, after: string): boolean {
  if (/[0-9],$/.test(before)) return /^[0-9]{3}(?![0-9])/.test(after)
  return /[0-9]\.$/.test(before) && /^[0-9]/.test(after)
}

/** Where a date that is torn into pieces ends, with one piece of text after it. */
function datedNameEnd(s: Stretch, from: number, text: string): number {
  let to = from
  while (to < s.pieces.length && to < from + MOST_DATE) {
    const p = s.pieces[to++]!
    if (!p.isRun && !(p.to - p.from === 1 && DATE_UNITS.has(text.charCodeAt(p.from)))) break
  }
  return to
}

/** What pieces say, without the blanks between them. */
function contents(s: Stretch, from: number, to: number, text: string): string {
  let out = ''
  for (let i = from; i < to; i++) out += text.slice(s.pieces[i]!.from, s.pieces[i]!.to)
  return out
}

function endsNoun(last: number): boolean {
  return isHan(last) && !LEADERS.has(last)
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
