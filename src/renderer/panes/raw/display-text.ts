/** Width of a character, in whatever unit the width of a row is given in. */
export type WidthOf = (code: number) => number

const INK = /\S/u

/**
 * The raw text as the pane draws it, in rows that fit its width. Two things differ from the text itself, and positions are
 * translated for them:
 * - long lines are cut into rows. They could be left to wrap, but then heights far away are guesses, and a jump through a
 *   long book is a chain of corrections; rows of one height make each place known at once.
 * - blank lines are not drawn, but shown as further signs at the end of the line before: extractors put one after each
 *   printed line, and a page of nothing cannot be read beside a page of text.
 */
export class DisplayText {
  readonly text: string
  /** Rows: where each starts in the raw text, and in the display. Sorted. */
  private readonly raw: Int32Array
  private readonly drawn: Int32Array
  /** Number of the printed line that each row begins; 0 where a line goes on. */
  private readonly lines: Int32Array

  private constructor(text: string, rows: readonly Row[]) {
    this.text = text
    this.raw = Int32Array.from(rows, (row) => row.raw)
    this.drawn = Int32Array.from(rows, (row) => row.drawn)
    this.lines = Int32Array.from(rows, (row) => row.line)
  }

  static of(raw: string, width: number, widthOf: WidthOf): DisplayText {
    const parts: string[] = []
    const rows: Row[] = []
    let drawn = 0
    let line = 1
    for (let start = 0; start < raw.length; line++) {
      const end = raw.indexOf('\n', start)
      const stop = end < 0 ? raw.length : end
      const isBlank = !INK.test(raw.slice(start, stop))
      for (let at = start; !isBlank && at < stop;) {
        const cut = rowEnd(raw, at, stop, width, widthOf)
        parts.push(raw.slice(at, cut))
        rows.push({ raw: at, drawn, line: at === start ? line : 0 })
        drawn += cut - at + 1
        at = cut
      }
      start = stop + 1
    }
    return new DisplayText(parts.join('\n'), rows.length > 0 ? rows : [{ raw: 0, drawn: 0, line: 1 }])
  }

  get rows(): number {
    return this.raw.length
  }

  /** Of a place in a blank line: the end of the row before it. */
  toDisplay(raw: number): number {
    const i = this.rowOf(raw)
    const [from, drawn] = [this.raw[i] ?? 0, this.drawn[i] ?? 0]
    const end = (this.drawn[i + 1] ?? this.text.length + 1) - 1
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
    const length = (this.drawn[i + 1] ?? this.text.length + 1) - 1 - drawn
    return from + Math.round(Math.min(1, Math.max(0, row - i)) * length)
  }

  /** The number of the printed line that begins at this place of the display; null where none does. */
  numberAt(display: number): number | null {
    const i = lastAtMost(this.drawn, display)
    return this.drawn[i] === display ? (this.lines[i] ?? 0) || null : null
  }
}

interface Row {
  readonly raw: number
  readonly drawn: number
  readonly line: number
}

/** Index of the last number that is not above `limit`, or -1. */
function lastAtMost(numbers: Int32Array, limit: number): number {
  let lo = 0
  let hi = numbers.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if ((numbers[mid] ?? 0) <= limit) lo = mid + 1
    else hi = mid
  }
  return lo - 1
}

function rowEnd(raw: string, from: number, stop: number, width: number, widthOf: WidthOf): number {
  let used = 0
  for (let at = from; at < stop; at++) {
    used += widthOf(raw.charCodeAt(at))
    if (used <= width || at === from) continue
    const code = raw.charCodeAt(at)
    // Never through a pair.
    return code >= 0xdc00 && code <= 0xdfff && at - 1 > from ? at - 1 : at
  }
  return stop
}
