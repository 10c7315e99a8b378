import type { Correction, Replacement } from './corrections/correction.ts'
import { editList, type CorrectionId } from './corrections/edit.ts'
import type { DigitViolation } from './document/digit-lock.ts'
import { suggestionKey } from './document/suggestion-key.ts'
import type { Analysis, Block, Suggestion } from './structure/block.ts'
import type { RawText } from './text/raw-text.ts'

/**
 * The analysis without the corrections that these violations blame, or that touch their places; the same object where there
 * is none. A join keeps a space where the break was, any other correction becomes a suggestion, and furniture with text in
 * it becomes a paragraph.
 */
export function takeBack(raw: RawText, analysis: Analysis, violations: readonly DigitViolation[]): Analysis {
  const withdrawn = new Set<CorrectionId>()
  const parted = new Set<CorrectionId>()
  const asText = new Set<string>()
  const named = new Set(violations.map((v) => v.correction))
  const blamed = new Map(analysis.corrections.filter((c) => named.has(c.id)).map((c) => [c.id, c]))
  let near: ReturnType<typeof nearby> | null = null
  for (const v of violations) {
    if ((v.kind === 'furniture' || v.kind === 'structure') && v.block !== null) asText.add(v.block)
    const one = v.correction === null ? undefined : blamed.get(v.correction)
    for (const c of one ? [one] : (near ??= nearby(analysis.corrections))(v)) {
      if (c.kind !== 'replace') continue
      if (isJoin(raw, c) && !c.edits.some((e) => e.insert === ' ')) parted.add(c.id)
      else withdrawn.add(c.id)
    }
  }
  if (withdrawn.size + parted.size + asText.size === 0) return analysis
  const corrections = analysis.corrections
    .filter((c) => !withdrawn.has(c.id))
    .map((c) => (parted.has(c.id) && c.kind === 'replace' ? withSpace(c) : c))
  const blocks = analysis.blocks.map((b) => mended(b, withdrawn, parted, asText))
  const back = analysis.corrections.filter(
    (c): c is Replacement => c.kind === 'replace' && withdrawn.has(c.id),
  )
  return {
    ...analysis,
    blocks,
    corrections,
    suggestions: [...analysis.suggestions, ...back.map((c) => asSuggestion(raw, c))],
  }
}

/** Finds the corrections that touch a place: by search, since a book may have as many faults as corrections. */
function nearby(corrections: readonly Correction[]): (place: DigitViolation) => Iterable<Replacement> {
  const edits = corrections
    .flatMap((c) => (c.kind === 'replace' ? c.edits.map(({ span }) => ({ span, of: c })) : []))
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  // Edits are disjoint, so that their ends are in order, too.
  return ({ from, to }) => {
    let lo = 0
    let hi = edits.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (edits[mid]!.span.to < from) lo = mid + 1
      else hi = mid
    }
    const found = new Set<Replacement>()
    for (; lo < edits.length && edits[lo]!.span.from <= to; lo++) found.add(edits[lo]!.of)
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

function mended(
  block: Block,
  withdrawn: ReadonlySet<CorrectionId>,
  parted: ReadonlySet<CorrectionId>,
  asText: ReadonlySet<string>,
): Block {
  const touched = block.edits.some((e) => withdrawn.has(e.correction) || parted.has(e.correction))
  if (!touched && !asText.has(block.id)) return block
  const spaced = new Set<CorrectionId>()
  const edits = block.edits
    .filter((e) => !withdrawn.has(e.correction))
    .map((e) => {
      if (!parted.has(e.correction) || spaced.has(e.correction)) return e
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
  const quote = raw.text.slice(from, to)
  const rule = c.origin.kind === 'manual' ? null : c.origin
  if (!rule) throw new Error('a correction of the engine has a rule')
  const [before, after] = [raw.text.slice(Math.max(0, from - 8), from), raw.text.slice(to, to + 8)]
  return {
    // No occurrence that another finding may have: those are counted from 0.
    key: suggestionKey(rule.rule, quote, before, after, -1 - from),
    rule: rule.rule,
    version: rule.version,
    block: c.block,
    span: { from, to },
    quote,
    reason: c.reason,
    confidence: 0.5,
    fixes: [{ kind: 'edit', id: 'as-ruled', layer: c.layer, edits: c.edits }],
  }
}
