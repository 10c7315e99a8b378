import { ASIDE_BETWEEN, ENDS_COLON, ENDS_SENTENCE, WIDEST, type Stretch } from './stretch.ts'

/** Breaks looked at together on each side of a place: about a page of print. */
const REACH = 28
/** So many breaks of the whole text count beside those around a place. */
const WEIGHT = 4
/** Share of row ends at which a sentence ends by chance, and of paragraph ends at which none does. */
const CHANCE = 0.045
const UNFINISHED = 0.03
/** Counted like so many breaks: what is usual elsewhere. */
const PRIOR = 3
/** Usual share of breaks after which a sentence has ended: of printed rows, of blocks. */
const ROW_ENDS = 0.3
const BLOCK_ENDS = 0.7
/** At a page's end a paragraph ends as seldom as at any row's. */
const PAGE_ODDS = 1.4
/** Blank lines: none, one, two, more. */
const KINDS = 4
/**
 * Per class of break: sentence ends with so many blanks, others with so many, both with an indent after; sentence ends on
 * rows so short that they are a paragraph's end, without and with an indent after.
 */
const COLUMNS = 2 * KINDS + 4
const OPEN = KINDS
const INDENTED = 2 * KINDS
const SHORT = INDENTED + 2
/** A row that goes on leaves fewer half squares free. */
const FREE = 12
/** So many short rows show the custom. */
const SHOWN = 2
/** A custom has one exception in so many cases at most. */
const ONLY = 10

/** How much dearer it is to read a break as a paragraph's end than as a mere wrap: negative log odds. */
export interface BreakCosts {
  /** By blank lines; the last for unknown ones. What is usual as such is in it. */
  readonly end: readonly number[]
  /** To be added: without and with an indent after the break. */
  readonly indent: readonly [number, number]
}

export interface Habit {
  /** After a printed line; after a longer one, which holds a block of print. */
  readonly row: BreakCosts
  readonly block: BreakCosts
  /** The extractor sets runs of digits, Latin and symbols apart. */
  readonly isolates: boolean
  /** Paragraphs begin with an indent that can be seen. */
  readonly indents: boolean
}

/**
 * What line breaks mean around a place: which share of them ends a paragraph, how blank lines and indents go with that.
 * Learnt from breaks that are certain, by whether a sentence ends before them: nearly all paragraphs end with one, and few
 * other rows do. So no setting is needed for texts with blank lines everywhere, between paragraphs only, or nowhere.
 */
export class Habits {
  /** Running sums over certain breaks, row by row of `2 × COLUMNS` counts. */
  readonly #sums: Int32Array
  readonly #starts: Int32Array
  readonly #runs: Int32Array
  readonly #memo = new Map<number, Habit>()

  /** `columns`: the widths of columns around a stretch. */
  constructor(stretches: readonly Stretch[], columns: (s: Stretch) => readonly number[]) {
    const total = stretches.reduce((n, s) => n + s.pieces.length, 0)
    const width = 2 * COLUMNS
    this.#sums = new Int32Array((total + 1) * width)
    this.#starts = new Int32Array(stretches.length + 1)
    this.#runs = new Int32Array(total + 1)
    let k = 0
    stretches.forEach((s, index) => {
      this.#starts[index] = k
      const narrowest = Math.min(...columns(s))
      for (let j = 0; j < s.pieces.length; j++, k++) {
        const row = (k + 1) * width
        this.#sums.copyWithin(row, k * width, row)
        this.#runs[k + 1] = this.#runs[k]! + (s.pieces[j]!.isRun ? 1 : 0)
        if (j === 0 || s.inline[j] || s.apart[j] || s.blanks[j] === ASIDE_BETWEEN) continue
        const at = row + (s.width[j - 1]! > WIDEST ? COLUMNS : 0)
        // An item is a paragraph of its own, so that one ends before it.
        const final = s.ending[j] === ENDS_SENTENCE || (s.ending[j] === ENDS_COLON && s.item[j]! > 0)
        this.#sums[at + (final ? 0 : OPEN) + s.blanks[j]!]!++
        const indented = s.indent[j]! > 0
        if (indented) this.#sums[at + INDENTED + (final ? 0 : 1)]!++
        const isRow = j > 1 || !s.inline[0]
        if (final && isRow && s.width[j - 1]! < narrowest - FREE)
          this.#sums[at + SHORT + (indented ? 1 : 0)]!++
      }
    })
    this.#starts[stretches.length] = k
  }

