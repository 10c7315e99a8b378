import type { Habit } from './habits.ts'
import { ANY_SLACK, unfinished, wrapSlack } from './row-costs.ts'
import { ASIDE_BETWEEN, ENDS_SENTENCE, usualBlanks, WIDEST, type Stretch } from './stretch.ts'

/**
 * Where do paragraphs end? Found by the cheapest explanation of a stretch as printed rows of a column: each row was filled
 * by wrapping, or is the last of its paragraph. Costs are negative log odds; those of blank lines, indents and of paragraph
 * ends as such are learnt from the text (`Habits`), the others are set by hand on texts whose breaks are known.
 * Work is linear: a row holds a bounded number of pieces.
 */
export interface RowBreak {
  /** `same`: no printed line ends here (an extractor set a run apart). `wrap`: the line was full. */
  readonly kind: 'same' | 'wrap' | 'end'
  /** Half squares left free at the row's end; null where the column has no known width. */
  readonly slack: number | null
  /** How much dearer the best explanation with the other reading is: no paragraph end here, or one. */
  readonly margin: number
}

/** How paragraphs begin, where no indent can be seen: costs of two squares left out, and of none. */
export interface Custom {
  readonly dropped: number
  readonly flush: number
  /** The same for the rows that titles begin. */
  readonly titleDropped: number
  readonly titleFlush: number
}

export const NO_CUSTOM: Custom = { dropped: 0.7, flush: 0.7, titleDropped: 1.2, titleFlush: 0.36 }

export interface Found {
  readonly cost: number
  readonly breaks: RowBreak[]
}

const ONE_PIECE: Found = { cost: 0, breaks: [] }

/** Of an explanation that is dearer than the best so far by this much, nothing comes. */
const BEAM = 14
const MOST_PIECES = 28
const SWITCH = 3
const INDENT = 4
/** What a row begins: a wrapped line, a paragraph with an indent, one without. */
const WRAPPED = 0
const INDENTED = 1
const FLUSH = 2
const STARTS = 3
const BY_CHANCE = 3.1

export class RowSearch {
  private cost = new Float64Array(0)
  private back = new Float64Array(0)
  private span = new Float64Array(0)
  /** By break: the least cost of an explanation whose row goes on over it. */
  private pass = new Float64Array(0)
  private fromRow = new Int32Array(0)
  private fromState = new Int32Array(0)
  private slack = new Int32Array(0)
  private wrapBase = new Float64Array(0)
  private endBase = new Float64Array(0)
  private sameBase = new Float64Array(0)
  private widths: number[] = []
  private states = 0

  /**
   * The best rows for a stretch, given the widths of columns around it. `forced`: breaks that end a paragraph whatever
   * they cost. `margins`: also how certain each break is, for as much work again; `doubtful`: only where a sentence ends at
   * a break that might be read otherwise.
   */
  run(
    s: Stretch,
    habit: Habit,
    custom: Custom,
    columns: readonly number[],
    forced: ReadonlySet<number>,
    margins: 'none' | 'doubtful' | 'all',
  ): Found {
    const n = s.pieces.length
    if (n === 1) return ONE_PIECE
    this.widths = [0, ...columns]
    this.states = this.widths.length * STARTS
    this.reserve(n)
    this.bases(s, habit, forced)
    this.first(s, habit, custom, null)
    for (let i = 1; i < n; i++) this.forward(s, habit, custom, i)
    const best = this.cost[n * this.states]!
    const breaks = this.trace(n)
    if (margins === 'all' || (margins === 'doubtful' && this.isDoubtful(s, custom, breaks)))
      this.doubts(s, habit, custom, breaks, n, best)
    return { cost: best, breaks }
  }

  private reserve(n: number): void {
    const size = (n + 1) * this.states
    if (this.cost.length < size) {
      const room = Math.max(size, 2 * this.cost.length)
      this.cost = new Float64Array(room)
      this.back = new Float64Array(room)
      this.fromRow = new Int32Array(room)
      this.fromState = new Int32Array(room)
      this.slack = new Int32Array(room)
    }
    if (this.wrapBase.length < n + 1) {
      const room = Math.max(n + 1, 2 * this.wrapBase.length)
      this.wrapBase = new Float64Array(room)
      this.endBase = new Float64Array(room)
      this.sameBase = new Float64Array(room)
      this.span = new Float64Array(room)
      this.pass = new Float64Array(room)
    }
    this.cost.fill(Infinity, 0, size)
    this.pass.fill(Infinity, 0, n + 1)
  }

  /** What a break costs whatever the row before it looks like. */
  private bases(s: Stretch, habit: Habit, forced: ReadonlySet<number>): void {
    // Where runs are set apart by lines all alike, a wider gap is one of the print.
    const gap = habit.isolates ? usualBlanks(s) : 3
    for (let j = 1; j < s.pieces.length; j++) {
      const costs = s.width[j - 1]! > WIDEST ? habit.block : habit.row
      const final = s.ending[j] === ENDS_SENTENCE
      const indented = s.indent[j]! > 0 ? 1 : 0
      let wrap = final ? BY_CHANCE : 0.05
      let end = costs.end[s.blanks[j]!]! + costs.indent[indented] + unfinished(s, j)
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
      wrap += same
      this.sameBase[j] = same + wide
      this.wrapBase[j] = wrap
      this.endBase[j] = end
    }
  }

