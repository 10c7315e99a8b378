import type { BlockId } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { isBlank, isInvisible } from '../../text/characters.ts'
import { rawOffset } from '../../text/offset.ts'
import { blockAt, type Document } from '../document.ts'
import type { EditPiece } from '../pieces.ts'
import type { CleanRun, CleanToken } from './clean-runs.ts'
import type { Cluster, Touch } from './clusters.ts'
import type { RawRuns } from './raw-runs.ts'
import { isOneNumber, isReading } from './readings.ts'
import { isDigitToken, readTokens, type Token } from './tokens.ts'

/** What accounts for a difference. */
export type Ground = 'marked-reading' | 'rejoined' | 'editor'

export interface Cause {
  readonly ground: Ground
  /** Null where the editor drew a border. */
  readonly correction: CorrectionId | null
}

/** What nothing accounts for. Raw offsets. */
export interface Fault {
  readonly kind: 'edit' | 'closed-gap' | 'border' | 'lost'
  readonly from: number
  readonly to: number
  readonly correction: CorrectionId | null
  readonly block: BlockId | null
}

export interface Verdict {
  readonly causes: readonly Cause[]
  readonly faults: readonly Fault[]
}

/**
 * Judges one cluster by each thing that made its difference: a token inserted, a token gone, two tokens
 * brought together, two parted. Each needs a ground of its own. A flag on a correction is only a claim: what
 * it claims is looked up in the two texts.
 */
export class Judge {
  private readonly doc: Document
  private readonly runs: RawRuns
  private readonly touches: ReadonlyMap<number, readonly EditPiece[]>
  private causes: Cause[] = []
  private faults: Fault[] = []

  constructor(doc: Document, runs: RawRuns, touches: readonly Touch[]) {
    this.doc = doc
    this.runs = runs
    const byRun = new Map<number, EditPiece[]>()
    for (const { run, edit } of touches) {
      const known = byRun.get(run)
      if (known) known.push(edit)
      else byRun.set(run, [edit])
    }
    this.touches = byRun
  }

  judge(cluster: Cluster): Verdict {
    this.causes = []
    this.faults = []
    for (const run of cluster.clean) {
      this.inserted(run)
      this.broughtTogether(run)
    }
    const places: Places = new Map()
    for (const run of cluster.clean) {
      // What an edit put in before a digit has that digit's place, and is not counted for it.
      const own = run.tokens.flatMap((t, index) => (t.edit ? [] : [{ from: t.from, index }]))
      const keys = keysOf(own.map(({ from }) => from))
      for (const [i, { index }] of own.entries()) places.set(keys[i]!, { run, index })
    }
    for (const index of cluster.raw) this.gone(index, places)
    return { causes: dedupe(this.causes), faults: dedupe(this.faults) }
  }

  /** Tokens that an edit put in. */
  private inserted(run: CleanRun): void {
    let oneNumber: boolean | null = null
    for (const edit of new Set(run.tokens.map((t) => t.edit))) {
      if (!edit) continue
      const ground = this.groundOf(edit)
      if (ground === 'same') continue
      if (ground === 'editor') this.cause('editor', edit.correction)
      // Looked up once: a run may be as long as the book, with a reading at every second digit.
      else if (ground === 'marked-reading' && (oneNumber ??= readsOneNumber(run)))
        this.cause('marked-reading', edit.correction)
      else this.fault('edit', edit, edit.correction, run.block)
    }
  }

