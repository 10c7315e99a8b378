import type { BlockId } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { reanchor, type TextChange } from '../../corrections/reanchor.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Document } from '../document.ts'
import type { Corrected } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { findBlock, groundOf } from './ground.ts'

/**
 * The event of a person's change in a block's corrected text; null where the change changes nothing. `change`
 * counts corrected text. Errors: no such block, a span out of range or inside a character, ill-formed text
 * (`at` is then an offset of corrected text, so it is left out here).
 */
export function retype(
  doc: Document,
  block: BlockId,
  change: TextChange,
  id: CorrectionId,
): Result<Corrected | null, Refusal> {
  const found = findBlock(doc, block)
  if (!found.ok) return found
  const signed = { id, reason: { key: 'typed' } }
  const exchange = reanchor(groundOf(doc.raw, found.value), doc.corrections, change, signed)
  if (!exchange.ok) return err(refusal(exchange.error.kind, null, block))
  const { added, withdrawn } = exchange.value
  if (added.length === 0 && withdrawn.length === 0) return ok(null)
  return ok({ type: 'corrected', added, withdrawn })
}
