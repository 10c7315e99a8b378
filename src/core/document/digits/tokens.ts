import { isInvisible, isItemMark } from '../../text/characters.ts'
import { isHigh } from '../../text/surrogates.ts'

/**
 * Digit runs, defined once for both sides of the lock:
 *
 * - A text is read character by character after NFKC, so that `２`, `²` and `2` are the same digit and `．` a
 *   point.
 * - Characters without width are not there: they are not printed, and taking one out of a year changes no
 *   number.
 * - A full-width comma is not a comma: in Chinese text it parts clauses, and `全年12，3月` holds two numbers. To
 *   read it as a thousands separator is a reading, and has to be declared as one.
 * - ① and its like are marks of items: a run each, whatever stands beside them.
 * - A run is a longest stretch of digits with single `.` and `,` inside, or the fraction slash, which NFKC
 *   puts into `½`. Everything else parts runs, white space first of all.
 */
export interface Token {
  /** A digit, or a mark that stands between digits. */
  readonly text: string
  /** Offset of the character it comes from. */
  readonly at: number
  /** Past that character. */
  readonly end: number
}

/** Gets the tokens of a text, and `part()` for each stretch in which something else stands. */
export interface TokenSink {
  token(text: string, at: number, end: number): void
  part(): void
}

/** What a UTF-16 unit is to the reader. */
const PARTS = 1
/** A digit, point or comma of ASCII. */
const TOKEN = 2
const UNSEEN = 3
/** Half of a pair, or a character that NFKC makes tokens of. */
const COMPOSED = 4

/** By unit; 0 where it has not been met yet. A table, since each unit of a book is asked about more than once. */
const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const kind = kinds[unit]!
  return kind === 0 ? (kinds[unit] = classify(unit)) : kind
}

function classify(unit: number): number {
  // Han and its punctuation: most of any book.
  if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0x3000 && unit < 0x3200)) return PARTS
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || unit === 0x2e || unit === 0x2c ? TOKEN : PARTS
  if (isInvisible(unit)) return UNSEEN
  return !isHigh(unit) && madeOf(unit) === '' ? PARTS : COMPOSED
}

/** Does this unit part runs by itself, whatever stands beside it? */
export function partsRuns(unit: number): boolean {
  return kindOf(unit) === PARTS
}

/** Reads `[from, to)` of a text into a sink; offsets of tokens count `text`. Linear. */
export function readTokens(text: string, from: number, to: number, sink: TokenSink): void {
  // A stretch is told once: most of a book is no number, and would be told character by character.
  let parted = false
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    const kind = kindOf(unit)
    if (kind === PARTS) {
      if (!parted) sink.part()
      parted = true
    } else if (kind === TOKEN) {
      parted = false
      sink.token(text[i]!, i, i + 1)
    } else if (kind === COMPOSED) {
      const code = text.codePointAt(i)!
      const end = code > 0xffff ? i + 2 : i + 1
      for (const ch of madeOf(code) || ' ')
        if (ch !== ' ') {
          parted = false
          sink.token(ch, i, end)
        } else if (!parted) {
          parted = true
          sink.part()
        }
      i = end - 1
    }
  }
}

/** What non-ASCII characters are made of after NFKC, as far as digits go; '' for most. */
const known = new Map<number, string>()

function madeOf(code: number): string {
  let made = known.get(code)
  if (made === undefined) {
    made = String.fromCodePoint(code)
      .normalize('NFKC')
      .replace(/[^\p{Nd}.\u2044]+/gu, ' ')
    if (isItemMark(code)) made = ` ${made.replace(/[ .]/g, '')} `
    if (made === ' ') made = ''
    known.set(code, made)
  }
  return made
}

export function isDigitToken(text: string): boolean {
  return text !== '.' && text !== ',' && text !== '\u2044'
}

/** Is there any token in `[from, to)` of a text? */
export function hasTokens(text: string, from = 0, to = text.length): boolean {
  let at = from
  while (at < to && partsRuns(text.charCodeAt(at))) at++
  if (at === to) return false
  let found = false
  readTokens(text, at, to, { token: () => (found = true), part: () => undefined })
  return found
}

/** Is this stretch of a text one character that reads as this token? */
export function sameTokens(text: string, from: number, to: number, token: string): boolean {
  let made = ''
  readTokens(text, from, to, { token: (t) => (made += t), part: () => (made += ' ') })
  return made === token
}

/** Puts tokens together to runs. `T` is what the caller keeps of a token. */
export class RunBuilder<T> {
  private text = ''
  private tokens: T[] = []
  private pending: { readonly text: string; readonly token: T } | null = null
  private readonly done: (text: string, tokens: readonly T[]) => void

  constructor(done: (text: string, tokens: readonly T[]) => void) {
    this.done = done
  }

  add(text: string, token: T): void {
    if (isDigitToken(text)) {
      if (this.pending) {
        this.text += this.pending.text
        this.tokens.push(this.pending.token)
        this.pending = null
      }
      this.text += text
      this.tokens.push(token)
    } else if (this.tokens.length > 0 && !this.pending) this.pending = { text, token }
    else this.end()
  }

  /** Something else stands here: the run is over. A `.` or `,` at its end was punctuation. */
  end(): void {
    if (this.tokens.length > 0) {
      this.done(this.text, this.tokens)
      this.text = ''
      this.tokens = []
    }
    this.pending = null
  }
}

/** Not so: characters whose NFKC has nothing to do with digits, ASCII, dashes and quotes, kana and Han with their punctuation. */
const ODD = /[^\0-\x7f\u2010-\u201f\u3000-\u31ff\u3400-\u9fff\uff08\uff09\uff1a-\uff1b]/g

/**
 * The runs of a whole text, by another way: normalise it, then search. Kept apart from the reader on purpose,
 * as its check. Only lines with odd characters need normalising; no run holds a line break.
 */
export function runsBySearch(text: string): string[] {
  const out: string[] = []
  const add = (found: readonly string[] | null): void => {
    if (found) for (const run of found) out.push(run)
  }
  for (let at = 0; at < text.length;) {
    ODD.lastIndex = at
    const odd = ODD.exec(text)?.index ?? text.length
    const from = odd === text.length ? odd : Math.max(at, text.lastIndexOf('\n', odd) + 1)
    add(text.slice(at, from).match(/[0-9]+(?:[.,][0-9]+)*/g))
    const end = text.indexOf('\n', odd)
    at = end < 0 ? text.length : end
    add(normalised(text.slice(from, at)).match(/\p{Nd}+(?:[.,\u2044]\p{Nd}+)*/gu))
  }
  return out
}

function normalised(line: string): string {
  return line
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]+/g, '')
    .replace(/[\uff0c\ufe10\ufe50]/g, '、')
    .replace(/[\u2460-\u249b]/g, (mark) => ` ${mark.normalize('NFKC').replace('.', '')} `)
    .normalize('NFKC')
}
