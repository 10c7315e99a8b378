import type { BlockId, Replacement, RuleId } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import { partsOf } from '../../core/corrections/parts.ts'
import { blockAt, type Document } from '../../core/document/document.ts'
import { RULES } from '../../core/rules/index.ts'
import type { Block, Fix, Suggestion } from '../../core/structure/block.ts'
import { type RawOffset, rawOffset, type Span } from '../../core/text/offset.ts'
import { blockText } from './block-text.ts'
import { ownerOf, placeInBlock, readingOrder } from './reading-order.ts'

interface Place {
  readonly id: string
  /** Who owns the text by now. */
  readonly block: BlockId
  readonly span: Span
}

/** What waits for the editor: a suggestion, or a reading that was applied and is queued for a look. */
export type Finding =
  | (Place & {
      readonly kind: 'suggestion'
      readonly suggestion: Suggestion
      /** It came up after the import and is not in the log yet. */
      readonly isFresh: boolean
    })
  | (Place & { readonly kind: 'reading'; readonly correction: Replacement })

const TEXT_RULES: ReadonlySet<RuleId> = new Set(RULES.map((rule) => rule.id))

/** Marked readings that nobody has looked at. */
export function isQueued(correction: unknown): correction is Replacement {
  const c = correction as Replacement | undefined
  return c?.kind === 'replace' && c.markedReading === true && c.origin.kind === 'rule'
}

/**
 * All that waits, in reading order. `fresh` holds what the rules say now of blocks that were changed since the import: it
 * takes the place of what they said of those blocks then.
 */
export function collectFindings(
  doc: Document,
  fresh: ReadonlyMap<BlockId, readonly Suggestion[]>,
  queued: ReadonlyMap<CorrectionId, Replacement>,
): Finding[] {
  const out: Finding[] = []
  for (const suggestion of doc.suggestions.values()) {
    const block = ownerOf(doc, suggestion.span.from, suggestion.block)
    if (!block) continue
    const now = fresh.get(block.id)
    if (now && !stillStands(doc, suggestion, block, now)) continue
    out.push({
      kind: 'suggestion',
      id: suggestion.key,
      block: block.id,
      span: suggestion.span,
      suggestion,
      isFresh: false,
    })
  }
  for (const [block, suggestions] of fresh)
    for (const suggestion of suggestions)
      if (!isKnown(doc, suggestion))
        out.push({
          kind: 'suggestion',
          id: suggestion.key,
          block,
          span: suggestion.span,
          suggestion,
          isFresh: true,
        })
  for (const correction of queued.values()) {
    const [edit] = partsOf(correction)
    if (edit) out.push({ kind: 'reading', id: correction.id, block: edit.block, span: edit.span, correction })
  }
  return inReadingOrder(doc, out)
}

function isKnown(doc: Document, { key, span }: Suggestion): boolean {
  if (doc.suggestions.has(key) || doc.dismissed.has(key) || doc.accepted.has(key)) return true
  for (const kept of doc.asPrinted.values())
    if (kept.span.from < span.to && span.from < kept.span.to) return true
  return false
}

/** Does an old suggestion still say something of a block that was changed? */
function stillStands(doc: Document, old: Suggestion, block: Block, now: readonly Suggestion[]): boolean {
  if (TEXT_RULES.has(old.rule)) return now.some((s) => s.key === old.key)
  const [fix] = old.fixes
  if (fix?.kind === 'split' || fix?.kind === 'join')
    return fix.kind === 'join' ? isBorder(doc, fix.at) : !isBorder(doc, fix.at)
  if (fix?.kind === 'role') return block.role !== fix.role
  return blockText(doc.raw, block).text.includes(old.quote)
}

function isBorder(doc: Document, at: RawOffset): boolean {
  return at > 0 && blockAt(doc, rawOffset(at - 1))?.id !== blockAt(doc, at)?.id
}

function inReadingOrder(doc: Document, findings: Finding[]): Finding[] {
  const order = readingOrder(doc)
  const keyed = findings.map((finding) => {
    const block = doc.blocks.get(finding.block)
    return {
      finding,
      block: order.get(finding.block) ?? 0,
      at: block ? placeInBlock(block, finding.span.from) : 0,
    }
  })
  keyed.sort((a, b) => a.block - b.block || a.at - b.at || (a.finding.id < b.finding.id ? -1 : 1))
  return keyed.map(({ finding }) => finding)
}

export function fixesOf(finding: Finding): readonly Fix[] {
  return finding.kind === 'suggestion' ? finding.suggestion.fixes : []
}

export function ruleOf(finding: Finding): RuleId | null {
  if (finding.kind === 'suggestion') return finding.suggestion.rule
  return finding.correction.origin.kind === 'rule' ? finding.correction.origin.rule : null
}
