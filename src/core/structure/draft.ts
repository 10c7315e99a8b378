import { isHan, isInvisible } from '../text/characters.ts'
import { lines } from '../text/lines.ts'
import { partsNumber } from '../text/number-at.ts'
import type { Role } from './block.ts'
import { PrintedWidth } from './layout/printed-width.ts'
import type { Piece } from './piece.ts'

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]+/g
const FORMS = /[\u2e80-\u2fd5\uf900-\ufaff]/g

/** Share of lines without Han at which an extractor is taken to set runs apart. */
const RUNS = 0.2

/** What the steps work on: the pieces in raw order. A step gives roles, splits pieces, or marks them as moved. */
export class Draft {
  readonly text: string
  pieces: Piece[]
  /** The extractor sets runs of digits, Latin and symbols on lines of their own. */
  readonly isolates: boolean
  private readonly width: PrintedWidth
  /** Lone full stops whose sentence is elsewhere in their entry. */
  readonly strays: Piece[] = []

  /** Words go with a yes only. */
  readonly isStrict: boolean

  /** `text` is raw text; all offsets of pieces count it. */
  constructor(text: string, isStrict = false) {
    this.text = text
    this.isStrict = isStrict
    this.width = new PrintedWidth(text)
    this.pieces = lines(text).map((line) => ({
      line,
      start: line.start,
      from: line.from,
      to: line.to,
      end: line.end,
      role: null,
      continues: false,
      inline: false,
      level: 1,
      width: this.width.of(line.from, line.to),
      isRun: isRun(text, line.from, line.to),
      breakAfter: null,
      doubt: null,
      relocation: null,
      isDouble: false,
      stands: false,
      question: null,
    }))
    const runs = this.pieces.reduce((n, p) => n + (p.isRun ? 1 : 0), 0)
    this.isolates = runs > RUNS * this.pieces.length
  }

  /** The text of a piece without the blanks around it. */
  content(piece: Piece): string {
    return this.text.slice(piece.from, piece.to)
  }

  /** The same without invisible characters and compatibility forms, for matching; offsets in it mean nothing. */
  plain(piece: Piece): string {
    return plainText(this.content(piece))
  }

  /**
   * Cuts a piece in two at the raw offset `at`, strictly inside it; the second part gets no role.
   * Blanks at the cut go to the first part. Returns the second part, which is not yet in `pieces`; null, and the piece as
   * it was, where the cut would part a number: no reading of the structure is worth a figure.
   */
  cut(piece: Piece, at: number): Piece | null {
    if (at <= piece.from || at >= piece.to)
      throw new RangeError(`cut at ${at} outside (${piece.from}, ${piece.to})`)
    if (partsNumber(this.text, at)) return null
    let from = at
    while (isBlankAt(this.text, from)) from++
    let to = at
    while (isBlankAt(this.text, to - 1)) to--
    const rest: Piece = {
      ...piece,
      start: from,
      from,
      role: null,
      continues: false,
      inline: true,
      width: this.width.of(from, piece.to),
      isRun: isRun(this.text, from, piece.to),
    }
    piece.end = from
    piece.to = to
    piece.width = this.width.of(piece.from, to)
    piece.isRun = isRun(this.text, piece.from, to)
    return rest
  }

  /** Replaces the list, for a step that has cut pieces: `became` has what each of them became. */
  rebuild(became: ReadonlyMap<Piece, readonly Piece[]>): void {
    if (became.size === 0) return
    const out: Piece[] = []
    for (const piece of this.pieces) {
      const parts = became.get(piece)
      if (parts) out.push(...parts)
      else out.push(piece)
    }
    this.pieces = out
  }
}

/** Raw text without invisible characters and compatibility forms. */
export function plainText(content: string): string {
  return isOdd(content) ? content.replace(INVISIBLE, '').replace(FORMS, (c) => c.normalize('NFKC')) : content
}

/** Out of the running text: printed on the page, or lifted from it. A paragraph by its role is a footnote. */
export function isAside(role: Role | null): boolean {
  return role === 'furniture' || role === 'caption' || role === 'credit' || role === 'paragraph'
}

/** Holds what `plain` takes out or replaces: most pieces do not, and a pattern would cost more than all the rest. */
function isOdd(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0xad || (c >= 0x3000 && c < 0xf900)) continue
    if (isInvisible(c) || (c >= 0x2e80 && c <= 0x2fd5) || (c >= 0xf900 && c <= 0xfaff)) return true
  }
  return false
}

function isBlankAt(text: string, at: number): boolean {
  return /[\s\u200b-\u200d\u2060\ufeff\u00ad]/.test(text[at] ?? '')
}

/** Full punctuation that stands in running text; dashes and dots are set apart like runs. */
const HAN_MARKS = new Set(Array.from('，。、；：？！“”‘’（）《》〈〉〔〕【】', (c) => c.charCodeAt(0)))

function isRun(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x2018) continue
    if (isHan(c) || HAN_MARKS.has(c)) return false
  }
  return true
}
