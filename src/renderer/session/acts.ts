import type { BlockId, Relocation, SuggestionKey } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import { partsOf } from '../../core/corrections/parts.ts'
import { blockAt, type Document } from '../../core/document/document.ts'
import type { DocumentEvent } from '../../core/document/event.ts'
import { type Refusal, refusal } from '../../core/document/refusal.ts'
import { startOf } from '../../core/document/spans.ts'
import { acceptFix } from '../../core/document/verbs/accept-fix.ts'
import { closeBreaks } from '../../core/document/verbs/close-breaks.ts'
import { joinBlocks } from '../../core/document/verbs/join-blocks.ts'
import { nextText } from '../../core/document/verbs/behind.ts'
import { partAtBreaks } from '../../core/document/verbs/part-at-breaks.ts'
import { retype } from '../../core/document/verbs/retype.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Role } from '../../core/structure/block.ts'
import { rawOffset, rawSpan, type Span } from '../../core/text/offset.ts'
import { slice } from '../../core/text/raw-text.ts'
import { blockText } from './block-text.ts'
import type { Finding } from './findings.ts'
import { hunksOf } from './hunks.ts'
import { lookAgain } from './look-again.ts'
import type { Names } from './names.ts'
import { type Act, doing } from './stroke.ts'

/** The verbs of the editor, as acts. */

type Made = Result<readonly DocumentEvent[], Refusal>

/** What a verb of core has made, as what an act returns. */
export function one(made: Result<DocumentEvent, Refusal>): Made {
  return made.ok ? ok([made.value]) : made
}

/** Writes a fresh suggestion down before something is said of it. */
function known(finding: Finding): Act[] {
  return finding.kind === 'suggestion' && finding.isFresh
    ? [doing({ type: 'found', suggestions: [finding.suggestion] })]
    : []
}

/** What was decided in the earlier proof was decided again, whichever way. */
function done({ note, span }: Extract<Finding, { kind: 'remark' }>): Act {
  return doing({ type: 'noted', note, span, text: '' })
}

export function accepting(finding: Finding, fix: string, names: Names): Act[] {
  if (finding.kind === 'reading') return confirming(finding.correction.id)
  if (finding.kind === 'remark') return [done(finding)]
  const made = { correction: names.correction(), move: names.correction(), created: names.block() }
  return [...known(finding), (doc) => one(acceptFix(doc, finding.suggestion.key, fix, made))]
}

/** What the engine did was looked at and found right: the editor answers for it from now on. */
export function confirming(id: CorrectionId): Act[] {
  return [
    (doc) => {
      const correction = doc.corrections.get(id)
      const all = correction?.kind === 'move' ? liftedWith(doc, correction).map((one) => one.id) : [id]
      const confirmed = all.filter((one) => one === id || doc.corrections.get(one)?.origin.kind === 'rule')
      return ok([{ type: 'corrected', added: [], withdrawn: [], confirmed }])
    },
  ]
}

export function rejecting(finding: Finding, note: string, names: Names): Act[] {
  if (finding.kind === 'reading') return reverting(finding.correction.id, names)
  if (finding.kind === 'remark') return [done(finding)]
  return [...known(finding), doing({ type: 'dismissed', suggestion: finding.suggestion.key, note })]
}

/** 照录: what stands in the raw text is right. A reading that was applied there goes. */
export function keepingAsPrinted(finding: Finding, names: Names): Act[] {
  const keep =
    (suggestions: readonly SuggestionKey[]): Act =>
    ({ raw }) => {
      // What is missing has no text of its own: then it is the character before it that stands as printed.
      const { from, to } = finding.span
      const span = from < to ? finding.span : rawSpan(Math.max(0, from - 1), from)
      return ok([{ type: 'as-printed', span, replaces: slice(raw, span), suggestions }])
    }
  if (finding.kind === 'suggestion') return [...known(finding), keep([finding.suggestion.key])]
  if (finding.kind === 'remark') return [keep([]), done(finding)]
  return [...reverting(finding.correction.id, names), keep([])]
}

/**
 * Takes a correction back. What its rule would at once propose again in its place is turned down with it: that the editor
 * does not want it has just been said. Lines that it had joined are paragraphs of their own then.
 */
