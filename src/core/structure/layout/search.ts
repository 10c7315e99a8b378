import { BreakTable, INDENT } from './break-table.ts'
import type { Habit } from './habits.ts'
import { ANY_SLACK, wrapSlack, type Custom } from './row-costs.ts'
import { ENDS_SENTENCE, type Stretch } from './stretch.ts'

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

export interface Found {
  readonly cost: number
  readonly breaks: RowBreak[]
}

const ONE_PIECE: Found = { cost: 0, breaks: [] }
const SAME: RowBreak = { kind: 'same', slack: null, margin: Infinity }

/** Of an explanation that is dearer than the best so far by this much, nothing comes. */
const BEAM = 14
const MOST_PIECES = 28

/** Of which breaks it is asked how certain they are; how much dearer than the best an explanation may be that is looked at. */
interface Asked {
  readonly beam: number
  readonly isAsked: (s: Stretch, j: number) => boolean
}

const ALL: Asked = { beam: BEAM, isAsked: () => true }
/** What is dearer than this is not asked about by far. */
const DOUBTFUL: Asked = { beam: 10, isAsked: isSentenceEnd }
const SWITCH = 3
/** What a row begins: a wrapped line, a paragraph with an indent, one without. */
const WRAPPED = 0
const INDENTED = 1
const FLUSH = 2
const STARTS = 3

export class RowSearch {
  private readonly table = new BreakTable()
  private cost = new Float64Array(0)
  private back = new Float64Array(0)
  private span = new Float64Array(0)
  /** By break: the least cost of an explanation whose row goes on over it. */
  private pass = new Float64Array(0)
  private fromRow = new Int32Array(0)
  private fromState = new Uint8Array(0)
  private slack = new Int32Array(0)
  private widths: number[] = []
  private states = 0
  private pieces = 0
  /** What going on over a break costs as such: without a column, in one. */
  private over = 0
  private overInColumn = 0
  /** Of the rows that `measure` looked at, by their number of pieces less one. */
  private readonly wraps = new Float64Array(MOST_PIECES)
  private readonly ends = new Float64Array(MOST_PIECES)
  private readonly onward = new Float64Array(MOST_PIECES)
  private readonly slacks = new Int32Array(MOST_PIECES)

  /**
   * The best rows for a stretch, given the widths of columns around it. `forced`: breaks that end a paragraph whatever
   * they cost. `margins`: also how certain each break is, for as much work again; `doubtful`: only of sentence ends, and
   * only where one of them might be read otherwise.
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
    this.pieces = n
    this.over = habit.isolates ? 0.25 : 1.5
    this.overInColumn = habit.isolates ? 0.02 : 1.5
    this.reserve(n)
    this.table.fill(s, habit, custom, forced)
    const first = firstRows(s, habit, custom)
    this.eachFirst(first, (state, used, cost) => this.extend(0, state, used, cost))
    for (let i = 1; i < n; i++) this.forward(i)
    const best = this.cost[n * this.states]!
    const breaks = this.trace(n)
    if (margins === 'all' || (margins === 'doubtful' && this.isDoubtful(s, custom, breaks)))
      this.doubts(s, first, breaks, best, margins === 'all' ? ALL : DOUBTFUL)
    return { cost: best, breaks }
  }

  private reserve(n: number): void {
    const size = (n + 1) * this.states
    if (this.cost.length < size) {
      const room = Math.max(size, 2 * this.cost.length)
      this.cost = new Float64Array(room)
      this.back = new Float64Array(room)
      this.fromRow = new Int32Array(room)
      this.fromState = new Uint8Array(room)
      this.slack = new Int32Array(room)
    }
    if (this.pass.length < n + 1) {
      const room = Math.max(n + 1, 2 * this.pass.length)
      this.span = new Float64Array(room)
      this.pass = new Float64Array(room)
    }
    this.cost.fill(Infinity, 0, size)
    this.pass.fill(Infinity, 0, n + 1)
  }

  private set(at: number, cost: number, row: number, state: number, slack: number): void {
    this.cost[at] = cost
    this.fromRow[at] = row
    this.fromState[at] = state
    this.slack[at] = slack
  }

  /** The rows that may stand first, in each column. */
  private eachFirst(
    rows: readonly FirstRow[],
    told: (state: number, used: number, cost: number) => void,
  ): void {
    this.widths.forEach((column, c) => {
      for (const { offset, cost } of rows)
        told(c * STARTS, column > 0 ? offset % column : offset, (c === 0 ? 2 : 0.3 * (c - 1)) + cost)
    })
  }

