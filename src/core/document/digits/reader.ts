import type { BlockId } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { ASIDE, type Block, type OwnedSpan } from '../../structure/block.ts'
import type { RawText } from '../../text/raw-text.ts'
import type { Document } from '../document.ts'
import type { Pieces } from '../pieces.ts'
import { type CleanRun, cleanRuns } from './clean-runs.ts'
import { type Cluster, clusters, type Touch } from './clusters.ts'
import { hiddenDigits } from './furniture.ts'
import { type Cause, type Fault, Judge } from './judge.ts'
import { RawRuns } from './raw-runs.ts'
import { hasTokens } from './tokens.ts'
import { Untouched } from './untouched.ts'

/** Digit runs that differ between raw and corrected text, side by side. `from`/`to` are raw offsets. */
export interface Difference {
  readonly from: number
  readonly to: number
  readonly raw: readonly string[]
  readonly clean: readonly string[]
}

/** A difference that is allowed, and by what. */
export interface ExplainedDigits extends Difference {
  readonly causes: readonly Cause[]
}

/**
 * A difference that nothing allows.
 * - edit: a rule put digits in, took some away or changed them; a false `markedReading` is one
 * - closed-gap: digits, points or commas were brought together that were apart; a false `rejoined` is one
 * - border: a border between blocks cuts a number
 * - lost: a digit is in no block's text
 * - structure: a digit was taken for a structural mark
 * - moved: a rule moved a number inside the running text
 * - furniture: a digit left the text with furniture that is neither page number nor running head
 * - unaccounted: the two texts as a whole differ by more than all differences found: a fault in this check
 */
export interface DigitViolation extends Difference {
  readonly kind: Fault['kind'] | 'structure' | 'moved' | 'furniture' | 'unaccounted'
  readonly correction: CorrectionId | null
  readonly block: BlockId | null
}

export interface DigitLock {
  /** How many digit runs each side has, furniture included. */
  readonly rawRuns: number
  readonly cleanRuns: number
  readonly explained: readonly ExplainedDigits[]
  readonly violations: readonly DigitViolation[]
}

/** The digit lock as its first reader sees it, with all differences, the explained ones and the others. */
export interface DigitReading extends DigitLock {
  readonly differences: readonly Difference[]
}

/** What was read of one block. */
interface BlockReading {
  readonly block: Block
  /** How many runs its corrected text has. */
  readonly count: number
  readonly odd: readonly CleanRun[]
  readonly touches: readonly Touch[]
  readonly misplaced: readonly DigitViolation[]
}

/** The first reader of one raw text. What it has read of a block stays known while the block is the same. */
export class DigitReader {
  private readonly raw: RawText
  private readonly runs: RawRuns
  /** By raw run, in which block it came through unchanged: the place in reading order, from 1; 0: in none. */
  private readonly unchanged: Int32Array
  private readonly untouched: Untouched
  private readings: BlockReading[] = []

  constructor(raw: RawText) {
    this.raw = raw
    this.runs = new RawRuns(raw.text)
    this.unchanged = new Int32Array(this.runs.size)
    this.untouched = new Untouched(raw, this.runs, this.unchanged)
  }

  /**
   * The lock of a document over this raw text; `pieces` are those of its blocks in reading order. Blocks that stood in the same
   * place the last time are not read again.
   */
  read(doc: Document, pieces: Pieces): DigitReading {
    const { runs, readings } = this
    const { blocks } = pieces
    if (blocks.length !== readings.length || readings.some((r, i) => r.block.id !== blocks[i]!.id)) {
      this.unchanged.fill(0)
      this.readings = blocks.map((block, i) => this.block(doc, pieces, block, i))
    } else
      for (let i = 0; i < blocks.length; i++) {
        const block = blocks[i]!
        if (block === readings[i]!.block) continue
        this.forget(readings[i]!.block, i)
        readings[i] = this.block(doc, pieces, block, i)
      }

    let count = 0
    const odd: CleanRun[] = []
    const touches: Touch[] = []
    const violations: DigitViolation[] = []
    for (const r of this.readings) {
      count += r.count
      for (const run of r.odd) odd.push(run)
      for (const touch of r.touches) touches.push(touch)
      for (const v of r.misplaced) violations.push(v)
    }
    const { differences, explained } = this.judged(doc, odd, touches, violations)
    for (const { block, runs: hidden } of hiddenDigits(doc)) {
      const [{ from, to }] = block.spans
      violations.push({
        kind: 'furniture',
        from,
        to,
        correction: null,
        block: block.id,
        raw: hidden,
        clean: [],
      })
    }
    return { rawRuns: runs.size, cleanRuns: count, explained, violations, differences }
  }

  private block(doc: Document, pieces: Pieces, block: Block, place: number): BlockReading {
    const moved = movedDigits(doc, this.runs, block)
    const count = this.untouched.runsOf(pieces, place, place + 1)
    const { reaches } = this.untouched
    const reading = { block, count, odd: NONE, touches: NONE, misplaced: moved }
    return reaches.length === 0 ? reading : this.tokens(reading, pieces, place, reaches)
  }

