import type { BlockId, Correction, SuggestionKey } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import { partsOf } from '../corrections/parts.ts'
import type { Block, Suggestion } from '../structure/block.ts'
import type { Document } from './document.ts'
import { checkParts } from './from-analysis.ts'
import { sameSpans } from './spans.ts'

/** What is otherwise in an analysis of which something was taken back. */
export interface Amendment {
  /** With other edits, or another role. */
  readonly blocks: readonly Block[]
  /** Replacements with other edits, or, undefined, gone. */
  readonly corrections: ReadonlyMap<CorrectionId, Correction | undefined>
  /** Added. */
  readonly suggestions: readonly Suggestion[]
}

/**
 * The document of the amended analysis, as `fromAnalysis` makes it, for the price of what is amended: the rest was found
 * right when `doc` was made, and is not checked again. Null where the amendment is wrong, or reaches further than that: a
 * block that is not there or owns other text, a correction with an edit in a block that is not amended.
 */
export function amended(doc: Document, { blocks, corrections, suggestions }: Amendment): Document | null {
  const others = new Map<BlockId, Block>(blocks.map((b) => [b.id, b]))
  const now = doc.corrections.with(corrections)
  for (const id of corrections.keys()) {
    const before = doc.corrections.get(id)
    if (before?.kind !== 'replace' || !partsOf(before).every((p) => others.has(p.block))) return null
  }
  const named = new Set<CorrectionId>()
  for (const { id, spans } of others.values()) {
    const before = doc.blocks.get(id)
    if (!before || !sameSpans(before.spans, spans)) return null
    for (const { correction } of before.edits) if (now.has(correction)) named.add(correction)
  }
  const part = { blocks, corrections: [...named].map((id) => now.get(id)!), suggestions, pages: [] }
  if (checkParts(doc.raw, part, { blocks: others, corrections: now })) return null
  const added = new Map<SuggestionKey, Suggestion>(suggestions.map((s) => [s.key, s]))
  const isTaken = [...added.keys()].some((key) => doc.suggestions.has(key))
  if (isTaken || others.size < blocks.length || added.size < suggestions.length) return null
  return {
    ...doc,
    blocks: doc.blocks.with(others),
    corrections: now,
    suggestions: doc.suggestions.with(added),
  }
}
