import { isDigit, isFullPunctuation, isHan, isSpace, isWideDigit, unitWidth } from '../../text/characters.ts'

/**
 * How wide a stretch of raw text was in print, in half squares: 2 for a Han character or full punctuation, 1 for Latin,
 * 0 for what was not printed. Spaces beside Han are the extractor's, for the style has none. Where a text has digits, or
 * punctuation in Han text, of both widths, the rarer ones are misread, and as wide as the others.
 */
export class PrintedWidth {
  private readonly text: string
  private readonly digit: 1 | 2
  private readonly mark: 1 | 2

  constructor(text: string) {
    this.text = text
    let half = 0
    let wide = 0
    let halfMarks = 0
    let fullMarks = 0
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c >= 0x4e00 && c <= 0x9fff) continue
      if (isDigit(c)) half++
      else if (isWideDigit(c)) wide++
      else if (c === 0xff0c || c === 0xff08) fullMarks++
      else if ((c === 0x2c || c === 0x28) && isHan(text.charCodeAt(i - 1))) halfMarks++
    }
    this.digit = wide > half ? 2 : 1
    this.mark = halfMarks > fullMarks ? 1 : 2
  }

  of(from: number, to: number): number {
    let width = 0
    for (let i = from; i < to; i++) {
      const c = this.text.charCodeAt(i)
      // By far the most frequent first.
      if (c >= 0x4e00 && c <= 0x9fff) width += 2
      else if (isSpace(c)) {
        // A run of spaces is judged once: a page of spaces would be looked through for each of them.
        let end = i + 1
        while (end < to && isSpace(this.text.charCodeAt(end))) end++
        if (this.isPrinted(i, end, from, to))
          for (let k = i; k < end; k++) width += unitWidth(this.text.charCodeAt(k))
        i = end - 1
      } else if (isWideDigit(c)) width += this.digit
      else if (isHalfMark(c)) width += this.isInHan(i) ? this.mark : 1
      else width += unitWidth(c)
    }
    return width
  }

  private isInHan(at: number): boolean {
    return isHan(this.text.charCodeAt(at - 1)) || isHan(this.text.charCodeAt(at + 1))
  }

  /** Spaces between Latin words or cells; a wide one is printed where it stands. */
  private isPrinted(start: number, end: number, from: number, to: number): boolean {
    const han = (at: number): boolean => {
      const c = this.text.charCodeAt(at)
      return isHan(c) || isFullPunctuation(c)
    }
    return !(start > from && han(start - 1)) && !(end < to && han(end))
  }
}

/** " ( ) , : ; ? ! */
function isHalfMark(c: number): boolean {
  return (
    c === 0x22 ||
    c === 0x28 ||
    c === 0x29 ||
    c === 0x2c ||
    c === 0x3a ||
    c === 0x3b ||
    c === 0x3f ||
    c === 0x21
  )
}