  private set(at: number, cost: number, row: number, state: number, slack: number): void {
    this.cost[at] = cost
    this.fromRow[at] = row
    this.fromState[at] = state
    this.slack[at] = slack
  }

  /** The rows that may stand first, in each column. */
  private first(s: Stretch, habit: Habit, custom: Custom, span: Float64Array | null): void {
    for (let c = 0; c < this.widths.length; c++)
      for (const { offset, cost } of firstRows(s, habit, custom)) {
        const column = this.widths[c]!
        const before = column > 0 ? offset % column : offset
        this.rows(s, habit, custom, 0, c * STARTS, before, (c === 0 ? 2 : 0.3 * (c - 1)) + cost, span)
      }
  }

  /** Extends all explanations that have a row begin at piece `i`. */
  private forward(s: Stretch, habit: Habit, custom: Custom, i: number): void {
    const base = i * this.states
    let least = Infinity
    for (let k = 0; k < STARTS; k++) {
      // Another column may begin with any row.
      let best = Infinity
      let from = 0
      for (let c = 0; c < this.widths.length; c++) {
        const cost = this.cost[base + c * STARTS + k]!
        if (cost < best) {
          best = cost
          from = base + c * STARTS + k
        }
      }
      if (best < least) least = best
      for (let c = 0; c < this.widths.length; c++) {
        const at = base + c * STARTS + k
        if (best + SWITCH < this.cost[at]!)
          this.set(at, best + SWITCH, this.fromRow[from]!, this.fromState[from]!, this.slack[from]!)
      }
    }
    const limit = Math.min(least, this.pass[i]!) + BEAM
    for (let state = 0; state < this.states; state++) {
      const cost = this.cost[base + state]!
      if (cost <= limit)
        this.rows(s, habit, custom, i, state, startWidth(s, habit, i, state % STARTS), cost, null)
    }
  }

  /**
   * All rows that begin at piece `i` in a state, `width` being used up before it. Forward they relax what follows; with
   * `span`, the least cost of what is left from here is returned, and explanations that have no row end at a break are
   * noted at it.
   */
  private rows(
    s: Stretch,
    habit: Habit,
    custom: Custom,
    i: number,
    state: number,
    width: number,
    cost: number,
    span: Float64Array | null,
  ): number {
    const n = s.pieces.length
    const c = Math.floor(state / STARTS)
    const column = this.widths[c]!
    const { states, wrapBase, endBase, sameBase, back, pass } = this
    const { width: widths, hang, inline, unit, indent, apart } = s
    const costs = this.cost
    const same = habit.isolates ? (column === 0 ? 0.25 : 0.02) : 1.5
    let inner = 0
    let rest = Infinity
    const most = Math.min(n, i + MOST_PIECES)
    for (let j = i + 1; j <= most; j++) {
      width += widths[j - 1]!
      let slack = 0
      let here = inner
      if (column !== 0) {
        slack = column - width
        if (slack < -1) slack += hang[j - 1]!
        if (slack < -1) here += slack === -2 ? 0.6 : slack === -3 ? 2 : -slack
      }
      if (j === n) {
        const at = n * states
        if (span) {
          if (here < rest) rest = here
          noteSpan(i, j, cost + here, span)
        } else if (cost + here < costs[at]!) this.set(at, cost + here, i, state, slack)
        break
      }
      if (inline[j] === 0) {
        const wrap = here + wrapBase[j]! + (column === 0 ? ANY_SLACK : wrapSlack(slack, unit[j]!))
        const end = here + endBase[j]! + ANY_SLACK
        const seen = habit.indents || indent[j]! > 0
        const indented = seen ? 0 : custom.dropped
        const at = j * states + c * STARTS
        if (span) {
          let onward = wrap + back[at + WRAPPED]!
          onward = Math.min(onward, end + indented + back[at + INDENTED]!)
          if (!seen) onward = Math.min(onward, end + custom.flush + back[at + FLUSH]!)
          if (onward < rest) rest = onward
          noteSpan(i, j, cost + onward, span)
        } else {
          if (cost + wrap < costs[at + WRAPPED]!) this.set(at + WRAPPED, cost + wrap, i, state, slack)
          if (cost + end + indented < costs[at + INDENTED]!)
            this.set(at + INDENTED, cost + end + indented, i, state, slack)
          if (!seen && cost + end + custom.flush < costs[at + FLUSH]!)
            this.set(at + FLUSH, cost + end + custom.flush, i, state, slack)
        }
        if (apart[j] === 0) break
        inner += same + sameBase[j]!
        here += same + sameBase[j]!
      }
      if (cost + here < pass[j]!) pass[j] = cost + here
      if (column !== 0 && slack < -8) break
    }
    return rest
  }

