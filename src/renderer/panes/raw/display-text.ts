/** Past so many characters a line is cut for display: an editor that wraps measures a line as a whole. */
const WIDEST = 800
/** A cut falls after one of these where there is one near. */
const STOPS = '。；！？，、 '
const NEAR = 120
const INK = /\S/u

/**
 * The raw text as the pane draws it. Two things differ, and positions are translated for them:
 * - a line without a break for very long is cut into several, since it would be laid out as a whole at each step;
 * - blank lines are not drawn, but shown as further signs at the end of the line before them: extractors put one after each
 *   printed line, and a page of nothing cannot be read beside a page of text.
 */
export class DisplayText {
  readonly text: string
  /** Stretches that are drawn as they are: where each starts in the raw text, and in the display. Sorted. */
  private readonly raw: Int32Array
  private readonly drawn: Int32Array
  /** Number of the printed line that each of them begins; 0 where a line was cut. */
  private readonly lines: Int32Array

  private constructor(text: string, pieces: readonly Piece[]) {
    this.text = text
    this.raw = Int32Array.from(pieces, (p) => p.raw)
    this.drawn = Int32Array.from(pieces, (p) => p.drawn)
    this.lines = Int32Array.from(pieces, (p) => p.line)
  }

  static of(raw: string, widest = WIDEST): DisplayText {
    const parts: string[] = []
    const pieces: Piece[] = []
    let drawn = 0
    let line = 1
    for (let start = 0; start < raw.length; line++) {
      const end = raw.indexOf('\n', start)
      const stop = end < 0 ? raw.length : end
      const isBlank = !INK.test(raw.slice(start, stop))
      for (let at = start; !isBlank && at < stop;) {
        const cut = cutAfter(raw, at, stop, widest)
        parts.push(raw.slice(at, cut))
        pieces.push({ raw: at, drawn, line: at === start ? line : 0 })
        drawn += cut - at + 1
        at = cut
      }
      start = stop + 1
    }
    return new DisplayText(parts.join('\n'), pieces.length > 0 ? pieces : [{ raw: 0, drawn: 0, line: 1 }])
  }

  /** Of a place in a hidden line: the end of the line before it. */
  toDisplay(raw: number): number {
    const i = Math.max(0, lastAtMost(this.raw, raw))
    const [from, drawn] = [this.raw[i] ?? 0, this.drawn[i] ?? 0]
    const end = (this.drawn[i + 1] ?? this.text.length + 1) - 1
    return Math.min(Math.max(drawn, drawn + raw - from), end)
  }

  toRaw(display: number): number {
    const i = Math.max(0, lastAtMost(this.drawn, display))
    return (this.raw[i] ?? 0) + display - (this.drawn[i] ?? 0)
  }

  /** The number of the printed line that begins at this place of the display; null where none does. */
  numberAt(display: number): number | null {
    const i = lastAtMost(this.drawn, display)
    return this.drawn[i] === display ? (this.lines[i] ?? 0) || null : null
  }
}

interface Piece {
  readonly raw: number
  readonly drawn: number
  /** Number of the printed line; 0 where a line was cut. */
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

function cutAfter(raw: string, from: number, stop: number, widest: number): number {
  const limit = from + widest
  if (limit >= stop) return stop
  for (let at = limit; at > limit - NEAR && at > from; at--) if (STOPS.includes(raw.charAt(at - 1))) return at
  // Never through a pair.
  const code = raw.charCodeAt(limit)
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit
}
