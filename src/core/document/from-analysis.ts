import type { BlockId, Correction, Replacement } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import { partsOf } from '../corrections/parts.ts'
import { err, ok, type Result } from '../result.ts'
import type { Analysis, Block } from '../structure/block.ts'
import type { Span } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import { checkQuote, checkSpan, checkText } from './apply/checks.ts'
import type { Document } from './document.ts'
import { assemble, UNTOUCHED } from './parts.ts'
import { firstUnowned } from './partition.ts'
import { type Refusal, refusal, type ReplayError } from './refusal.ts'
import { holder } from './spans.ts'

/**
 * The document that an analysis makes of its raw text, before any event. All that later code relies on is
 * checked here once: blocks partition the raw text; corrections quote it rightly and are exactly what the
 * blocks' lists hold; ids are unique; relocations that spans name exist. An error has `seq` 0.
 */
export function fromAnalysis(raw: RawText, analysis: Analysis): Result<Document, ReplayError> {
  const bad = checkAnalysis(raw, analysis)
  if (bad) return err({ ...bad, seq: 0 })
  return ok(assemble(raw, { ...UNTOUCHED, ...analysis }))
}

/** Why blocks, corrections, suggestions and pages do not make a document of this text; null where they do. */
export function checkAnalysis(raw: RawText, analysis: Analysis): Refusal | null {
  const blocks = new Map(analysis.blocks.map((b) => [b.id, b]))
  const corrections = new Map(analysis.corrections.map((c) => [c.id, c]))
  return (
    checkUnique(analysis) ??
    checkPartition(raw, analysis.blocks) ??
    checkCorrections(raw, analysis.corrections, blocks) ??
    checkEdits(analysis.blocks, corrections) ??
    checkSuggestions(raw, analysis)
  )
}

function checkUnique({ blocks, corrections, suggestions }: Analysis): Refusal | null {
  for (const ids of [blocks.map((b) => b.id), corrections.map((c) => c.id), suggestions.map((s) => s.key)]) {
    const seen = new Set<string>()
    for (const id of ids) {
      if (seen.has(id)) return refusal('id-taken', null, id)
      seen.add(id)
    }
  }
  return null
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
  for (const correction of corrections) {
    const { id } = correction
    const pieces =
      correction.kind === 'replace'
        ? partsOf(correction)
        : correction.spans.map((span) => ({ span, insert: '' }))
    if (pieces.length === 0 || correction.replaces.length !== pieces.length)
      return refusal('raw-mismatch', null, id)
    for (const [i, { span, insert }] of pieces.entries()) {
      const bad = checkQuote(raw, span, correction.replaces[i]) ?? checkText(insert, span.from)
      if (bad) return { ...bad, id }
    }
    if (!blocks.has(correction.block)) return refusal('no-such-block', null, correction.block)
  }
  return null
}

/** Are the lists of the blocks and the edits of the corrections the same? */
function checkEdits(
  blocks: readonly Block[],
  corrections: ReadonlyMap<CorrectionId, Correction>,
): Refusal | null {
  let held = 0
  // Both lists are sorted, so that the next edit of a correction is mostly the one after the last that was found.
  const found = new Map<CorrectionId, number>()
  for (const block of blocks) {
    for (const { moved, from } of block.spans)
      if (moved !== undefined && corrections.get(moved)?.kind !== 'move')
        return refusal('no-such-correction', from, moved)
    held += block.edits.length
    for (const [i, edit] of block.edits.entries()) {
      const { from, to } = edit.span
      const before = block.edits[i - 1]?.span
      const sorted = !before || (before.to <= from && !(before.from === from && before.to === to))
      if (!sorted) return refusal('overlap', from, edit.correction)
      if (holder(block.spans, from, to) < 0) return refusal('not-owned', from, edit.correction)
      const correction = corrections.get(edit.correction)
      const place = correction?.kind === 'replace' ? placeOf(correction, block.id, edit, found) : -1
      if (place < 0) return refusal('no-such-correction', from, edit.correction)
      found.set(edit.correction, place)
    }
  }
  // Each edit held is one that is said, and no place is held twice: as many of both, and they are the same.
  const said = [...corrections.values()].flatMap((c) => (c.kind === 'replace' ? partsOf(c) : []))
  if (said.length === held) return null
  const byId = new Map(blocks.map((b) => [b.id, b]))
  const lost = said.find(({ block, span }) => !byId.get(block)?.edits.some((e) => sameSpan(e.span, span)))
  return refusal('not-owned', lost?.span.from ?? null, lost?.block ?? null)
}

/** Index of an edit among those of its correction, looked for first behind the one that was found before; -1: none. */
function placeOf(
  correction: Replacement,
  block: BlockId,
  { span, insert }: BlockEdit,
  found: ReadonlyMap<CorrectionId, number>,
): number {
  const { edits } = correction
  const fits = (e: Replacement['edits'][number] | undefined): boolean =>
    e !== undefined &&
    sameSpan(e.span, span) &&
    e.insert === insert &&
    (e.block ?? correction.block) === block
  const next = (found.get(correction.id) ?? -1) + 1
  return fits(edits[next]) ? next : edits.findIndex(fits)
}

function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}

function checkSuggestions(raw: RawText, { suggestions, pages }: Analysis): Refusal | null {
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
