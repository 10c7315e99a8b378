import { err, ok, type Result } from '../result.ts'
import { type CleanOffset, cleanOffset, rawSpan, type Span } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import { characterLength, isHigh, isLow, loneSurrogate, splitsPair } from '../text/surrogates.ts'
import type { BlockId, Correction, Reason, Replacement } from './correction.ts'
import type { CorrectionId } from './edit.ts'
import { layerOf } from './layer.ts'
import { type Part, partsOf, withParts } from './parts.ts'
import { cleanLength, type Segment } from './segment.ts'

/** Replace `span` of a block's corrected text by `insert`. */
export interface TextChange {
  readonly span: Span<CleanOffset>
  readonly insert: string
}

/** The block in which a change is made. */
export interface Ground {
  readonly raw: RawText
  readonly block: BlockId
  readonly spans: readonly Span[]
  /** Its pieces in reading order. */
  readonly segments: readonly Segment[]
  /** Its pieces as they would be without edits: what is structure wherever no edit covers it. */
  readonly bare: readonly Segment[]
}

/**
 * Corrections that take the place of others, in one step. An id in both lists keeps its name with fewer
 * edits.
 */
export interface Exchange {
  readonly added: readonly Replacement[]
  readonly withdrawn: readonly CorrectionId[]
}

export interface ReanchorError {
  readonly kind: 'out-of-range' | 'splits-character' | 'lone-surrogate'
  /** Offset in the corrected text; for a lone surrogate, in the inserted one. */
  readonly at: number
}

export interface Signed {
  readonly id: CorrectionId
  readonly reason: Reason
}

/** A stretch of one owned span that the change replaces. */
interface Cut {
  from: number
  to: number
  insert: string
  readonly span: number
}

type EditSegment = Extract<Segment, { kind: 'edit' }>

interface Placed {
  readonly segment: Segment
  readonly clean: number
  readonly end: number
  readonly span: number
}

/**
 * Turns a change of corrected text into a manual correction of raw text, one edit for each owned span it
 * touches.
 *
 * What stays the same at both ends of the change is left out first. An edit that the rest cuts or covers is
 * taken in whole, what it had beside the cut is kept, and its correction is withdrawn, or goes on with its
 * other edits. A removal that merely touches an end of the change is not cut: typing next to a line join
 * leaves the join alone. Applied to the block, the result gives exactly the spliced corrected text. Linear in
 * the block's text.
 *
 * `corrections` looks up those that the block's edits name; `signed` names the new one. A change of nothing
 * gives an exchange of nothing. Errors: a span outside the corrected text or inside a character, ill-formed
 * UTF-16.
 */
export function reanchor(
  ground: Ground,
  corrections: { get(id: CorrectionId): Correction | undefined },
  change: TextChange,
  signed: Signed,
): Result<Exchange, ReanchorError> {
  const text = ground.segments.map((s) => textOf(ground.raw, s)).join('')
  const bad = faultOf(text, change)
  if (bad) return err(bad)
  const least = trim(text, change)
  if (least.from === least.to && least.insert === '') return ok({ added: [], withdrawn: [] })
  const anchoring = new Anchoring(ground, least)
  return ok(exchange(ground, corrections, anchoring.cuts(), anchoring.absorbed, signed))
}

function textOf(raw: RawText, s: Segment): string {
  if (s.kind === 'kept') return raw.text.slice(s.from, s.to)
  return s.kind === 'edit' ? s.insert : ''
}

function faultOf(text: string, { span, insert }: TextChange): ReanchorError | null {
  for (const at of [span.from, span.to]) {
    if (!Number.isInteger(at) || at < 0 || at > text.length) return { kind: 'out-of-range', at }
    if (splitsPair(text, at)) return { kind: 'splits-character', at }
  }
  if (span.from > span.to) return { kind: 'out-of-range', at: span.from }
  const lone = loneSurrogate(insert)
  return lone < 0 ? null : { kind: 'lone-surrogate', at: lone }
}

