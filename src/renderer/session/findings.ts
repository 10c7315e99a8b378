import type { BlockId, Replacement, RuleId } from '../../core/corrections/correction.ts'
import { isRemark } from '../../core/carry/remark.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import { partsOf } from '../../core/corrections/parts.ts'
import { blockAt, type Document } from '../../core/document/document.ts'
import { blockEndingAt, blocksAround } from '../../core/document/verbs/behind.ts'
import type { NoteId } from '../../core/document/event.ts'
import type { Block, Fix, Suggestion } from '../../core/structure/block.ts'
import type { Span } from '../../core/text/offset.ts'
import { blockText } from './block-text.ts'
import { ownerOf, placeInBlock, readingOrder } from './reading-order.ts'

interface Place {
  readonly id: string
  /** Who owns the text by now. */
  readonly block: BlockId
  readonly span: Span
}

/** What waits for the editor: a suggestion, a reading that was applied and is queued for a look, a remark. */
export type Finding =
  | (Place & {
      readonly kind: 'suggestion'
      readonly suggestion: Suggestion
      /** It came up after the import and is not in the log yet. */
      readonly isFresh: boolean
    })
  | (Place & { readonly kind: 'reading'; readonly correction: Replacement })
  /** A decision of the earlier proof that could not be carried over: its note waits until it is taken away. */
  | (Place & { readonly kind: 'remark'; readonly note: NoteId; readonly text: string })

/** What was found in blocks that were changed since the import, and the rules that have looked for it. */
export interface Fresh {
  readonly suggestions: ReadonlyMap<BlockId, readonly Suggestion[]>
  readonly rules: ReadonlySet<RuleId>
}

/** Marked readings that nobody has looked at. */
export function isQueued(correction: unknown): correction is Replacement {
  const c = correction as Replacement | undefined
  return c?.kind === 'replace' && c.markedReading === true && c.origin.kind === 'rule'
}

const QUEUED = new WeakMap<Document['corrections'], readonly Replacement[]>()

/** The readings of a document that are queued for a look. Found once. */
export function queuedIn({ corrections }: Document): readonly Replacement[] {
  let queued = QUEUED.get(corrections)
  if (!queued) QUEUED.set(corrections, (queued = [...corrections.values()].filter(isQueued)))
  return queued
}

/**
 * All that waits, in reading order. `fresh` holds what the rules say now of blocks that were changed since the import: it
 * takes the place of what they said of those blocks then. What is as it was in `last` is the very same object, so that
 * nothing that shows it is drawn anew.
 */
export function collectFindings(
  doc: Document,
  fresh: Fresh,
  queued: ReadonlyMap<CorrectionId, Replacement>,
  last: ReadonlyMap<string, Finding> = new Map(),
): Finding[] {
  const out: Finding[] = []
  const put = (made: Finding): void => {
    const old = last.get(made.id)
    out.push(old && isSame(old, made) ? old : made)
  }
  const suggest = (suggestion: Suggestion, block: BlockId, isFresh: boolean): void =>
    put({ kind: 'suggestion', id: suggestion.key, block, span: suggestion.span, suggestion, isFresh })
  for (const suggestion of doc.suggestions.values()) {
    const block = ownerOf(doc, suggestion.span.from, suggestion.block)
    const now = block && fresh.suggestions.get(block.id)
    if (block && (!now || stillStands(doc, suggestion, block, now, fresh.rules)))
      suggest(suggestion, block.id, false)
  }
  for (const [block, suggestions] of fresh.suggestions)
    for (const suggestion of suggestions) if (!isKnown(doc, suggestion)) suggest(suggestion, block, true)
  for (const correction of queued.values()) {
    const [edit] = partsOf(correction)
    if (edit) put({ kind: 'reading', id: correction.id, block: edit.block, span: edit.span, correction })
  }
  for (const [note, { span, text }] of doc.notes) {
    const block = isRemark(note) ? blockAt(doc, span.from) : null
    if (block) put({ kind: 'remark', id: note, block: block.id, span, note, text })
  }
  return inReadingOrder(doc, out)
}

function isSame(a: Finding, b: Finding): boolean {
  if (a.block !== b.block) return false
  if (a.kind === 'reading') return b.kind === 'reading' && a.correction === b.correction
  if (a.kind === 'remark') return b.kind === 'remark' && a.text === b.text && a.span === b.span
  // A fresh one is made anew at each look, and says the same under the same name.
  return (
    b.kind === 'suggestion' &&
    a.isFresh === b.isFresh &&
    (a.isFresh ? isAlike(a.suggestion, b.suggestion) : a.suggestion === b.suggestion)
  )
}

function isAlike(a: Suggestion, b: Suggestion): boolean {
  return (
    a === b ||
    (a.span.from === b.span.from &&
      a.span.to === b.span.to &&
      JSON.stringify(a.fixes) === JSON.stringify(b.fixes))
  )
}

function isKnown(doc: Document, { key, span }: Suggestion): boolean {
  if (doc.suggestions.has(key) || doc.dismissed.has(key) || doc.accepted.has(key)) return true
  for (const kept of doc.asPrinted.values())
    if (kept.span.from < span.to && span.from < kept.span.to) return true
  return false
}

/** Does an old suggestion still say something of a block that was changed? */
function stillStands(
  doc: Document,
  old: Suggestion,
  block: Block,
  now: readonly Suggestion[],
  looking: ReadonlySet<RuleId>,
): boolean {
  if (looking.has(old.rule)) return now.some((s) => s.key === old.key)
  const [fix] = old.fixes
  if (fix?.kind === 'join') return blocksAround(doc, fix.at) !== null
  if (fix?.kind === 'split') return blockEndingAt(doc, fix.at) === null
  if (fix?.kind === 'role') return block.role !== fix.role
  return blockText(doc.raw, block).text.includes(old.quote)
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
  if (finding.kind === 'remark') return null
  if (finding.kind === 'suggestion') return finding.suggestion.rule
  return finding.correction.origin.kind === 'rule' ? finding.correction.origin.rule : null
}