export function reverting(id: CorrectionId, names: Names): Act[] {
  let lifted: readonly Span[] = []
  let places: readonly { readonly block: BlockId; readonly from: number; readonly to: number }[] = []
  let joints: readonly Span[] = []
  return [
    (doc) => {
      const correction = doc.corrections.get(id)
      if (correction?.kind === 'move') {
        const all = liftedWith(doc, correction)
        lifted = all.flatMap(({ spans }) => spans)
        return ok([{ type: 'corrected', added: [], withdrawn: all.map((one) => one.id) }])
      }
      // A suggestion that was accepted is open again by itself: there the editor goes back to the question.
      if (correction?.kind === 'replace' && correction.origin.kind === 'rule')
        places = partsOf(correction).map(({ block, span }) => ({ block, from: span.from, to: span.to }))
      if (correction?.kind === 'replace') joints = correction.edits.map(({ span }) => span)
      return ok([{ type: 'corrected', added: [], withdrawn: [id] }])
    },
    (doc) => {
      const [first] = lifted
      const host = first && blockAt(doc, first.from)
      const closed = host && closeBreaks(doc, host.id, lifted, names.correction())
      return ok(closed ? [closed] : [])
    },
    (doc) => {
      const suggestions = [...new Set(places.map((p) => p.block))].flatMap((id) => {
        const block = doc.blocks.get(id)
        if (!block) return []
        return lookAgain(doc, block).filter(
          ({ key, span }) =>
            places.some((p) => p.block === id && p.from <= span.to && span.from <= p.to) &&
            ![doc.suggestions, doc.accepted, doc.dismissed].some((table) => table.has(key)),
        )
      })
      if (suggestions.length === 0) return ok([])
      return ok([
        { type: 'found', suggestions },
        ...suggestions.map(({ key }) => ({ type: 'dismissed', suggestion: key, note: '' }) as const),
      ])
    },
    (doc) => ok(partAtBreaks(doc, joints, () => names.block())),
  ]
}

/** A caption and its credits fell into the sentence together, were lifted out of it together, and go back together. */
function liftedWith(doc: Document, move: Relocation): Relocation[] {
  const roleOf = ({ block }: Relocation): Role | undefined => doc.blocks.get(block)?.role
  const all = [move]
  for (let first = move; roleOf(first) === 'credit';) {
    const before = movedAt(doc, Math.min(...first.spans.map((s) => s.from)) - 1)
    if (!before || all.includes(before)) break
    all.unshift((first = before))
  }
  for (let last = move; ;) {
    const after = movedAt(doc, Math.max(...last.spans.map((s) => s.to)))
    if (!after || all.includes(after) || roleOf(after) !== 'credit') return all
    all.push((last = after))
  }
}

/** What has moved the raw character at `at`. */
function movedAt(doc: Document, at: number): Relocation | null {
  const owner = at < 0 ? null : blockAt(doc, rawOffset(at))
  const id = owner?.spans.find((s) => s.from <= at && at < s.to)?.moved
  const correction = id === undefined ? undefined : doc.corrections.get(id)
  return correction?.kind === 'move' ? correction : null
}

/** A paragraph was typed anew: one correction for each stretch that is different now, from the end, so that offsets hold. */
export function retyping(doc: Document, block: BlockId, text: string, names: Names): Act[] {
  const found = doc.blocks.get(block)
  if (!found) return [() => err(refusal('no-such-block', null, block))]
  return hunksOf(blockText(doc.raw, found).text, text)
    .reverse()
    .map((hunk): Act => (now) => {
      const made = retype(now, block, hunk, names.correction())
      return made.ok ? ok(made.value ? [made.value] : []) : made
    })
}

/** With the block after it, past captions and furniture that stand between. */
export function joining(block: BlockId, names: Names): Act {
  const made = { correction: names.correction(), move: names.correction() }
  return (doc) => {
    const next = nextText(doc, block)
    return next ? one(joinBlocks(doc, block, next, made)) : err(refusal('not-neighbours', null, block))
  }
}

export function settingRole(block: BlockId, role: Role, level?: number): Act {
  return (doc) => {
    const found = doc.blocks.get(block)
    if (!found) return err(refusal('no-such-block', null, block))
    const depth = role === 'heading' && level !== undefined && level > 1 ? { level } : {}
    return ok([{ type: 'role-set', block, at: startOf(found), role, ...depth }])
  }
}