interface Least {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The change without what is the same before and after it at both ends; whole characters only. */
function trim(text: string, { span, insert }: TextChange): Least {
  const most = Math.min(span.to - span.from, insert.length)
  let head = 0
  while (head < most && text[span.from + head] === insert[head]) head++
  if (head > 0 && isHigh(insert.charCodeAt(head - 1))) head--
  let tail = 0
  while (tail < most - head && text[span.to - 1 - tail] === insert[insert.length - 1 - tail]) tail++
  if (tail > 0 && isLow(insert.charCodeAt(insert.length - tail))) tail--
  return { from: span.from + head, to: span.to - tail, insert: insert.slice(head, insert.length - tail) }
}

class Anchoring {
  readonly absorbed: EditSegment[] = []
  private readonly placed: readonly Placed[]
  private readonly ground: Ground
  private readonly least: Least

  constructor(ground: Ground, least: Least) {
    this.ground = ground
    this.least = least
    this.placed = place(ground)
  }

  cuts(): Cut[] {
    const cuts = this.least.from === this.least.to ? this.insertion() : this.replacement()
    const out: Cut[] = []
    for (const cut of cuts) {
      this.trimRaw(cut)
      if (cut.from === cut.to && cut.insert === '') continue
      if (cut.from === cut.to) this.settleInsertion(cut)
      out.push(cut)
    }
    return out
  }

  private replacement(): Cut[] {
    const { from, to, insert } = this.least
    const cuts: Cut[] = []
    // Removals since the last piece that shows: part of a cut only if it goes on behind them in the same
    // span.
    let waiting: EditSegment[] = []
    let tail = ''
    for (const { segment, clean, end, span } of this.placed) {
      if (clean === end) {
        if (segment.kind === 'edit' && cuts.at(-1)?.span === span) waiting.push(segment)
        continue
      }
      if (clean >= to || end <= from) continue
      let lo = segment.from
      let hi = segment.to
      let head = ''
      if (segment.kind === 'kept') {
        lo += Math.max(0, from - clean)
        hi -= Math.max(0, end - to)
      } else if (segment.kind === 'edit') {
        this.absorbed.push(segment)
        if (clean < from) head = segment.insert.slice(0, from - clean)
        if (end > to) tail = segment.insert.slice(to - clean)
      }
      const last = cuts.at(-1)
      if (last?.span === span) {
        last.to = hi
        this.absorbed.push(...waiting)
      } else cuts.push({ from: lo, to: hi, insert: cuts.length === 0 ? head + insert : '', span })
      waiting = []
    }
    cuts.at(-1)!.insert += tail
    return cuts
  }

  private insertion(): Cut[] {
    const { from: at, insert } = this.least
    const around = this.placed.find((p) => p.clean < at && at < p.end)
    if (around?.segment.kind === 'edit') {
      const { segment, clean, span } = around
      this.absorbed.push(segment)
      const text = segment.insert.slice(0, at - clean) + insert + segment.insert.slice(at - clean)
      return [{ from: segment.from, to: segment.to, insert: text, span }]
    }
    const { raw, span } = around
      ? { raw: around.segment.from + at - around.clean, span: around.span }
      : this.between(at)
    return [{ from: raw, to: raw, insert, span }]
  }

  /** The raw place for text put between two pieces: at the piece before it, else at the one after it. */
  private between(at: number): { raw: number; span: number } {
    const before = this.placed.findLast((p) => p.end === at && p.clean < at)
    if (before) return { raw: before.segment.to, span: before.span }
    const after = this.placed.find((p) => p.clean === at && p.end > at)
    if (after) return { raw: after.segment.from, span: after.span }
    // No text at all: beside what was removed, else between the marks that open and those that close.
    const gone = this.placed.find((p) => p.segment.kind === 'edit')
    if (gone) return { raw: gone.segment.from, span: gone.span }
    const mark = this.placed[0]
    return mark
      ? { raw: mark.segment.to, span: mark.span }
      : { raw: this.ground.spans[0]?.from ?? 0, span: 0 }
  }

