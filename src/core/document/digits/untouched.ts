import type { RawText } from '../../text/raw-text.ts'
import { MARK, type Pieces } from '../pieces.ts'
import type { RawRuns } from './raw-runs.ts'
import { hasTokens, partsRuns } from './tokens.ts'

/** So far ahead the next run is looked for by going on from the last one; further off, by search. */
const NEAR = 64

/**
 * Proves that nothing happened to the digit runs of a block, without reading a digit: each lies as a whole in a stretch of
 * kept text, and in the corrected text stands between characters that part runs, or at an end of the block. What no edit
 * touches, and nothing new stands beside, is a run of the raw text as it is. Nearly all of a book is such; where it is not,
 * all that may belong to the same runs is left to be read token by token.
 */
export class Untouched {
  private readonly raw: RawText
  private readonly runs: RawRuns
  private readonly unchanged: Int32Array
  /** The first run that ends behind `at`, how far the raw text has been walked. */
  private next = 0
  private at = 0
  private as = 0
  private proved = true
  private count = 0
  /** Of the block that was asked about last. */
  readonly reaches: number[] = []
  /** The run that the corrected text so far ends with, -1: none. */
  private open = -1
  /** Could a run begin here that nothing before it belongs to? */
  private parted = true

  /** `unchanged` is set for each run that is proved to have come through. */
  constructor(raw: RawText, runs: RawRuns, unchanged: Int32Array) {
    this.raw = raw
    this.runs = runs
    this.unchanged = unchanged
  }

  /**
   * How many runs of the block in that place are the raw text's own for certain. Those that came through are marked with
   * `mark`; `reaches` has the first piece and the one past the last of each part of the block that is not proved.
   */
  runsOf(pieces: Pieces, block: number, mark: number): number {
    this.reaches.length = 0
    this.as = mark
    this.count = 0
    this.begin()
    const end = pieces.firsts[block + 1]!
    let first = pieces.firsts[block]!
    let before = 0
    for (let i = first; i < end; i++) {
      if (this.open < 0 && this.parted) {
        first = i
        before = this.count
      }
      this.piece(pieces, i)
      if (this.proved) continue
      while (i < end - 1 && !this.partsBehind(pieces, i)) i++
      this.reaches.push(first, i + 1)
      this.count = before
      this.begin()
    }
    this.close()
    return this.count
  }

  /** Nothing that comes now belongs to what was before. */
  private begin(): void {
    this.proved = true
    this.open = -1
    this.parted = true
  }

  private piece(pieces: Pieces, i: number): void {
    const fate = pieces.fate(i)
    const from = pieces.from(i)
    const to = pieces.to(i)
    if (fate >= 0) this.edit(from, to, pieces.edits[fate]!.insert)
    else if (fate !== MARK) this.kept(from, to)
    else if (hasTokens(this.raw.text, from, to)) this.proved = false
  }

  /** Does the corrected text of a piece end with what parts runs? */
  private partsBehind(pieces: Pieces, i: number): boolean {
    const fate = pieces.fate(i)
    if (fate === MARK) return false
    const text = fate >= 0 ? pieces.edits[fate]!.insert : this.raw.text
    const end = fate >= 0 ? text.length : pieces.to(i)
    return end > 0 && partsRuns(text.charCodeAt(end - 1))
  }

  private kept(from: number, to: number): void {
    const { runs } = this
    this.seek(from)
    let at = from
    while (this.next < runs.size && runs.start(this.next) < to) {
      const run = this.next
      const start = runs.start(run)
      const end = runs.end(run)
      // A border or an edit goes through it.
      if (start < from || end > to) {
        this.proved = false
        return
      }
      if (start > at) this.pass(this.raw.text, at, start)
      this.proved &&= this.parted
      if (!this.proved) return
      this.open = run
      this.parted = false
      this.next++
      this.at = at = end
    }
    if (at < to) this.pass(this.raw.text, at, to)
  }

  private edit(from: number, to: number, insert: string): void {
    this.seek(from)
    const meets = this.next < this.runs.size && this.runs.start(this.next) < to
    if (meets || hasTokens(insert)) this.proved = false
    else if (insert !== '') this.pass(insert, 0, insert.length)
  }

  /** A stretch of corrected text without digits: what parts runs in it parts those on its two sides. */
  private pass(text: string, from: number, to: number): void {
    for (let at = from; at < to; at++)
      if (partsRuns(text.charCodeAt(at))) {
        this.close()
        this.parted = true
        return
      }
    // A point alone, or nothing that is printed: numbers on its two sides may become one.
    this.proved = false
  }

  /** Nothing of the corrected text can go on with the last run any more. */
  private close(): void {
    if (this.open < 0) return
    this.unchanged[this.open] = this.as
    this.count++
    this.open = -1
  }

  private seek(at: number): void {
    if (at < this.at || at > this.at + NEAR) this.next = this.runs.firstEndingAfter(at)
    else while (this.next < this.runs.size && this.runs.end(this.next) <= at) this.next++
    this.at = at
  }
}