  /** Tokens that did not stand side by side in the raw text. */
  private broughtTogether(run: CleanRun): void {
    const { text } = this.doc.raw
    let oneNumber: boolean | null = null
    for (let i = 1; i < run.tokens.length; i++) {
      const a = run.tokens[i - 1]!
      const b = run.tokens[i]!
      // What one edit wrote anew it answers for as a whole.
      if (a.piece === b.piece && !(a.exact && b.exact)) continue
      const oneCharacter = a.from === b.from && a.to === b.to
      if (oneCharacter || (a.to <= b.from && all(text, a.to, b.from, isInvisible))) continue
      const gap = gapBetween(run, a, b)
      // An editor who wrote one of them saw the other beside it.
      const byEditor = [...gap.map((g) => g.edit), editAt(run, a), editAt(run, b)].find((e) =>
        this.isEditors(e),
      )
      const claim = this.claimOf(gap, a, b)
      if (byEditor) this.cause('editor', byEditor.correction)
      else if (claim && this.isRejoining(a, b, gap) && (oneNumber ??= isOneNumber(run.text)))
        this.cause('rejoined', claim)
      else {
        const between = { from: Math.min(a.to, b.from), to: Math.max(a.to, b.from) }
        this.fault('closed-gap', between, gap[0]?.edit.correction ?? null, run.block)
      }
    }
  }

  /**
   * Who says that the two are parts of one number: an edit between them, or the reading of a `，` as its
   * comma.
   */
  private claimOf(gap: readonly Gap[], a: CleanToken, b: CleanToken): CorrectionId | null {
    const rejoining = gap.find((e) => this.replacement(e.edit)?.rejoined)?.edit
    const reading = [a.edit, b.edit].find((edit) => edit && this.groundOf(edit) === 'marked-reading')
    return (rejoining ?? reading)?.correction ?? null
  }

  /** Only blanks went from between the two, and they are not both digits; the whole must be one number, too. */
  private isRejoining(a: CleanToken, b: CleanToken, gap: readonly Gap[]): boolean {
    if (isDigitToken(a.text) && isDigitToken(b.text)) return false
    return gap.every(({ from, to }) => all(this.doc.raw.text, from, to, isBlank))
  }

  /** Digits of a raw run that are not there any more, or not side by side. */
  private gone(index: number, places: Places): void {
    const { tokens } = this.runs.run(index)
    const edits = this.touches.get(index) ?? []
    const keys = keysOf(tokens.map((t) => t.at))
    let last = -1
    for (const [i, digit] of tokens.entries()) {
      if (!isDigitToken(digit.text)) continue
      const before = tokens[last]
      const place = places.get(keys[i]!)
      const placeBefore = last < 0 ? undefined : places.get(keys[last]!)
      const way = i - last
      last = i
      if (!place) {
        const covering = edits.filter((e) => e.from < digit.end && digit.at < e.to)
        this.blame(covering, 'lost', digit.at, digit.end)
        continue
      }
      if (!before || !placeBefore) continue
      const together = place.run === placeBefore.run && place.index - placeBefore.index === way
      if (together && (way === 1 || places.get(keys[i - 1]!)?.index === place.index - 1)) continue
      const between = edits.filter(
        (e) => e.from <= digit.at && before.end <= e.to && this.groundOf(e) !== 'same',
      )
      if (between.length > 0) this.blame(between, 'edit', before.end, digit.at)
      else this.border(before, digit)
    }
  }

  private blame(edits: readonly EditPiece[], none: Fault['kind'], from: number, to: number): void {
    if (edits.length === 0) this.fault(none, { from, to }, null, this.ownerOf(from))
    for (const edit of edits) {
      const ground = this.groundOf(edit)
      if (ground === 'editor') this.cause('editor', edit.correction)
      // A reading leaves the digits beside it as they are; it answers for what it put in.
      else if (ground === null) this.fault('edit', edit, edit.correction, this.ownerOf(from))
    }
  }

  /** A border of ownership was drawn through a number: by the editor, or by mistake. */
  private border(before: Token, digit: Token): void {
    const sides = [before, digit].map((t) => {
      const block = blockAt(this.doc, rawOffset(t.at))
      const span = block?.spans.find((s) => s.from <= t.at && t.at < s.to)
      const move = span?.moved === undefined ? undefined : this.doc.corrections.get(span.moved)
      return block?.decidedBy === 'editor' || move?.origin.kind === 'manual'
    })
    if (sides.includes(true)) this.cause('editor', null)
    else this.fault('border', { from: before.end, to: digit.at }, null, this.ownerOf(digit.at))
  }

