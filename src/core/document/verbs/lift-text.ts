import type { BlockId } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { cleanLength } from '../../corrections/segment.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Role } from '../../structure/block.ts'
import { segments } from '../../structure/segments.ts'
import { type CleanOffset, rawSpan, type Span } from '../../text/offset.ts'
import { slice } from '../../text/raw-text.ts'
import type { Document } from '../document.ts'
import type { Lifted } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { holder, sideAt, touches } from '../spans.ts'
import { findBlock } from './ground.ts'

/** What the caller decides of a lift. */
export interface LiftTo {
  readonly created: BlockId
  readonly correction: CorrectionId
  readonly role: Role
  readonly place: Lifted['place']
}

/**
 * The event that lifts a selection of corrected text into a block of its own. The selection is widened to
 * whole edits, since inserted text has no raw place that could be parted. Errors: no such block, a selection
 * without raw text, typed text at a border of ownership without the raw text that it stands beside.
 */
export function liftText(
  doc: Document,
  block: BlockId,
  selection: Span<CleanOffset>,
  { created, correction, role, place }: LiftTo,
): Result<Lifted, Refusal> {
  const found = findBlock(doc, block)
  if (!found.ok) return found
  const { spans: owned } = found.value
  const spans: { from: number; to: number; owner: number }[] = []
  const typed: { at: number; correction: CorrectionId }[] = []
  let ahead: number | null = null
  let clean = 0
  for (const piece of segments(doc.raw, found.value)) {
    const start = clean
    const end = (clean += cleanLength(piece))
    if (!(start < selection.to && end > selection.from && start < end)) continue
    const last = spans.at(-1)
    if (piece.kind === 'edit' && piece.from === piece.to) {
      typed.push({ at: piece.from, correction: piece.correction })
      // What was removed between it and the raw text that is lifted goes along, or it would be left behind.
      if (last && last.to <= piece.from && piece.from <= owned[last.owner]!.to) last.to = piece.from
      else ahead = piece.from
      continue
    }
    const kept = piece.kind === 'kept'
    const to = kept ? piece.to - Math.max(0, end - selection.to) : piece.to
    const owner = holder(owned, piece.from, to)
    let from = kept ? piece.from + Math.max(0, selection.from - start) : piece.from
    if (ahead !== null && owned[owner]!.from <= ahead && ahead <= from) from = ahead
    ahead = null
    // What was removed inside the selection goes along, ownership borders stay.
    if (last?.owner === owner && last.to <= from) last.to = to
    else spans.push({ from, to, owner })
  }
  if (spans.length === 0) return err(refusal('no-effect', null, block))
  const raw = spans.map((s) => rawSpan(s.from, s.to))
  const alone = typed.find(({ at }) => !raw.some((s) => touches(s, at, sideAt(owned, at))))
  if (alone) return err(refusal('not-owned', alone.at, alone.correction))
  return ok({
    type: 'lifted',
    block,
    spans: raw,
    replaces: raw.map((s) => slice(doc.raw, s)),
    created,
    role,
    place,
    correction,
    reason: { key: 'lifted' },
    along: [...new Set(typed.map((t) => t.correction))],
  })
}
