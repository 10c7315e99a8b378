import type { BlockId, Correction, CorrectionEdit, Replacement } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import { partsOf } from '../corrections/parts.ts'
import { err, ok, type Result } from '../result.ts'
import type { Analysis, Block } from '../structure/block.ts'
import type { Span } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import { checkQuote, checkSpan, checkText } from './apply/checks.ts'
import type { Document } from './document.ts'
import { Keyed } from './keyed.ts'
import { assemble, UNTOUCHED } from './parts.ts'
import { firstUnowned } from './partition.ts'
import { type Refusal, refusal, type ReplayError } from './refusal.ts'
import { holder } from './spans.ts'
import { Table } from './table.ts'

/**
 * The document that an analysis makes of its raw text, before any event. All that later code relies on is
 * checked here once: blocks partition the raw text; corrections quote it rightly and are exactly what the
 * blocks' lists hold; ids are unique; relocations that spans name exist. An error has `seq` 0.
 */
export function fromAnalysis(raw: RawText, analysis: Analysis): Result<Document, ReplayError> {
  const index = indexOf(analysis)
  const bad = check(raw, analysis, index)
  if (bad) return err({ ...bad, seq: 0 })
  const parts = { ...UNTOUCHED, ...analysis }
  return ok(assemble(raw, parts, Table.adopt(index.blocks), Table.adopt(index.corrections)))
}

/** Why blocks, corrections, suggestions and pages do not make a document of this text; null where they do. */
export function checkAnalysis(raw: RawText, analysis: Analysis): Refusal | null {
  return check(raw, analysis, indexOf(analysis))
}

/** Blocks and corrections by their ids; of several with one id, one. */
interface Index {
  readonly blocks: ReadonlyMap<BlockId, Block>
  readonly corrections: ReadonlyMap<CorrectionId, Correction>
}

function indexOf(analysis: Analysis) {
  return {
    blocks: new Keyed<BlockId, Block>(analysis.blocks),
    corrections: new Keyed<CorrectionId, Correction>(analysis.corrections),
  }
}

function check(raw: RawText, analysis: Analysis, index: Index): Refusal | null {
  return (
    checkUnique(analysis, index) ?? checkPartition(raw, analysis.blocks) ?? checkParts(raw, analysis, index)
  )
}

type Part = Pick<Analysis, 'blocks' | 'corrections' | 'suggestions' | 'pages'>

/**
 * Are corrections, suggestions and pages what they should be, and the lists of these blocks the edits of these corrections?
 * All that they name is in the index.
 */
export function checkParts(raw: RawText, part: Part, index: Index): Refusal | null {
  return (
    checkCorrections(raw, part.corrections, index.blocks) ??
    checkEdits(part, index) ??
    checkSuggestions(raw, part)
  )
}

function checkUnique({ blocks, corrections, suggestions }: Analysis, index: Index): Refusal | null {
  if (blocks.length > index.blocks.size) return taken(blocks.map((b) => b.id))
  if (corrections.length > index.corrections.size) return taken(corrections.map((c) => c.id))
  const keys = suggestions.map((s) => s.key)
  return keys.length > new Set(keys).size ? taken(keys) : null
}

/** Names the first of ids that stands a second time. */
function taken(ids: readonly string[]): Refusal {
  const seen = new Set<string>()
  const twice = ids.find((id) => seen.size === seen.add(id).size)
  return refusal('id-taken', null, twice ?? null)
}

function checkPartition(raw: RawText, blocks: readonly Block[]): Refusal | null {
  for (const block of blocks) {
    // The type promises one, a file may not keep it.
    if (block.spans.length < 1) return refusal('empty-block', null, block.id)
    for (const span of block.spans) {
      const bad = checkSpan(raw, span)
      if (bad) return { ...bad, id: block.id }
    }
  }
  const fault = firstUnowned(raw, blocks)
  if (!fault) return null
  return refusal(fault.kind === 'gap' ? 'gap' : 'overlap', fault.from)
}

