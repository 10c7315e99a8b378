import { isDigit, isFullPunctuation, isHan, isSpace, isWideDigit, unitWidth } from '../../text/characters.ts'

/**
 * How wide a stretch of raw text was in print, in half squares: 2 for a Han character or full punctuation, 1 for Latin,
 * 0 for what was not printed. Spaces beside Han are the extractor's, for the style has none. Where a text has digits of
 * both widths, the rarer full-width ones are misread half-width ones, and as narrow.
 */
export class PrintedWidth {
  private readonly text: string
  private readonly digit: 1 | 2

  constructor(text: string) {
    this.text = text
    let half = 0
    let wide = 0
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (isDigit(c)) half++
      else if (isWideDigit(c)) wide++
    }
    this.digit = wide > half ? 2 : 1
  }

  of(from: number, to: number): number {
    let width = 0
    for (let i = from; i < to; i++) {
      const c = this.text.charCodeAt(i)
      // By far the most frequent first.
      if (c >= 0x4e00 && c <= 0x9fff) width += 2
      else if (isSpace(c)) width += this.isPrinted(i, from, to) ? unitWidth(c) : 0
      else if (isWideDigit(c)) width += this.digit
      else width += unitWidth(c)
    }
    return width
  }

  /** A space between Latin words or cells; a wide one is printed where it stands. */
  private isPrinted(at: number, from: number, to: number): boolean {
    let before = at - 1
    while (before >= from && isSpace(this.text.charCodeAt(before))) before--
    let after = at + 1
    while (after < to && isSpace(this.text.charCodeAt(after))) after++
    const han = (c: number): boolean => isHan(c) || isFullPunctuation(c)
    return !(before >= from && han(this.text.charCodeAt(before))) && !(after < to && han(this.text.charCodeAt(after)))
  }
}
