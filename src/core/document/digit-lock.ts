import type { BlockId } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Block, OwnedSpan, Role } from '../structure/block.ts'
import { correctedText } from '../structure/segments.ts'
import { type CleanRun, cleanRuns } from './digits/clean-runs.ts'
import { type Cluster, clusters, type Touch } from './digits/clusters.ts'
import { hiddenDigits } from './digits/furniture.ts'
import { type Cause, type Fault, Judge } from './digits/judge.ts'
import { RawRuns } from './digits/raw-runs.ts'
import { hasTokens, runsBySearch } from './digits/tokens.ts'
import { Untouched } from './digits/untouched.ts'
import { blocksOf, type Document } from './document.ts'

/** Digit runs that differ between raw and corrected text, side by side. `from`/`to` are raw offsets. */
interface Difference {
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

/**
 * Are the numbers of the corrected text those of the raw text? The multiset of digit runs (see
 * `digits/tokens.ts`) over all blocks, furniture included, must be the same but for marked readings, rejoined
 * numbers and what the editor did.
 *
 * The raw side is the raw text as a whole, each block of the corrected side a text of its own. Blocks in which no edit is
 * near a number are proved as they stand (`digits/untouched.ts`); of the others all tokens are read. Runs that came
 * through unchanged are paired off by their raw offsets, wherever their blocks are read now; what is left is
 * put together in clusters and judged place by place. So two swapped numbers are two differences, although
 * the multiset is the same. Then both texts are read once more by another way. Linear in the book but for sorting.
 */
export function digitLock(doc: Document): DigitLock {
  const { differences, ...lock } = readDigits(doc)
  const rest = readAgain(doc, differences)
  return rest ? { ...lock, violations: [...lock.violations, rest] } : lock
}

/** The digit lock as its first reader sees it, with all differences, the explained ones and the others. */
export function readDigits(doc: Document): DigitLock & { readonly differences: readonly Difference[] } {
  const runs = new RawRuns(doc.raw.text)
  const unchanged = new Uint8Array(runs.size)
  const odd: CleanRun[] = []
  const touches: Touch[] = []
  const explained: ExplainedDigits[] = []
  const violations: DigitViolation[] = []
  const untouched = new Untouched(doc.raw, runs, unchanged)
  /** Reads all tokens of a block; gives how many runs it has. */
  const read = (block: Block): number => {
    let count = 0
    const { pieces, runs: clean } = cleanRuns(doc.raw, block, runs, (first, last) => {
      count += last - first
      unchanged.fill(1, first, last)
    })
    for (const run of clean) {
      const same = sameRun(runs, run)
      if (same < 0) odd.push(run)
      else unchanged[same] = 1
    }
    for (const piece of pieces) {
      if (piece.kind === 'edit') for (const run of runs.meeting(piece)) touches.push({ run, edit: piece })
      else if (piece.kind === 'mark' && hasTokens(doc.raw.text, piece.from, piece.to))
        violations.push(misplaced('structure', runs, piece, block.id, null))
    }
    return count + clean.length
  }
  let count = 0
  for (const block of blocksOf(doc)) {
    count += untouched.runsOf(block) ?? read(block)
    for (const v of movedDigits(doc, runs, block)) violations.push(v)
  }

  const lost: number[] = []
  for (let i = 0; i < runs.size; i++) if (unchanged[i] === 0) lost.push(i)
  const judge = new Judge(doc, runs, touches)
  const found = clusters(runs, lost, odd, touches)
  const differences: Difference[] = []
  for (const cluster of found) {
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

/**
 * The whole books once more, by another reader: what differs between them must be just what the first one has found. Null
 * where it is.
 */
export function readAgain(doc: Document, differences: readonly Difference[]): DigitViolation | null {
  const counts = new Map<string, number>()
  const add = (runs: readonly string[], by: number): void => {
    for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + by)
  }
  add(runsBySearch(doc.raw.text), 1)
  for (const block of doc.blocks.values()) add(runsBySearch(correctedText(doc.raw, block)), -1)
  for (const { raw, clean } of differences) {
    add(raw, -1)
    add(clean, 1)
  }
  const raw = [...counts].flatMap(([run, count]) => (count > 0 ? [run] : []))
  const clean = [...counts].flatMap(([run, count]) => (count < 0 ? [run] : []))
  if (raw.length + clean.length === 0) return null
  return { kind: 'unaccounted', from: 0, to: doc.raw.text.length, correction: null, block: null, raw, clean }
}

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

const ASIDE: ReadonlySet<Role> = new Set<Role>(['caption', 'credit', 'furniture'])

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
  const tokens = clean.flatMap((run) => run.tokens)
  const starts = [...raw.map((i) => runs.start(i)), ...tokens.map((t) => t.from)]
  const ends = [...raw.map((i) => runs.end(i)), ...tokens.map((t) => t.to)]
  return {
    from: starts.reduce((a, b) => Math.min(a, b)),
    to: ends.reduce((a, b) => Math.max(a, b)),
    raw: raw.map((i) => runs.run(i).text),
    clean: clean.map((run) => run.text),
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
