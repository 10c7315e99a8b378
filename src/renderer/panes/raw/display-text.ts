import { partitionPoint } from '../../../core/order/partition-point.ts'
import { cannotBeginLine, isHan } from '../../../core/text/characters.ts'

/** Width of a character, in whatever unit the width of a row is given in. */
export type WidthOf = (code: number) => number

const INK = /\S/u
/** So many stops may hang over the end of a row. */
const HANGING = 2
/** So many rows are made between two pauses. */
const PAUSE = 1_000

/**
 * The raw text as the pane draws it, in rows that fit its width. Two things differ from the text itself, and positions are
 * translated for them:
 * - long lines are cut into rows. They could be left to wrap, but then heights far away are guesses, and a jump through a
 *   long book is a chain of corrections; rows of one height make each place known at once.
 * - blank lines are not drawn, but shown as further signs at the end of the line before: extractors put one after each
 *   printed line, and a page of nothing cannot be read beside a page of text.
 */
export class DisplayText {
  /** The rows, without breaks. */
  readonly lines: readonly string[]
  /** Where each row starts in the raw text, and in the display. Sorted. */
  private readonly raw: Int32Array
  private readonly drawn: Int32Array
  /** Number of the printed line that each row begins; 0 where a line goes on. */
  private readonly numbers: Int32Array
  private readonly length: number

  private constructor(lines: readonly string[], raw: readonly number[], numbers: readonly number[]) {
    this.lines = lines
    this.raw = Int32Array.from(raw)
    this.numbers = Int32Array.from(numbers)
    this.drawn = new Int32Array(lines.length)
    let drawn = 0
    lines.forEach((line, i) => {
      this.drawn[i] = drawn
      drawn += line.length + 1
    })
    this.length = Math.max(0, drawn - 1)
  }

  /** All at once; see `making`. */
  static of(text: string, width: number, widthOf: WidthOf, widest = 0): DisplayText {
    const making = DisplayText.making(text, width, widthOf, widest)
    for (;;) {
      const { done, value } = making.next()
      if (done === true) return value
    }
  }

  /**
   * `widest` is the width of the widest character: a line of so few that they fit in any case is not measured. Stops now and
   * then, so that two million characters need not be broken in one go.
   */
  static *making(
    text: string,
    width: number,
    widthOf: WidthOf,
    widest = 0,
  ): Generator<undefined, DisplayText> {
    const lines: string[] = []
    const raw: number[] = []
    const numbers: number[] = []
    const few = widest > 0 ? Math.floor(width / widest) : 0
    let number = 1
    for (let start = 0; start < text.length; number++) {
      const end = text.indexOf('\n', start)
      const stop = end < 0 ? text.length : end
      for (let at = start; at < stop && (at > start || hasInk(text, start, stop));) {
        const cut = stop - at <= few ? stop : rowEnd(text, at, stop, width, widthOf)
        lines.push(text.slice(at, cut))
        raw.push(at)
        numbers.push(at === start ? number : 0)
        at = cut
        if (lines.length % PAUSE === 0) yield
      }
      start = stop + 1
    }
    return lines.length > 0 ? new DisplayText(lines, raw, numbers) : new DisplayText([''], [0], [1])
  }

  get rows(): number {
    return this.raw.length
  }

  /** Of a place in a blank line: the end of the row before it. */
  toDisplay(raw: number): number {
    const i = this.rowOf(raw)
    const [from, drawn] = [this.raw[i] ?? 0, this.drawn[i] ?? 0]
    const end = (this.drawn[i + 1] ?? this.length + 1) - 1
    return Math.min(Math.max(drawn, drawn + raw - from), end)
  }

  toRaw(display: number): number {
    const i = Math.max(0, lastAtMost(this.drawn, display))
    return (this.raw[i] ?? 0) + display - (this.drawn[i] ?? 0)
  }

  /** The row, from 0, in which a raw offset is drawn. */
  rowOf(raw: number): number {
    return Math.max(0, lastAtMost(this.raw, raw))
  }

  /** The raw offset at a row and a share of it; `row` may have a fraction. */
  rawAtRow(row: number): number {
    const i = Math.min(this.rows - 1, Math.max(0, Math.floor(row)))
    const [from, drawn] = [this.raw[i] ?? 0, this.drawn[i] ?? 0]
    const length = (this.drawn[i + 1] ?? this.length + 1) - 1 - drawn
    return from + Math.round(Math.min(1, Math.max(0, row - i)) * length)
  }

  /** The number of the printed line that begins at this place of the display; null where none does. */
  numberAt(display: number): number | null {
    const i = lastAtMost(this.drawn, display)
    return this.drawn[i] === display ? (this.numbers[i] ?? 0) || null : null
  }
}

function hasInk(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from)
  return (first > 0x20 && first < 0x80) || isHan(first) || INK.test(text.slice(from, to))
}

/** Index of the last number that is not above `limit`, or -1. */
function lastAtMost(numbers: Int32Array, limit: number): number {
  return partitionPoint(numbers.length, (i) => (numbers[i] ?? 0) <= limit) - 1
}

function rowEnd(raw: string, from: number, stop: number, width: number, widthOf: WidthOf): number {
  let used = 0
  for (let at = from; at < stop; at++) {
    used += widthOf(raw.charCodeAt(at))
    if (used <= width || at === from) continue
    const code = raw.charCodeAt(at)
    // Stops hang over the end rather than begin a row; there is room for two.
    let end = at
    while (end < stop && end - at < HANGING && cannotBeginLine(raw.charCodeAt(end))) end++
    if (end > at) return end
    // Never through a pair.
    return code >= 0xdc00 && code <= 0xdfff && at - 1 > from ? at - 1 : at
  }
  return stop
}
