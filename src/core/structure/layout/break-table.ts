import type { Habit } from './habits.ts'
import { ANY_SLACK, unfinished, type Custom } from './row-costs.ts'
import { ASIDE_BETWEEN, ENDS_SENTENCE, usualBlanks, WIDEST, type Stretch } from './stretch.ts'

/** Two squares, at the start of a paragraph. */
export const INDENT = 4
const BY_CHANCE = 3.1

/**
 * A stretch as the search reads it: what each break costs whatever the row before it looks like, and what a row's width
 * needs of each piece. Columns of numbers, filled anew for each stretch; break `j` is the one before piece `j`.
 */
export class BreakTable {
  width = new Int32Array(0)
  hang = new Int32Array(0)
  unit = new Int32Array(0)
  /** Used up before a row that begins with the piece: its visible indent; where a paragraph begins with it. */
  used = new Int32Array(0)
  usedIndented = new Int32Array(0)
  /** No row ends at the break: it is inside a line. */
  inline = new Uint8Array(0)
  /** A row may go on over the break. */
  open = new Uint8Array(0)
  wrap = new Float64Array(0)
  end = new Float64Array(0)
  same = new Float64Array(0)
  /** A paragraph's end with an indent after it, and without one. */
  dropped = new Float64Array(0)
  flush = new Float64Array(0)

  /** `forced`: breaks that end a paragraph whatever they cost. */
  fill(s: Stretch, habit: Habit, custom: Custom, forced: ReadonlySet<number>): void {
    const n = s.pieces.length
    if (this.width.length < n) this.grow(Math.max(n, 2 * this.width.length))
    // Where runs are set apart by lines all alike, a wider gap is one of the print.
    const gap = habit.isolates ? usualBlanks(s) : 3
    for (let j = 0; j < n; j++) {
      const seen = s.indent[j]!
      this.width[j] = s.width[j]!
      this.hang[j] = s.hang[j]!
      this.used[j] = seen
      if (j === 0) continue
      const shows = habit.indents || seen > 0
      this.usedIndented[j] = shows ? seen : INDENT
      this.dropped[j] = shows ? 0 : custom.dropped
      this.flush[j] = shows ? Infinity : custom.flush
      this.unit[j] = s.unit[j]!
      this.inline[j] = s.inline[j]!
      this.open[j] = s.inline[j]! | s.apart[j]!
      const costs = s.width[j - 1]! > WIDEST ? habit.block : habit.row
      const final = s.ending[j] === ENDS_SENTENCE
      let wrap = final ? BY_CHANCE : 0.05
      let end = costs.end[s.blanks[j]!]! + costs.indent[seen > 0 ? 1 : 0] + unfinished(s, j)
      // A break that the run made anyhow is no coincidence that a row’s length has to explain.
      if (final && s.apart[j] && habit.isolates) end -= ANY_SLACK
      if (s.closing[j]) {
        wrap += 3
        end += 8
      }
      // What speaks against going on.
      let same = 0
      if (s.item[j] === 2) same += 7
      else if (s.item[j] === 1) same += 2
      if (s.stray[j]) same += 3
      const wide = s.blanks[j]! > gap && s.blanks[j]! < ASIDE_BETWEEN ? 8 : 0
      if (forced.has(j)) {
        same += 1000
        end = Math.min(end, 0.5)
      }
      this.wrap[j] = wrap + same
      this.end[j] = end
      this.same[j] = same + wide
    }
  }

  private grow(room: number): void {
    this.width = new Int32Array(room)
    this.hang = new Int32Array(room)
    this.unit = new Int32Array(room)
    this.used = new Int32Array(room)
    this.usedIndented = new Int32Array(room)
    this.inline = new Uint8Array(room)
    this.open = new Uint8Array(room)
    this.wrap = new Float64Array(room)
    this.end = new Float64Array(room)
    this.same = new Float64Array(room)
    this.dropped = new Float64Array(room)
    this.flush = new Float64Array(room)
  }
}
