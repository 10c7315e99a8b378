import type { Correction } from '../../../core/corrections/correction.ts'
import { withoutEdits } from '../../../core/corrections/edit.ts'
import type { Document } from '../../../core/document/document.ts'
import { type Language, reasonText, ruleName } from '../../../core/messages.ts'
import { correctedText } from '../../../core/structure/segments.ts'
import { blockText } from '../../session/block-text.ts'
import { between, type Preview } from './preview.ts'

const NOTHING: Preview = { lead: '', before: '', after: '', trail: '' }

/** What a correction did to the text: how it would read without it, and how it reads. */
export function correctionPreview(doc: Document, correction: Correction): Preview {
  const block = doc.blocks.get(correction.block)
  if (!block) return NOTHING
  if (correction.kind === 'move') {
    const moved = correction.replaces.join('').trim()
    return { ...NOTHING, before: moved, after: moved }
  }
  const edits = withoutEdits(block.edits, (edit) => edit.correction === correction.id)
  return between(correctedText(doc.raw, { ...block, edits }), blockText(doc.raw, block).text)
}

/** The rule that signs it, in words; null for the editor's own. */
export function ruleTitle(correction: Correction, language: Language): string | null {
  const { origin } = correction
  return origin.kind === 'manual' ? null : ruleName(origin.rule, language)
}

export function reasonOf(correction: Correction, language: Language): string | null {
  const { origin, reason } = correction
  return origin.kind === 'manual' ? null : reasonText(origin.rule, reason, language)
}