  /** On what ground may this edit touch digits? `same`: it puts back the very runs that it replaces. */
  private groundOf(edit: EditPiece): 'same' | 'editor' | 'marked-reading' | null {
    const { text } = this.doc.raw
    if (signature(text.slice(edit.from, edit.to)) === signature(edit.insert)) return 'same'
    if (this.isEditors(edit)) return 'editor'
    if (!this.replacement(edit)?.markedReading) return null
    return isReading(text.slice(edit.from, edit.to), edit.insert) ? 'marked-reading' : null
  }

  private isEditors(edit: EditPiece | null): boolean {
    const kind = edit ? this.replacement(edit)?.origin.kind : undefined
    return kind === 'manual' || kind === 'accepted'
  }

  private replacement(edit: EditPiece) {
    const correction = this.doc.corrections.get(edit.correction)
    return correction?.kind === 'replace' ? correction : undefined
  }

  private ownerOf(at: number): BlockId | null {
    return blockAt(this.doc, rawOffset(at))?.id ?? null
  }

  private cause(ground: Ground, correction: CorrectionId | null): void {
    this.causes.push({ ground, correction })
  }

  private fault(
    kind: Fault['kind'],
    { from, to }: { readonly from: number; readonly to: number },
    correction: CorrectionId | null,
    block: BlockId | null,
  ): void {
    this.faults.push({ kind, from, to, correction, block })
  }
}

function editAt(run: CleanRun, { piece }: CleanToken): EditPiece | null {
  const found = run.pieces[piece]!
  return found.kind === 'edit' ? found : null
}

/** What an edit took from between two tokens: raw offsets. */
interface Gap {
  readonly edit: EditPiece
  readonly from: number
  readonly to: number
}

/** The edits between two tokens of a run, those included that end or begin with one of the two. */
function gapBetween(run: CleanRun, a: CleanToken, b: CleanToken): Gap[] {
  const out: Gap[] = []
  for (let i = a.piece; i <= b.piece; i++) {
    const edit = run.pieces[i]!
    if (edit.kind !== 'edit') continue
    const from = i === a.piece ? a.to : edit.from
    const to = i === b.piece ? b.from : edit.to
    if (from < to || (i > a.piece && i < b.piece)) out.push({ edit, from, to })
  }
  return out
}

/**
 * A reading needs a number around it: a digit that was one before. A point or comma that was read must make
 * one number of the whole run.
 */
function readsOneNumber(run: CleanRun): boolean {
  let known = false
  let marks = false
  for (const t of run.tokens) {
    if (isDigitToken(t.text)) known ||= t.edit === null
    else marks ||= t.edit !== null
  }
  return known && (!marks || isOneNumber(run.text))
}

/** Where the tokens of raw text stand in corrected runs. */
type Places = Map<number, { readonly run: CleanRun; readonly index: number }>

/** No character has more tokens. */
const MOST = 32

/** A number for each token by its raw offset; a character of several tokens (`½`) gives several. */
function keysOf(offsets: readonly number[]): number[] {
  let nth = 0
  return offsets.map((at, i) => {
    nth = at === offsets[i - 1] ? nth + 1 : 0
    return MOST * at + nth
  })
}

/** A text as the runs see it: tokens, and one space for anything else. */
function signature(text: string): string {
  let out = ''
  readTokens(text, 0, text.length, {
    token: (t) => (out += t),
    part: () => (out += out.endsWith(' ') ? '' : ' '),
  })
  return out
}

function all(text: string, from: number, to: number, is: (unit: number) => boolean): boolean {
  for (let i = from; i < to; i++) if (!is(text.charCodeAt(i))) return false
  return true
}

function dedupe<T>(items: readonly T[]): T[] {
  if (items.length < 2) return [...items]
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
