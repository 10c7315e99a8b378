import type { BlockId, Replacement, SuggestionKey } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { Document } from '../../core/document/document.ts'
import type { DocumentEvent, NoteId } from '../../core/document/event.ts'
import type { Refusal } from '../../core/document/refusal.ts'
import { refusal } from '../../core/document/refusal.ts'
import { startOf } from '../../core/document/spans.ts'
import { suggestionKey } from '../../core/document/suggestion-key.ts'
import { acceptFix } from '../../core/document/verbs/accept-fix.ts'
import { joinBlocks } from '../../core/document/verbs/join-blocks.ts'
import { retype } from '../../core/document/verbs/retype.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Block, Role, Suggestion } from '../../core/structure/block.ts'
import { type RawOffset, rawSpan, type Span } from '../../core/text/offset.ts'
import { slice } from '../../core/text/raw-text.ts'
import { blockText } from './block-text.ts'
import type { Finding } from './findings.ts'
import { hunksOf } from './hunks.ts'
import { lookAgain } from './look-again.ts'
import type { Names } from './names.ts'
import type { Act } from './stroke.ts'

/** What each verb of the editor does, as acts. Verbs that core has as they are stand in the session. */

const always =
  (event: DocumentEvent): Act =>
  () =>
    ok(event)

/** Writes a fresh suggestion down before something is said of it. */
function known(finding: Finding): Act[] {
  return finding.kind === 'suggestion' && finding.isFresh
    ? [always({ type: 'found', suggestions: [finding.suggestion] })]
    : []
}

export function acceptActs(finding: Finding, fix: string, names: Names): Act[] {
  if (finding.kind === 'reading') return [(doc) => confirm(doc, finding.correction)]
  const made = { correction: names.correction(), move: names.correction(), created: names.block() }
  return [...known(finding), (doc) => acceptFix(doc, finding.suggestion.key, fix, made)]
}

/** A reading that was looked at and found right goes on as one that the editor has accepted. */
function confirm({ raw, corrections }: Document, { id }: Replacement): Result<DocumentEvent, Refusal> {
  const correction = corrections.get(id)
  if (correction?.kind !== 'replace' || correction.origin.kind !== 'rule')
    return err(refusal('no-such-correction', null, id))
  const { rule, version } = correction.origin
  const { from, to } = correction.edits[0]!.span
  const { text } = raw
  const suggestion = suggestionKey(rule, text.slice(from, to), text.slice(from - 8, from), text.slice(to, to + 8), 0)
  const confirmed: Replacement = { ...correction, origin: { kind: 'accepted', rule, version, suggestion } }
  return ok({ type: 'corrected', added: [confirmed], withdrawn: [id] })
}

export function rejectActs(finding: Finding, note: string): Act[] {
  if (finding.kind === 'reading') return revertActs(finding.correction.id)
  const { key } = finding.suggestion
  return [...known(finding), always({ type: 'dismissed', suggestion: key, note })]
}

/** 照录: what stands in the raw text is right. A reading that was applied there goes. */
export function asPrintedActs(finding: Finding): Act[] {
  const keep = (suggestions: readonly SuggestionKey[]): Act => {
    return ({ raw }) => {
      // What is missing has no text of its own: then it is the character before it that stands as printed.
      const { from, to } = finding.span
      const span = from < to ? finding.span : rawSpan(Math.max(0, from - 1), from)
      return ok({ type: 'as-printed', span, replaces: slice(raw, span), suggestions })
    }
  }
  if (finding.kind === 'suggestion') return [...known(finding), keep([finding.suggestion.key])]
  return [...revertActs(finding.correction.id), keep([])]
}

/**
 * Takes a correction back. What the rules would at once propose again in its place is turned down with it: that the editor
 * does not want it has just been said.
 */
export function revertActs(id: CorrectionId): Act[] {
  let again: Suggestion[] = []
  return [
    always({ type: 'corrected', added: [], withdrawn: [id] }),
    (doc) => {
      again = []
      return ok(null)
    },
  ].concat()
}

export function revertStroke(doc: Document, id: CorrectionId): Act[] {
  return revertActs(id)
}