  /** Extends all explanations that have a row begin at piece `i`. */
  private forward(i: number): void {
    const { cost: costs, widths, states } = this
    const base = i * states
    let least = Infinity
    for (let k = 0; k < STARTS; k++) {
      // Another column may begin with any row.
      let best = Infinity
      let from = 0
      for (let at = base + k; at < base + states; at += STARTS)
        if (costs[at]! < best) {
          best = costs[at]!
          from = at
        }
      if (best < least) least = best
      for (let at = base + k; at < base + states; at += STARTS)
        if (best + SWITCH < costs[at]!)
          this.set(at, best + SWITCH, this.fromRow[from]!, this.fromState[from]!, this.slack[from]!)
    }
    const limit = Math.min(least, this.pass[i]!) + BEAM
    for (let c = 0; c < widths.length; c++)
      for (let k = 0; k < STARTS; k++) {
        const state = c * STARTS + k
        const cost = costs[base + state]!
        if (cost <= limit && this.cheapest(i, c, k) === k) this.extend(i, state, this.usedBefore(i, k), cost)
      }
  }

  /**
   * Which of the states of a column that leave a row at piece `i` the same room as state `k` costs least: nothing comes of
   * the others.
   */
  private cheapest(i: number, c: number, k: number): number {
    const { cost } = this
    const at = i * this.states + c * STARTS
    const other = cost[at + FLUSH]! < cost[at + WRAPPED]! ? FLUSH : WRAPPED
    const alike = c === 0 || this.table.usedIndented[i] === this.table.used[i]
    if (!alike) return k === INDENTED ? INDENTED : other
    const indented = cost[at + INDENTED]!
    return indented < cost[at + other]! || (other === FLUSH && indented === cost[at + FLUSH])
      ? INDENTED
      : other
  }

  /** Width that is used up before the first piece of a later row. */
  private usedBefore(i: number, start: number): number {
    return start === INDENTED ? this.table.usedIndented[i]! : this.table.used[i]!
  }

  /**
   * What the rows cost that begin at piece `i` in column `c`, `used` being taken before it: by number of pieces, as one that
   * was wrapped, and as its paragraph's last. Gives how many there are; `cost` is that of what stands before, and lowers
   * what is known of explanations whose row goes on.
   */
  private measure(i: number, c: number, used: number, cost: number): number {
    const { width, hang, unit, inline, open, wrap, end, same } = this.table
    const { wraps, ends, slacks, pass, pieces: n } = this
    const column = this.widths[c]!
    const over = c === 0 ? this.over : this.overInColumn
    const most = Math.min(n, i + MOST_PIECES)
    let inner = 0
    let j = i + 1
    for (; j <= most; j++) {
      const m = j - i - 1
      used += width[j - 1]!
      let slack = 0
      let here = inner
      if (c !== 0) {
        slack = column - used
        if (slack < -1) {
          slack += hang[j - 1]!
          if (slack < -1) here += slack === -2 ? 0.6 : slack === -3 ? 2 : -slack
        }
      }
      slacks[m] = slack
      if (j === n) {
        wraps[m] = here
        ends[m] = Infinity
        return m + 1
      }
      if (inline[j] === 0) {
        wraps[m] = here + wrap[j]! + (c === 0 ? ANY_SLACK : wrapSlack(slack, unit[j]!))
        ends[m] = here + end[j]! + ANY_SLACK
        if (open[j] === 0) return m + 1
        const on = over + same[j]!
        inner += on
        here += on
      } else {
        wraps[m] = Infinity
        ends[m] = Infinity
      }
      if (cost + here < pass[j]!) pass[j] = cost + here
      if (c !== 0 && slack < -8) return m + 1
    }
    return most - i
  }

  /** Relaxes what follows all rows that begin at piece `i` in a state. */
  private extend(i: number, state: number, used: number, cost: number): void {
    const { wraps, ends, slacks, states, pieces: n, cost: costs } = this
    const { dropped, flush } = this.table
    const c = Math.floor(state / STARTS)
    const count = this.measure(i, c, used, cost)
    for (let m = 0; m < count; m++) {
      const j = i + 1 + m
      const wrap = cost + wraps[m]!
      if (j === n) {
        if (wrap < costs[n * states]!) this.set(n * states, wrap, i, state, slacks[m]!)
        return
      }
      const at = j * states + c * STARTS
      if (wrap < costs[at + WRAPPED]!) this.set(at + WRAPPED, wrap, i, state, slacks[m]!)
      const end = cost + ends[m]!
      const indented = end + dropped[j]!
      if (indented < costs[at + INDENTED]!) this.set(at + INDENTED, indented, i, state, slacks[m]!)
      const without = end + flush[j]!
      if (without < costs[at + FLUSH]!) this.set(at + FLUSH, without, i, state, slacks[m]!)
    }
  }

  private trace(n: number): RowBreak[] {
    const out = new Array<RowBreak>(n - 1).fill(SAME)
    let at = n
    let state = 0
    while (at > 0) {
      const k = at * this.states + state
      const known = this.fromState[k]! >= STARTS
      const kind = state % STARTS === WRAPPED ? 'wrap' : 'end'
      if (at < n) out[at - 1] = { kind, slack: known ? this.slack[k]! : null, margin: Infinity }
      state = this.fromState[k]!
      at = this.fromRow[k]!
    }
    return out
  }

