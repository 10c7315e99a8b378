import type { Correction } from '../../../core/corrections/correction.ts'
import { partsOf } from '../../../core/corrections/parts.ts'
import type { Document } from '../../../core/document/document.ts'
import { type Language, reasonText, RULE_METAS } from '../../../core/messages.ts'
import type { Preview } from './preview.ts'

const AROUND = 10

/** What a correction did: the raw text, and what stands there now. A correction in several places shows the first. */
export function correctionPreview(doc: Document, correction: Correction): Preview {
  const { text } = doc.raw
  if (correction.kind === 'move') {
    const [span] = correction.spans
    if (!span) return { lead: '', before: '', after: '', trail: '' }
    const moved = text.slice(span.from, span.to).trim()
    return { lead: '', before: moved, after: moved, trail: '' }
  }
  const parts = partsOf(correction)
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return { lead: '', before: '', after: '', trail: '' }
  return {
    lead: text.slice(Math.max(0, first.span.from - AROUND), first.span.from).replace(/\s+/gu, ''),
    before: parts.map((p) => p.replaces).join('…'),
    after: parts.map((p) => p.insert).join('…'),
    trail: text.slice(last.span.to, last.span.to + AROUND).replace(/\s+/gu, ''),
  }
}

/** The rule that signs it, in words; null for the editor's own. */
export function ruleTitle(correction: Correction, language: Language): string | null {
  const { origin } = correction
  return origin.kind === 'manual' ? null : (RULE_METAS.get(origin.rule)?.title[language] ?? origin.rule)
}

export function reasonOf(correction: Correction, language: Language): string | null {
  const { origin, reason } = correction
  return origin.kind === 'manual' ? null : reasonText(origin.rule, reason, language)
}
