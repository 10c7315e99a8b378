import { partsOf } from '../../corrections/parts.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { rawSpan } from '../../text/offset.ts'
import type { Draft } from '../draft.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { keyOfStretch } from '../suggestion-key.ts'

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
    const suggestion = keyOfStretch(rule, text, span ?? rawSpan(0, 0), 0)
    draft.corrections.set(id, { ...correction, origin: { kind: 'accepted', rule, version, suggestion } })
  }
  return null
}