  /** Is there a sentence's end whose break, looked at alone, might as well be read otherwise? */
  private isDoubtful(s: Stretch, custom: Custom, breaks: readonly RowBreak[]): boolean {
    const { wrap, end, same } = this.table
    return breaks.some((b, k) => {
      const j = k + 1
      if (!isSentenceEnd(s, j)) return false
      const ends = end[j]! + ANY_SLACK + Math.min(custom.dropped, custom.flush)
      // Inside a row, an end spoils the rows after it, too.
      if (b.kind === 'same') return ends - same[j]! < 6
      const wraps = wrap[j]! + (b.slack === null ? ANY_SLACK : wrapSlack(b.slack, s.unit[j]!))
      return Math.abs(ends - wraps) < 8
    })
  }

  /**
   * Exact margins of the breaks that are asked for, from the cheapest explanation that has each the other way: what is left
   * to explain from each row on, found backwards, as far as the first such break needs it.
   */
  private doubts(
    s: Stretch,
    first: readonly FirstRow[],
    breaks: RowBreak[],
    best: number,
    { isAsked, beam }: Asked,
  ): void {
    const { states, widths, cost: costs, back, span, pieces: n } = this
    let least = 1
    while (least < n && !isAsked(s, least)) least++
    // No row goes on over a break that the print has made.
    while (least > 0 && this.table.open[least] === 1) least--
    back.fill(Infinity, least * states, (n + 1) * states)
    span.fill(Infinity, least, n + 1)
    back[n * states] = 0
    for (let i = n - 1; i >= Math.max(1, least); i--) {
      const base = i * states
      const limit = Math.min(best, this.pass[i]!) + beam
      for (let c = 0; c < widths.length; c++) {
        const at = base + c * STARTS
        for (let k = 0; k < STARTS; k++)
          if (costs[at + k]! <= limit && this.cheapest(i, c, k) === k) {
            const rest = this.rest(i, c, this.usedBefore(i, k), costs[at + k]!)
            for (let like = 0; like < STARTS; like++)
              if (costs[at + like]! <= limit && this.cheapest(i, c, like) === k) back[at + like] = rest
          }
      }
      for (let k = 0; k < STARTS; k++) {
        let cheap = Infinity
        for (let at = base + k; at < base + states; at += STARTS) cheap = Math.min(cheap, back[at]!)
        for (let at = base + k; at < base + states; at += STARTS)
          if (cheap + SWITCH < back[at]!) back[at] = cheap + SWITCH
      }
    }
    if (least === 0)
      this.eachFirst(first, (state, used, cost) => this.rest(0, Math.floor(state / STARTS), used, cost))
    for (let j = Math.max(1, least); j < n; j++) {
      if (!isAsked(s, j)) continue
      let ends = Infinity
      let goesOn = span[j]!
      for (let at = j * states; at < (j + 1) * states; at += STARTS) {
        goesOn = Math.min(goesOn, costs[at]! + back[at]!)
        for (let k = INDENTED; k <= FLUSH; k++) ends = Math.min(ends, costs[at + k]! + back[at + k]!)
      }
      const b = breaks[j - 1]!
      breaks[j - 1] = { ...b, margin: Math.max(0, (b.kind === 'end' ? goesOn : ends) - best) }
    }
  }

  /**
   * The least cost of what is left from piece `i` on. Explanations that have no row end at a break are noted at it, `cost`
   * being that of what stands before.
   */
  private rest(i: number, c: number, used: number, cost: number): number {
    const { wraps, ends, onward, states, pieces: n, back, span } = this
    const { dropped, flush } = this.table
    const count = this.measure(i, c, used, cost)
    for (let m = 0; m < count; m++) {
      const j = i + 1 + m
      const at = j === n ? n * states : j * states + c * STARTS
      let least = wraps[m]! + back[at + WRAPPED]!
      if (j < n) {
        least = Math.min(least, ends[m]! + dropped[j]! + back[at + INDENTED]!)
        least = Math.min(least, ends[m]! + flush[j]! + back[at + FLUSH]!)
      }
      onward[m] = least
    }
    let rest = Infinity
    for (let m = count - 1; m >= 0; m--) {
      rest = Math.min(rest, onward[m]!)
      if (m > 0 && cost + rest < span[i + m]!) span[i + m] = cost + rest
    }
    return rest
  }
}

function isSentenceEnd(s: Stretch, j: number): boolean {
  return s.ending[j] === ENDS_SENTENCE && s.inline[j] === 0
}

interface FirstRow {
  readonly offset: number
  readonly cost: number
}

/** What the first row of a stretch may have before it: its title, an indent, nothing. */
function firstRows(s: Stretch, habit: Habit, custom: Custom): FirstRow[] {
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
