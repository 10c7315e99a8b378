import type { BlockId, Replacement, SuggestionKey } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { type Part, partsOf, withParts } from '../../corrections/parts.ts'
import type { Exchange } from '../../corrections/reanchor.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Block, Fix, Suggestion } from '../../structure/block.ts'
import { type RawOffset, rawSpan, type Span } from '../../text/offset.ts'
import { slice } from '../../text/raw-text.ts'
import { blockAt, type Document } from '../document.ts'
import type { Corrected, Joined, RoleSet, Split } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { holder, startOf } from '../spans.ts'
import { blocksAround } from './behind.ts'
import { joinBlocks, type JoinNames } from './join-blocks.ts'

/** Names for what a fix may bring into the world; which of them are used is seen in the event. */
export interface FixNames extends JoinNames {
  readonly created: BlockId
}

/**
 * The event that settles an open suggestion by one of its fixes. Errors: no such suggestion or fix; text that
 * has changed since in a way that the fix does not cover.
 */
export function acceptFix(
  doc: Document,
  key: SuggestionKey,
  fixId: string,
  names: FixNames,
): Result<Corrected | Split | Joined | RoleSet, Refusal> {
  const suggestion = doc.suggestions.get(key)
  const fix = suggestion?.fixes.find((f) => f.id === fixId)
  if (!suggestion || !fix) return err(refusal('no-such-suggestion', null, key))
  switch (fix.kind) {
    case 'edit': {
      const exchange = editFix(doc, suggestion, fix, names.correction)
      return exchange.ok ? ok({ type: 'corrected', ...exchange.value, accepts: key }) : exchange
    }
    case 'split': {
      const block = blockAt(doc, fix.at)
      if (!block) return err(refusal('not-owned', fix.at))
      return ok({ type: 'split', block: block.id, at: fix.at, created: names.created, accepts: key })
    }
    case 'join': {
      const around = blocksAround(doc, fix.at)
      if (!around) return err(refusal('not-owned', fix.at))
      const joined = joinBlocks(doc, around[0].id, around[1].id, names)
      return joined.ok ? ok({ ...joined.value, accepts: key }) : joined
    }
    case 'role': {
      const block = blockAt(doc, suggestion.span.from)
      if (!block) return err(refusal('not-owned', suggestion.span.from))
      return ok({ type: 'role-set', block: block.id, at: startOf(block), role: fix.role, accepts: key })
    }
  }
}

type EditFix = Extract<Fix, { kind: 'edit' }>

/** Edits of the fix take the place of those they cover; one that they cut makes the fix stale. */
function editFix(
  doc: Document,
  { key, rule, version, block: found, reason }: Suggestion,
  fix: EditFix,
  id: CorrectionId,
): Result<Exchange, Refusal> {
  const parts: Part[] = []
  const covered = new Map<CorrectionId, Span[]>()
  for (const { span, insert } of fix.edits) {
    const block = holdingBlock(doc, found, span)
    if (!block) return err(refusal('not-owned', span.from, found))
    for (const edit of block.edits) {
      const { from, to } = edit.span
      // An insertion right at a border of the fix is not covered by it.
      const covers =
        from === to
          ? (span.from < from && from < span.to) || (span.from === from && span.to === from)
          : span.from <= from && to <= span.to
      if (covers) {
        covered.set(edit.correction, [...(covered.get(edit.correction) ?? []), edit.span])
      } else if (from < span.to && span.from < to) return err(refusal('overlap', from, edit.correction))
    }
    // Typed text that the fix takes out again leaves nothing behind: its correction goes, and no other comes.
    if (span.from === span.to && insert === '') continue
    parts.push({ span: rawSpan(span.from, span.to), insert, replaces: slice(doc.raw, span), block: block.id })
  }
  const added: Replacement[] = []
  for (const [name, spans] of covered) {
    const old = doc.corrections.get(name)
    if (old?.kind !== 'replace') continue
    const rest = partsOf(old).filter((p) => !spans.some((s) => s.from === p.span.from && s.to === p.span.to))
    const left = withParts(old, rest)
    if (left) added.push(left)
  }
  const shell: Replacement = {
    kind: 'replace',
    id,
    origin: { kind: 'accepted', rule, version, suggestion: key },
    layer: fix.layer,
    reason,
    block: found,
    edits: [],
    replaces: [],
    ...(fix.markedReading ? { markedReading: true as const } : {}),
    ...(fix.rejoined ? { rejoined: true as const } : {}),
  }
  const made = withParts(shell, parts)
  if (!made && covered.size === 0) return err(refusal('no-effect', null, key))
  return ok({ added: made ? [...added, made] : added, withdrawn: [...covered.keys()] })
}

/** The block that owns all of a fix's span: the one where it was found, as long as it still does. */
function holdingBlock(doc: Document, found: BlockId, { from, to }: Span): Block | null {
  const candidates = [
    doc.blocks.get(found),
    blockAt(doc, from),
    from > 0 ? blockAt(doc, (from - 1) as RawOffset) : null,
  ]
  return candidates.find((b) => b && holder(b.spans, from, to) >= 0) ?? null
}
