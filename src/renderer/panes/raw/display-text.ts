/** Past so many characters a line is cut for display: an editor that wraps measures a line as a whole. */
const WIDEST = 800
/** A cut falls after one of these where there is one near. */
const STOPS = '。；！？，、 '
const NEAR = 120

/**
 * The raw text as the pane draws it: a line without a break for very long is cut into several. The cuts are not in the
 * text, so that positions of the two differ by the cuts before them.
 */
export class DisplayText {
  readonly text: string
  /** Raw offsets before which a line was cut, sorted. */
  private readonly cuts: readonly number[]

  private constructor(text: string, cuts: readonly number[]) {
    this.text = text
    this.cuts = cuts
  }

  static of(raw: string, widest = WIDEST): DisplayText {
    const cuts: number[] = []
    for (let start = 0; start < raw.length;) {
      const end = raw.indexOf('\n', start)
      const stop = end < 0 ? raw.length : end
      for (let at = cutAfter(raw, start, stop, widest); at < stop; at = cutAfter(raw, at, stop, widest))
        cuts.push(at)
      start = stop + 1
    }
    if (cuts.length === 0) return new DisplayText(raw, cuts)
    const parts = cuts.map((at, i) => raw.slice(cuts[i - 1] ?? 0, at))
    return new DisplayText([...parts, raw.slice(cuts.at(-1))].join('\n'), cuts)
  }

  toDisplay(raw: number): number {
    return raw + this.cutsUpTo(raw)
  }

  toRaw(display: number): number {
    // Cut number i puts its break at this place of the display.
    return display - countWhile(this.cuts, (cut, i) => cut + i < display)
  }

  /** Does a line begin here that the raw text does not have? */
  isCut(raw: number): boolean {
    return this.cuts[this.cutsUpTo(raw) - 1] === raw
  }

  /** How many cuts there are up to a raw offset: what a line number of the display is too high by. */
  cutsUpTo(raw: number): number {
    return countWhile(this.cuts, (cut) => cut <= raw)
  }
}

/** How many items at the head of a list hold; those after the first that does not do not either. */
function countWhile<T>(items: readonly T[], holds: (item: T, index: number) => boolean): number {
  let lo = 0
  let hi = items.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (holds(items[mid] as T, mid)) lo = mid + 1
    else hi = mid
  }
  return lo
}

function cutAfter(raw: string, from: number, stop: number, widest: number): number {
  const limit = from + widest
  if (limit >= stop) return stop
  for (let at = limit; at > limit - NEAR && at > from; at--) if (STOPS.includes(raw.charAt(at - 1))) return at
  // Never through a pair.
  const code = raw.charCodeAt(limit)
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit
}