  /** Of the stretch with this index. */
  of(index: number): Habit {
    const middle = (this.#starts[index]! + this.#starts[index + 1]!) >> 1
    // Neighbours share what they have learnt.
    const zone = Math.floor(middle / (REACH / 2))
    let habit = this.#memo.get(zone)
    if (!habit) this.#memo.set(zone, (habit = this.#learn(Math.floor((zone + 0.5) * (REACH / 2)))))
    return habit
  }

  #learn(middle: number): Habit {
    const last = this.#runs.length - 1
    const from = Math.max(0, Math.min(middle, last) - 3 * REACH)
    const to = Math.min(last, middle + 3 * REACH)
    const row = this.#costs(middle, 0)
    const block = this.#costs(middle, COLUMNS)
    return {
      row: row.costs,
      block: block.costs,
      isolates: this.#runs[to]! - this.#runs[from]! > 0.2 * (to - from),
      indents: row.indents || block.indents,
    }
  }

  /** Counts around a place: widened until enough certain breaks of the class are in. */
  #counts(middle: number, offset: number): Float64Array {
    const width = 2 * COLUMNS
    const last = this.#sums.length / width - 1
    const out = new Float64Array(COLUMNS)
    for (let reach = REACH; ; reach *= 2) {
      const from = Math.max(0, Math.min(last, middle - reach)) * width + offset
      const to = Math.max(0, Math.min(last, middle + reach)) * width + offset
      let n = 0
      for (let i = 0; i < COLUMNS; i++) {
        out[i] = this.#sums[to + i]! - this.#sums[from + i]!
        if (i < INDENTED) n += out[i]!
      }
      if (n >= REACH || reach > 8 * REACH || reach > last) break
    }
    const whole = last * width + offset
    let all = 0
    for (let i = 0; i < INDENTED; i++) all += this.#sums[whole + i]!
    if (all > 0) for (let i = 0; i < COLUMNS; i++) out[i]! += (WEIGHT * this.#sums[whole + i]!) / all
    // Where hardly a row is short, the custom of the whole text is that of the place, if it has but one.
    const [flush, indented] = [this.#sums[whole + SHORT]!, this.#sums[whole + SHORT + 1]!]
    if (out[SHORT]! + out[SHORT + 1]! < SHOWN && flush * ONLY <= indented) out[SHORT + 1]! += indented
    return out
  }

  #costs(middle: number, offset: number): { costs: BreakCosts; indents: boolean } {
    const counts = this.#counts(middle, offset)
    const sum = (from: number): number =>
      counts[from]! + counts[from + 1]! + counts[from + 2]! + counts[from + 3]!
    const final = sum(0)
    const open = sum(OPEN)
    const usual = offset === 0 ? ROW_ENDS : BLOCK_ENDS
    const share = (final + PRIOR * usual) / (final + open + PRIOR)
    const ends = clamp((share - CHANCE) / (1 - CHANCE - UNFINISHED), 0.03, 0.96)
    // Of the breaks after a sentence, so many end a paragraph.
    const true_ = clamp((ends * (1 - UNFINISHED)) / share, 0.05, 1)
    const pure = (atFinal: number, atOpen: number): number =>
      Math.max(0, atFinal - (1 - true_) * final * atOpen)
    const all = final + open
    const odds = -Math.log(ends / (1 - ends))
    const atEnd: number[] = []
    const overall: number[] = []
    for (let b = 0; b < KINDS; b++) {
      overall.push((counts[b]! + counts[OPEN + b]! + 0.25) / (all + 1))
      atEnd.push(pure(counts[b]!, counts[OPEN + b]! / Math.max(1, open)) + PRIOR * overall[b]!)
    }
    const total = atEnd.reduce((a, b) => a + b)
    const end: number[] = []
    for (let b = 0; b < KINDS; b++) {
      const atOpen = (counts[OPEN + b]! + PRIOR * overall[b]!) / (open + PRIOR)
      end.push(odds - Math.log(Math.max(0.02, atEnd[b]! / total)) + Math.log(Math.max(0.02, atOpen)))
    }
    // A page ends after any row, the rows of a block included.
    end.push(offset === 0 ? odds : PAGE_ODDS)
    const openIndent = clamp((counts[INDENTED + 1]! + 0.04) / (open + 2), 0.004, 0.9)
    const indents = pure(counts[INDENTED]!, counts[INDENTED + 1]! / Math.max(1, open))
    const short = counts[SHORT]! + counts[SHORT + 1]!
    const endIndent =
      short >= SHOWN
        ? clamp((counts[SHORT + 1]! + 0.3) / (short + 0.6), 0.03, 0.97)
        : clamp((indents + 0.3) / (true_ * final + 1.5), 0.03, 0.97)
    return {
      costs: {
        end,
        indent: [Math.log((1 - openIndent) / (1 - endIndent)), Math.log(openIndent / endIndent)],
      },
      indents: endIndent > 0.3 && endIndent > 3 * openIndent,
    }
  }
}

function clamp(x: number, least: number, most: number): number {
  return x < least ? least : x > most ? most : x
}