  private trace(n: number): RowBreak[] {
    const out = new Array<RowBreak>(Math.max(0, n - 1))
    let at = n
    let state = 0
    while (at > 0) {
      const k = at * this.states + state
      const from = this.fromRow[k]!
      for (let j = from + 1; j < at; j++) out[j - 1] = { kind: 'same', slack: null, margin: Infinity }
      const known = this.widths[Math.floor(this.fromState[k]! / STARTS)] !== 0
      const kind = state % STARTS === WRAPPED ? 'wrap' : 'end'
      if (at < n) out[at - 1] = { kind, slack: known ? this.slack[k]! : null, margin: Infinity }
      state = this.fromState[k]!
      at = from
    }
    return out
  }

  /** Is there a sentence's end whose break, looked at alone, might as well be read otherwise? */
  private isDoubtful(s: Stretch, custom: Custom, breaks: readonly RowBreak[]): boolean {
    return breaks.some((b, k) => {
      const j = k + 1
      if (s.ending[j] !== ENDS_SENTENCE || s.inline[j]) return false
      const end = this.endBase[j]! + ANY_SLACK + Math.min(custom.dropped, custom.flush)
      // Inside a row, an end spoils the rows after it, too.
      if (b.kind === 'same') return end - this.sameBase[j]! < 6
      const wrap = this.wrapBase[j]! + (b.slack === null ? ANY_SLACK : wrapSlack(b.slack, s.unit[j]!))
      return Math.abs(end - wrap) < 8
    })
  }

  /** Exact margins, from the cheapest explanation that has each break the other way. */
  private doubts(
    s: Stretch,
    habit: Habit,
    custom: Custom,
    breaks: RowBreak[],
    n: number,
    best: number,
  ): void {
    const states = this.states
    this.back.fill(Infinity, 0, (n + 1) * states)
    this.span.fill(Infinity, 0, n + 1)
    this.back[n * states] = 0
    for (let i = n - 1; i > 0; i--) {
      const base = i * states
      const limit = Math.min(best, this.pass[i]!) + BEAM
      for (let state = 0; state < states; state++) {
        const cost = this.cost[base + state]!
        if (cost <= limit)
          this.back[base + state] = this.rows(
            s,
            habit,
            custom,
            i,
            state,
            startWidth(s, habit, i, state % STARTS),
            cost,
            this.span,
          )
      }
      for (let k = 0; k < STARTS; k++) {
        let least = Infinity
        for (let c = 0; c < this.widths.length; c++)
          least = Math.min(least, this.back[base + c * STARTS + k]!)
        for (let c = 0; c < this.widths.length; c++) {
          const at = base + c * STARTS + k
          if (least + SWITCH < this.back[at]!) this.back[at] = least + SWITCH
        }
      }
    }
    this.first(s, habit, custom, this.span)
    for (let j = 1; j < n; j++) {
      let ends = Infinity
      let goesOn = this.span[j]!
      for (let c = 0; c < this.widths.length; c++) {
        const at = j * states + c * STARTS
        goesOn = Math.min(goesOn, this.cost[at]! + this.back[at]!)
        for (let k = INDENTED; k <= FLUSH; k++) ends = Math.min(ends, this.cost[at + k]! + this.back[at + k]!)
      }
      const b = breaks[j - 1]!
      ;(b as { margin: number }).margin = Math.max(0, (b.kind === 'end' ? goesOn : ends) - best)
    }
  }
}

/** What the first row of a stretch may have before it: its title, an indent, nothing. */
function firstRows(s: Stretch, habit: Habit, custom: Custom): { offset: number; cost: number }[] {
  const seen = s.indent[0]!
  const own =
    seen > 0 || habit.indents
      ? [{ offset: seen, cost: 0 }]
      : [
          { offset: INDENT, cost: custom.dropped },
          { offset: 0, cost: custom.flush },
        ]
  const { title } = s
  if (!title) return own
  const before = title.width + (title.continues ? 0 : title.line.indent) + (s.inline[0] ? 1 : 0)
  const beside = [
    { offset: before + INDENT, cost: title.line.indent > 0 ? Infinity : custom.titleDropped },
    { offset: before, cost: title.line.indent > 0 ? 0 : custom.titleFlush },
  ]
  if (s.inline[0]) return beside
  // An extractor that sets runs apart also parts a title from the year that follows it on the line.
  return s.pieces[0]!.isRun ? [...own, ...beside].map((r) => ({ ...r, cost: r.cost + 0.7 })) : own
}

/** Width that is used up before a later row’s first piece. */
function startWidth(s: Stretch, habit: Habit, i: number, start: number): number {
  const seen = s.indent[i]!
  return start === INDENTED && seen === 0 && !habit.indents ? INDENT : seen
}

function noteSpan(i: number, j: number, total: number, span: Float64Array): void {
  for (let k = i + 1; k < j; k++) if (total < span[k]!) span[k] = total
}
