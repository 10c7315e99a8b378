import type { Draft } from './draft.ts'
import { readsOnAround } from './layout/reads-on.ts'
import { firstUnitWidth, hanging } from './layout/stretch.ts'
import type { Piece } from './piece.ts'

/** Lines on each side of a caption whose common width is its column's; so many of them make one. */
const AROUND = 10
const MEMBERS = 4
const SHARE = 0.4
/** A full row is so much narrower at most, in half squares; one that is wider is none. */
const FULL = 3
const WIDER = 1
/** No column's row, and no caption's line, is so wide. */
const WIDEST = 112
/** What a row says for being the caption's, or the text's. */
const FOREIGN = 5
/** Of the pairs of characters at the borders: how much they weigh, and the most that they say. */
const WEIGHT = 2
const MOST = 6

/**
 * What the lines around a caption say of where it begins, where its own words do not: a row of the text is as wide as its
 * column, blocks of print are parted by blank lines and a caption’s lines are not, and a sentence reads on around it.
 */
export class CaptionRows {
  private readonly draft: Draft
  private readonly stop: number
  private readonly rest: Piece | undefined
  private column: number | null | undefined

  /** The caption ends before piece `stop`, and `rest` is the text that goes on after its credit. */
  constructor(draft: Draft, stop: number, rest: Piece | undefined) {
    this.draft = draft
    this.stop = stop
    this.rest = rest
  }

  /** How much more likely the caption begins with piece `k` than with a later one. */
  score(k: number): number {
    if (this.draft.isolates) return 0
    const before = this.draft.pieces[k - 1]
    return (k < this.stop - 1 ? this.ofRow(k) : 0) + (before?.role === null ? this.ofWords(before, k) : 0)
  }

  private ofRow(k: number): number {
    const { pieces, text } = this.draft
    const p = pieces[k]!
    const next = pieces[k + 1]!
    const blanks = p.line.blanksBefore
    if (blanks > next.line.blanksBefore && next.line.blanksBefore === 0) return FOREIGN
    this.column ??= this.commonWidth()
    if (this.column === null || p.inline) return 0
    const slack = this.slackOf(p, this.column)
    if (slack < -WIDER) return FOREIGN
    if (slack <= Math.max(FULL, firstUnitWidth(text, next))) return -1
    // A photo makes several rows of the text narrow.
    const before = pieces[k - 1]
    const isNarrow =
      before?.role === null &&
      Math.abs(before.width - p.width) <= FULL &&
      this.slackOf(before, this.column) > Math.max(FULL, firstUnitWidth(text, p))
    return isNarrow ? 0 : FOREIGN
  }

  /** Half squares that a row leaves free. */
  private slackOf(p: Piece, column: number): number {
    return column - p.width - p.line.indent + hanging(this.draft.text, p)
  }

  private ofWords(before: Piece, k: number): number {
    if (!this.rest) return 0
    const { pieces, text } = this.draft
    const { from } = pieces[k]!
    const odds = readsOnAround(text, from, {
      before: text[before.to - 1]!,
      first: text[from]!,
      after: text[this.rest.from]!,
    })
    return Math.max(-MOST, Math.min(MOST, WEIGHT * odds))
  }

  /** The width that most lines around have, or a little less; null where they have none in common. */
  private commonWidth(): number | null {
    const { pieces } = this.draft
    const widths: number[] = []
    for (const step of [-1, 1]) {
      let n = 0
      for (
        let k = this.stop - (step < 0 ? 1 : 0);
        n < AROUND && pieces[k] && Math.abs(k - this.stop) < 3 * AROUND;
        k += step
      ) {
        const p = pieces[k]!
        if (p.role !== null || p.inline || p.isRun || p.width > WIDEST) continue
        widths.push(p.width + p.line.indent - hanging(this.draft.text, p))
        n++
      }
    }
    let best = 0
    let most = MEMBERS - 1
    for (const w of widths) {
      const members = widths.filter((o) => o <= w && o >= w - FULL).length
      if (members > most || (members === most && w > best)) [best, most] = [w, members]
    }
    return best > 0 && most >= SHARE * widths.length ? best : null
  }
}