  /** Reads all tokens of those parts of a block that are not proved. */
  private tokens(
    reading: BlockReading,
    pieces: Pieces,
    place: number,
    reaches: readonly number[],
  ): BlockReading {
    const { raw, runs, unchanged } = this
    const { block } = reading
    const odd: CleanRun[] = []
    const touches: Touch[] = []
    const marks: DigitViolation[] = []
    let { count } = reading
    for (let i = 0; i < reaches.length; i += 2) {
      const list = pieces.list(reaches[i]!, reaches[i + 1]!)
      const clean = cleanRuns(raw, block.id, list, runs, (first, last) => {
        count += last - first
        unchanged.fill(place + 1, first, last)
      })
      count += clean.length
      for (const run of clean) {
        const same = sameRun(runs, run)
        if (same < 0) odd.push(run)
        else unchanged[same] = place + 1
      }
      for (const piece of list) {
        if (piece.kind === 'edit') for (const run of runs.meeting(piece)) touches.push({ run, edit: piece })
        else if (piece.kind === 'mark' && hasTokens(raw.text, piece.from, piece.to))
          marks.push(misplaced('structure', runs, piece, block.id, null))
      }
    }
    return { block, count, odd, touches, misplaced: [...marks, ...reading.misplaced] }
  }

  /** What came through in a block has a digit in its spans. */
  private forget(block: Block, place: number): void {
    const { runs, unchanged } = this
    for (const { from, to } of block.spans)
      for (let i = runs.firstEndingAfter(from); i < runs.size && runs.start(i) < to; i++)
        if (unchanged[i] === place + 1) unchanged[i] = 0
  }

  /** Puts together what did not come through, and judges it. What nothing allows goes to `violations`. */
  private judged(
    doc: Document,
    odd: readonly CleanRun[],
    touches: readonly Touch[],
    violations: DigitViolation[],
  ): { differences: Difference[]; explained: ExplainedDigits[] } {
    const { runs, unchanged } = this
    const lost: number[] = []
    for (let i = 0; i < runs.size; i++) if (unchanged[i] === 0) lost.push(i)
    const judge = new Judge(doc, runs, touches)
    const differences: Difference[] = []
    const explained: ExplainedDigits[] = []
    for (const cluster of clusters(runs, lost, odd, touches)) {
      const difference = differenceOf(runs, cluster)
      differences.push(difference)
      const same = sameList(difference.raw, difference.clean)
      // One number that reads as it did. Several may read so by exchanging digits: those are judged.
      if (same && difference.raw.length === 1) continue
      const { causes, faults } = judge.judge(cluster)
      for (const fault of faults) violations.push({ ...difference, ...fault })
      if (same || faults.length > 0) continue
      if (causes.length > 0) explained.push({ ...difference, causes })
      else violations.push({ ...difference, kind: 'unaccounted', correction: null, block: null })
    }
    return { differences, explained }
  }
}

const NONE: readonly never[] = []

/**
 * A figure that stands alone in the wrong place: its runs are those of the raw text, and nobody changed them.
 */
function misplaced(
  kind: 'structure' | 'moved',
  runs: RawRuns,
  { from, to }: { readonly from: number; readonly to: number },
  block: BlockId,
  correction: CorrectionId | null,
): DigitViolation {
  const raw = runs.meeting({ from, to }).map((i) => runs.run(i).text)
  return { kind, from, to, correction, block, raw, clean: kind === 'moved' ? raw : [] }
}

/**
 * A caption goes where it belongs with all its figures; a rule that carries a figure from one place of the
 * running text to another one rewrites what the source says.
 */
function movedDigits(doc: Document, runs: RawRuns, block: Block): DigitViolation[] {
  const isMoved = (s: OwnedSpan): boolean => s.moved !== undefined
  if (!block.spans.some(isMoved) || block.spans.every(isMoved) || ASIDE.has(block.role)) return []
  return block.spans.flatMap((span) => {
    const move = span.moved === undefined ? undefined : doc.corrections.get(span.moved)
    if (move?.origin.kind !== 'rule' || runs.meeting(span).length === 0) return []
    return [misplaced('moved', runs, span, block.id, move.id)]
  })
}

/** Index of the raw run that this one is, every token of it and nothing else; -1 where it is none. */
function sameRun(runs: RawRuns, { tokens }: CleanRun): number {
  const first = tokens[0]!
  const last = tokens.at(-1)!
  const index = first.edit ? -1 : runs.indexAt(first.from)
  if (index < 0 || runs.start(index) !== first.from || runs.end(index) !== last.to) return -1
  if (runs.count(index) !== tokens.length) return -1
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.edit) return -1
    if (i > 0 && tokens[i]!.from < tokens[i - 1]!.from) return -1
  }
  return index
}

function differenceOf(runs: RawRuns, { raw, clean }: Cluster): Difference {
  let from = Infinity
  let to = 0
  for (const i of raw) {
    from = Math.min(from, runs.start(i))
    to = Math.max(to, runs.end(i))
  }
  for (const { tokens } of clean)
    for (const t of tokens) {
      from = Math.min(from, t.from)
      to = Math.max(to, t.to)
    }
  return { from, to, raw: raw.map((i) => runs.run(i).text), clean: clean.map((run) => run.text) }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