  /** Leaves out raw text that the cut would put back at its ends, as far as it would show without an edit. */
  private trimRaw(cut: Cut): void {
    const { text } = this.ground.raw
    const shows = (at: number): boolean =>
      this.ground.bare.some((s) => s.kind === 'kept' && s.from <= at && at < s.to)
    while (cut.from < cut.to && cut.insert !== '') {
      const n = characterLength(text, cut.from)
      if (cut.insert.slice(0, n) !== text.slice(cut.from, cut.from + n) || !shows(cut.from)) break
      cut.from += n
      cut.insert = cut.insert.slice(n)
    }
    while (cut.from < cut.to && cut.insert !== '') {
      const n = splitsPair(text, cut.to - 1) ? 2 : 1
      if (cut.insert.slice(-n) !== text.slice(cut.to - n, cut.to) || !shows(cut.to - n)) break
      cut.to -= n
      cut.insert = cut.insert.slice(0, -n)
    }
  }

  /** An insertion shares its place with no other one, and stands where the block will look for it. */
  private settleInsertion(cut: Cut): void {
    const at = cut.from
    const here = this.placed.find(
      (p) => p.segment.kind === 'edit' && p.segment.from === at && p.segment.to === at && p.span === cut.span,
    )
    if (here?.segment.kind === 'edit' && !this.absorbed.includes(here.segment)) {
      this.absorbed.push(here.segment)
      const mine = cut.insert
      cut.insert = here.end <= this.least.from ? here.segment.insert + mine : mine + here.segment.insert
    }
    const { spans } = this.ground
    const elsewhere = spans.some((s) => s.to === at && s.from < at) && spans[cut.span]!.from === at
    if (elsewhere) this.widen(cut)
  }

  /**
   * An insertion where one span ends and another starts belongs to the one that ends. To stand at the start
   * of the other, even where that is read first, it takes in the character or the edit after it.
   */
  private widen(cut: Cut): void {
    const next = this.placed.find(
      (p) => p.span === cut.span && p.segment.from === cut.from && p.segment.to > cut.from,
    )
    if (!next) return
    const { segment } = next
    // What an absorbed edit replaced stands here again, trimmed from this very cut.
    const back = segment.kind === 'edit' && this.absorbed.includes(segment)
    if (segment.kind === 'edit' && !back) {
      this.absorbed.push(segment)
      cut.to = segment.to
      cut.insert += segment.insert
      return
    }
    cut.to += characterLength(this.ground.raw.text, cut.from)
    if (segment.kind === 'kept' || back) cut.insert += this.ground.raw.text.slice(cut.from, cut.to)
  }
}

/** Each piece with its place in the corrected text and the index of its owned span. */
function place({ segments, spans }: Ground): Placed[] {
  let clean = 0
  let span = 0
  return segments.map((segment) => {
    while (span < spans.length - 1 && !(spans[span]!.from <= segment.from && segment.to <= spans[span]!.to))
      span++
    const start = clean
    clean += cleanLength(segment)
    return { segment, clean: start, end: clean, span }
  })
}

function exchange(
  { raw, block }: Ground,
  corrections: { get(id: CorrectionId): Correction | undefined },
  cuts: readonly Cut[],
  absorbed: readonly EditSegment[],
  { id, reason }: Signed,
): Exchange {
  const added: Replacement[] = []
  const withdrawn = [...new Set(absorbed.map((s) => s.correction))]
  for (const name of withdrawn) {
    const old = corrections.get(name)
    if (old?.kind !== 'replace') continue
    const gone = (p: Part): boolean =>
      p.block === block &&
      absorbed.some((s) => s.correction === name && s.from === p.span.from && s.to === p.span.to)
    const rest = withParts(
      old,
      partsOf(old).filter((p) => !gone(p)),
    )
    if (rest) added.push(rest)
  }
  if (cuts.length > 0) {
    const replaces = cuts.map((c) => raw.text.slice(c.from, c.to))
    added.push({
      kind: 'replace',
      id,
      origin: { kind: 'manual' },
      layer: layerOf(replaces.join(''), cuts.map((c) => c.insert).join('')),
      reason,
      block,
      edits: cuts.map((c) => ({ span: rawSpan(c.from, c.to), insert: c.insert })),
      replaces,
    })
  }
  return { added, withdrawn }
}

/** A span of corrected text; throws on a reversed one, which is always a bug of the caller. */
export function cleanSpan(from: number, to: number): Span<CleanOffset> {
  if (!(from >= 0 && to >= from)) throw new RangeError(`not a span: [${from}, ${to})`)
  return { from: cleanOffset(from), to: cleanOffset(to) }
}
