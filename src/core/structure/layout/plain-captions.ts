import type { RowBreak } from './search.ts'
import { ENDS_OPEN, ENDS_SENTENCE, type Stretch } from './stretch.ts'

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
  content: (i: number) => string,
): PlainCaption[] {
  const out: PlainCaption[] = []
  const usual = usualBlanks(s)
  let start = 0
  breaks.forEach((b, k) => {
    if (b.kind === 'same') return
    const from = start
    const to = k + 1
    start = to
    if (from === 0 || !interrupts(s, from, to) || s.item[to]) return
    const before = breaks[from - 1]!
    let width = 0
    let text = ''
    for (let i = from; i < to; i++) {
      width += s.width[i]!
      text += content(i)
    }
    if (width < LEAST_WIDTH || width > MOST_WIDTH || before.kind !== 'wrap') return
    const dated = DATED.test(text)
    if (!(dated ? !/[。；！？：]/.test(text) : NAME.test(text))) return
    const gap = s.blanks[from]! < 4 ? s.blanks[from]! - usual : 0
    const short = b.slack !== null && b.slack >= SHORT
    const full = before.slack !== null && before.slack <= 3
    if (b.slack === null ? gap >= 2 : short && (gap >= 1 || (dated && full)))
      out.push({ from, to, isSure: true })
    else if (short && full) out.push({ from, to, isSure: false })
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
