import type { BlockId, Correction, Replacement } from './corrections/correction.ts'
import { editList, type CorrectionId } from './corrections/edit.ts'
import { partsOf } from './corrections/parts.ts'
import type { Amendment } from './document/amended.ts'
import type { DigitViolation } from './document/digits/reader.ts'
import type { Document } from './document/document.ts'
import { keyOfStretch } from './document/suggestion-key.ts'
import { partitionPoint } from './order/partition-point.ts'
import { byPlace, type Analysis, type Block, type Suggestion } from './structure/block.ts'
import type { RawText } from './text/raw-text.ts'

/** An analysis of which something was taken back, and what of it is otherwise now. */
export interface TakenBack extends Amendment {
  readonly analysis: Analysis
}

/**
 * The analysis, of which `doc` was made, without the corrections that these violations blame, or that touch their places;
 * null where there are none. A join keeps a space where the break was, any other correction becomes a suggestion, and
 * furniture with text in it becomes a paragraph.
 */
export function takeBack(
  doc: Document,
  analysis: Analysis,
  violations: readonly DigitViolation[],
): TakenBack | null {
  const { raw } = doc
  const changes = new Map<CorrectionId, Correction | undefined>()
  const asText = new Set<BlockId>()
  const touched = new Set<BlockId>()
  let near: ReturnType<typeof nearby> | null = null
  for (const v of violations) {
    if ((v.kind === 'furniture' || v.kind === 'structure') && v.block !== null) asText.add(v.block)
    const one = v.correction === null ? undefined : doc.corrections.get(v.correction)
    for (const c of one ? [one] : (near ??= nearby(analysis.corrections))(v)) {
      if (c.kind !== 'replace') continue
      for (const { block } of partsOf(c)) touched.add(block)
      const parts = isJoin(raw, c) && !c.edits.some((e) => e.insert === ' ')
      changes.set(c.id, parts ? withSpace(c) : undefined)
    }
  }
  if (changes.size + asText.size === 0) return null
  const blocks = new Map<BlockId, Block>()
  for (const id of [...touched, ...asText]) {
    const block = doc.blocks.get(id)
    if (block) blocks.set(id, mended(block, changes, asText))
  }
  const corrections: Correction[] = []
  const suggestions: Suggestion[] = []
  for (const c of analysis.corrections) {
    const now = changes.has(c.id) ? changes.get(c.id) : c
    if (now) corrections.push(now)
    else if (c.kind === 'replace') suggestions.push(asSuggestion(raw, c))
  }
  return {
    blocks: [...blocks.values()],
    corrections: changes,
    suggestions,
    analysis: {
      ...analysis,
      blocks: analysis.blocks.map((b) => blocks.get(b.id) ?? b),
      corrections,
      suggestions: [...analysis.suggestions, ...suggestions].sort(byPlace),
    },
  }
}

/** Finds the corrections that touch a place: by search, since a book may have as many faults as corrections. */
function nearby(corrections: readonly Correction[]): (place: DigitViolation) => Iterable<Replacement> {
  const edits = corrections
    .flatMap((c) => (c.kind === 'replace' ? c.edits.map(({ span }) => ({ span, of: c })) : []))
    .sort(byPlace)
  // Edits are disjoint, so that their ends are in order, too.
  return ({ from, to }) => {
    const found = new Set<Replacement>()
    let i = partitionPoint(edits.length, (k) => edits[k]!.span.to < from)
    for (; i < edits.length && edits[i]!.span.from <= to; i++) found.add(edits[i]!.of)
    return found
  }
}

/** Removes nothing but what is blank. */
function isJoin(raw: RawText, c: Replacement): boolean {
  return c.edits.every((e) => e.insert.trim() === '' && raw.text.slice(e.span.from, e.span.to).trim() === '')
}

function withSpace(c: Replacement): Correction {
  const { rejoined: _, ...rest } = c
  return { ...rest, edits: c.edits.map((e, i) => (i === 0 ? { ...e, insert: ' ' } : e)) }
}

/** What is parted gets its space in the first place that the block holds of it, what is withdrawn goes. */
function mended(
  block: Block,
  changes: ReadonlyMap<CorrectionId, Correction | undefined>,
  asText: ReadonlySet<BlockId>,
): Block {
  const spaced = new Set<CorrectionId>()
  const edits = block.edits.flatMap((e) => {
    if (!changes.has(e.correction)) return e
    if (!changes.get(e.correction)) return []
    if (spaced.has(e.correction)) return e
    spaced.add(e.correction)
    return { ...e, insert: ' ' }
  })
  const list = editList(edits)
  if (!list.ok) throw new Error(`taking corrections back made edits overlap in ${block.id}`)
  return { ...block, edits: list.value, ...(asText.has(block.id) ? { role: 'paragraph' as const } : {}) }
}

function asSuggestion(raw: RawText, c: Replacement): Suggestion {
  const { from } = c.edits[0]!.span
  const { to } = c.edits.at(-1)!.span
  const span = { from, to }
  const rule = c.origin.kind === 'manual' ? null : c.origin
  if (!rule) throw new Error('a correction of the engine has a rule')
  return {
    // No occurrence that another finding may have: those are counted from 0.
    key: keyOfStretch(rule.rule, raw.text, span, -1 - from),
    rule: rule.rule,
    version: rule.version,
    block: c.block,
    span,
    quote: raw.text.slice(from, to),
    reason: c.reason,
    confidence: 0.5,
    fixes: [{ kind: 'edit', id: 'as-ruled', layer: c.layer, edits: c.edits }],
  }
}
