import type { Correction, Layer } from '../../../core/corrections/correction.ts'
import type { CorrectionId } from '../../../core/corrections/edit.ts'
import type { Change, Diffable } from '../../../core/diff/change.ts'
import { hunks, type Shown } from '../../../core/diff/hunks.ts'
import { type Piece, piecesOf } from '../../../core/diff/pieces.ts'
import type { SidedPiece } from '../../../core/diff/rows.ts'
import { type Language, reasonText, ruleName } from '../../../core/messages.ts'
import type { Block } from '../../../core/structure/block.ts'

/** What is said of one correction. */
export interface ChangeFacts {
  readonly correction: Correction
  readonly layer: Layer
  /** The name of the rule that made it; null for one made by hand. */
  readonly rule: string | null
  /** Why, in a sentence; null for one made by hand. */
  readonly reason: string | null
  /** What it changes, with a little of the text around: one list for both sides. */
  readonly shown: readonly Shown[]
  /** It changes a number. */
  readonly figures: boolean
  /** Raw offsets where its text stands, and, for a move, where it is read: the end of the text before. */
  readonly from: number
  readonly to: number | null
}

/** Characters of context in the card. */
const CONTEXT = 16
/** Of a long change so much is shown in the card. */
const MOST = 90

/** `home` is the block in which it is met. */
export function changeFacts(
  source: Diffable,
  home: Block | undefined,
  id: CorrectionId,
  language: Language,
): ChangeFacts | null {
  const correction = source.corrections.get(id)
  if (!correction || !home) return null
  const { origin, reason, layer } = correction
  const isOwn = (change: Change): boolean => change.correction === id || change.moved === id
  const pieces = piecesOf(source, home)
  return {
    correction,
    layer,
    rule: origin.kind === 'manual' ? null : ruleName(origin.rule, language),
    reason: origin.kind === 'manual' ? null : reasonText(origin.rule, reason, language),
    shown: excerpt(pieces, home, isOwn),
    figures: pieces.some((p) => p.change?.figures && isOwn(p.change)),
    from: (correction.kind === 'move' ? correction.spans[0]?.from : correction.edits[0]?.span.from) ?? 0,
    to: correction.kind === 'move' ? correction.after : null,
  }
}

function excerpt(pieces: readonly Piece[], block: Block, isOwn: (change: Change) => boolean): Shown[] {
  const own = pieces.map((p) => p.change !== null && isOwn(p.change))
  if (!own.includes(true)) return []
  const sided = pieces.map((p): SidedPiece => ({ ...p, side: 'both', block: block.id }))
  const all = hunks(sided, isOwn, CONTEXT)
  const out: Shown[] = []
  let length = 0
  for (const item of all) {
    const size = item.kind === 'gap' ? 0 : Math.max(item.piece.before.length, item.piece.after.length)
    if (length > 0 && length + size > MOST) {
      out.push({ kind: 'gap', length: 0 })
      break
    }
    length += size
    out.push(item)
  }
  // The gaps at both ends only say that the text goes on.
  return out.filter((item, i) => item.kind === 'piece' || (i > 0 && i < out.length - 1))
}