function checkCorrections(
  raw: RawText,
  corrections: readonly Correction[],
  blocks: ReadonlyMap<BlockId, Block>,
): Refusal | null {
  let known: BlockId | null = null
  for (const correction of corrections) {
    const { id, replaces, block } = correction
    const edits = correction.kind === 'replace' ? correction.edits : null
    const places = correction.kind === 'replace' ? correction.edits : correction.spans
    if (places.length === 0 || replaces.length !== places.length) return refusal('raw-mismatch', null, id)
    for (let i = 0; i < places.length; i++) {
      const span = edits ? edits[i]!.span : (places[i] as Span)
      const bad = checkQuote(raw, span, replaces[i]) ?? (edits && checkText(edits[i]!.insert, span.from))
      if (bad) return { ...bad, id }
    }
    if (block !== known && !blocks.has(block)) return refusal('no-such-block', null, block)
    known = block
  }
  return null
}

/** Are the lists of the blocks and the edits of the corrections the same? */
function checkEdits(analysis: Part, { blocks, corrections }: Index): Refusal | null {
  let held = 0
  // Both lists are sorted, so that the next edit of a correction is mostly the one after the last that was found.
  const found = new Map<Replacement, number>()
  for (const block of analysis.blocks) {
    for (const { moved, from } of block.spans)
      if (moved !== undefined && corrections.get(moved)?.kind !== 'move')
        return refusal('no-such-correction', from, moved)
    const { edits } = block
    held += edits.length
    let before: Span | null = null
    // Spans and edits stand in the same order mostly: the next edit lies in the span of the last one, or in the next span.
    let owner = 0
    for (const edit of edits) {
      const { span } = edit
      if (before && (before.to > span.from || sameSpan(before, span)))
        return refusal('overlap', span.from, edit.correction)
      before = span
      while (owner < block.spans.length && block.spans[owner]!.to < span.to) owner++
      if (owner === block.spans.length || block.spans[owner]!.from > span.from)
        owner = holder(block.spans, span.from, span.to)
      if (owner < 0) return refusal('not-owned', span.from, edit.correction)
      const correction = corrections.get(edit.correction)
      if (correction?.kind !== 'replace' || !holds(correction, block.id, edit, found))
        return refusal('no-such-correction', span.from, edit.correction)
    }
  }
  // Each edit held is one that is said, and no place is held twice: as many of both, and they are the same.
  let said = 0
  for (const c of analysis.corrections) if (c.kind === 'replace') said += c.edits.length
  if (said === held) return null
  const lost = analysis.corrections
    .flatMap((c) => (c.kind === 'replace' ? partsOf(c) : []))
    .find(({ block, span }) => !blocks.get(block)?.edits.some((e) => sameSpan(e.span, span)))
  return refusal('not-owned', lost?.span.from ?? null, lost?.block ?? null)
}

/** Is this edit of a block one of its correction's? */
function holds(
  correction: Replacement,
  block: BlockId,
  edit: BlockEdit,
  found: Map<Replacement, number>,
): boolean {
  const [only] = correction.edits
  return correction.edits.length === 1
    ? isPart(only!, correction, block, edit)
    : holdsOneOf(correction, block, edit, found)
}

/** Of several, looked for first behind the one that was found before. */
function holdsOneOf(
  correction: Replacement,
  block: BlockId,
  edit: BlockEdit,
  found: Map<Replacement, number>,
): boolean {
  const { edits } = correction
  const fits = (e: CorrectionEdit | undefined): boolean =>
    e !== undefined && isPart(e, correction, block, edit)
  const next = (found.get(correction) ?? -1) + 1
  const place = fits(edits[next]) ? next : edits.findIndex(fits)
  found.set(correction, place)
  return place >= 0
}

/** Do the block and its correction mean the same edit? */
function isPart(one: CorrectionEdit, { block }: Replacement, holder: BlockId, edit: BlockEdit): boolean {
  return sameSpan(one.span, edit.span) && one.insert === edit.insert && (one.block ?? block) === holder
}

function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}

function checkSuggestions(raw: RawText, { suggestions, pages }: Part): Refusal | null {
  for (const { span, key } of suggestions) {
    const bad = checkSpan(raw, span)
    if (bad) return { ...bad, id: key }
  }
  for (const { from } of pages) {
    const bad = checkSpan(raw, { from, to: from })
    if (bad) return bad
  }
  return null
}
