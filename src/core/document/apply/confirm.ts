import { partsOf } from '../../corrections/parts.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import type { Draft } from '../draft.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { suggestionKey } from '../suggestion-key.ts'

/** What the engine has done goes on as what it has proposed and the editor accepted. */
export function confirm(draft: Draft, ids: readonly CorrectionId[]): Refusal | null {
  const { text } = draft.raw
  for (const id of ids) {
    const correction = draft.corrections.get(id)
    if (!correction) return refusal('no-such-correction', null, id)
    const { origin } = correction
    if (origin.kind !== 'rule') return refusal('no-effect', null, id)
    const { rule, version } = origin
    const [span] =
      correction.kind === 'move' ? correction.spans : partsOf(correction).map((part) => part.span)
    const { from, to } = span ?? { from: 0, to: 0 }
    const before = text.slice(Math.max(0, from - 8), from)
    const suggestion = suggestionKey(rule, text.slice(from, to), before, text.slice(to, to + 8), 0)
    draft.corrections.set(id, { ...correction, origin: { kind: 'accepted', rule, version, suggestion } })
  }
  return null
}
