import { partitionPoint } from '../order/partition-point.ts'
import { isBlank, isBreak, isSpace } from './characters.ts'

/**
 * A printed line that holds something. It owns its trailing breaks, blank lines after it included; the first
 * one owns what stands before it, too. So lines partition the raw text. All numbers are raw offsets.
 */
export interface Line {
  /** Where its ownership starts: the beginning of the physical line, indent included. */
  readonly start: number
  /** First and past-last character that is not blank. */
  readonly from: number
  readonly to: number
  /** Past its breaks and the blank lines after it; the next line's `start`. */
  readonly end: number
  /** Physical line number, from 1. */
  readonly number: number
  /** Blank physical lines between this line and the one before. */
  readonly blanksBefore: number
  /** Width of its indent, in half squares. */
  readonly indent: number
  /** A page starts with this line: a form feed stands before it, or it begins with exactly one space. */
  readonly pageMark: 'form-feed' | 'leading-space' | null
}

/** Cuts raw text into lines, in one pass. A text that is all blank gives none. */
export function lines(text: string): Line[] {
  const out: Line[] = []
  let at = 0
  let number = 1
  let blanks = 0
  let owned = 0
  let formFeed = false
  while (at < text.length) {
    let stop = at
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++
    let from = at
    let indent = 0
    for (; from < stop && isBlank(text.charCodeAt(from)); from++) {
      const c = text.charCodeAt(from)
      if (isSpace(c)) indent += c === 0x3000 ? 2 : 1
    }
    const next = Math.min(text.length, stop + 1)
    if (from < stop) {
      let to = stop
      while (isBlank(text.charCodeAt(to - 1))) to--
      if (out.length > 0) (out[out.length - 1] as { end: number }).end = at
      out.push({
        start: owned,
        from,
        to,
        end: text.length,
        number,
        blanksBefore: blanks,
        indent,
        pageMark: formFeed ? 'form-feed' : indent === 1 && text[from - 1] === ' ' ? 'leading-space' : null,
      })
      if (out.length > 1) (out[out.length - 1] as { start: number }).start = at
      blanks = 0
      formFeed = false
    } else if (text.charCodeAt(stop) !== 0x0c) blanks++
    owned = next
    if (stop < text.length && text.charCodeAt(stop) === 0x0c) formFeed = true
    // A form feed parts pages, and lines only where it stands alone on one: `\n\f` is one break.
    if (text.charCodeAt(stop) === 0x0a) number++
    at = next
  }
  if (out.length > 0) (out[0] as { start: number }).start = 0
  return out
}

/** Offsets of all line breaks, for naming places: physical line n (from 1) starts after break n-2. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

/** Names the physical lines of a text: a raw offset in, the number of its line out, from 1. Logarithmic. */
export function lineNumbers(text: string): (at: number) => number {
  const starts = lineStarts(text)
  return (at) => partitionPoint(starts.length, (i) => starts[i]! <= at)
}
