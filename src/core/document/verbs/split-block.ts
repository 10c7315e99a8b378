import type { BlockId } from '../../corrections/correction.ts'
import { cleanLength, type Segment } from '../../corrections/segment.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Role } from '../../structure/block.ts'
import { correctedText, segments } from '../../structure/segments.ts'
import { type CleanOffset, rawOffset } from '../../text/offset.ts'
import { characterLength } from '../../text/surrogates.ts'
import type { Document } from '../document.ts'
import type { Split } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { step } from '../replay.ts'
import { findBlock } from './ground.ts'

/**
 * The event that cuts a block in two at an offset of its corrected text, strictly inside it. `created` names
 * the second part, which takes the role of the first unless `role` is given. Errors: no such block, an offset
 * at the ends or inside a character, or one inside text typed between two edits that no raw offset can part.
 */
export function splitBlock(
  doc: Document,
  block: BlockId,
  at: CleanOffset,
  created: BlockId,
  role?: Role,
): Result<Split, Refusal> {
  const found = findBlock(doc, block)
  if (!found.ok) return found
  const text = correctedText(doc.raw, found.value)
  if (!(at > 0 && at < text.length)) return err(refusal('out-of-range', null, block))
  const place = rawPlace(doc.raw.text, segments(doc.raw, found.value), at)
  const event: Split = { type: 'split', block, created, ...place, ...(role === undefined ? {} : { role }) }
  // Where a move has put spans out of order, a raw offset can mean the wrong border: look at what comes of
  // it.
  const after = step(doc, { seq: doc.seq + 1, at: '', by: '', event })
  if (!after.ok) return err(after.error)
  const first = correctedText(doc.raw, after.value.blocks.get(block)!)
  return first === text.slice(0, at) || role !== undefined
    ? ok(event)
    : err(refusal('not-owned', event.at, block))
}

/** The raw offset for a place in corrected text, and how much of an insertion cut there stays before it. */
function rawPlace(text: string, pieces: readonly Segment[], at: number): Pick<Split, 'at' | 'cut'> {
  let clean = 0
  for (const piece of pieces) {
    const length = cleanLength(piece)
    if (length > 0 && at < clean + length) {
      const inside = at - clean
      if (piece.kind === 'kept') return { at: rawOffset(piece.from + inside) }
      if (piece.from === piece.to) return { at: rawOffset(piece.from), cut: inside }
      if (inside === 0) return { at: rawOffset(piece.from) }
      return { at: rawOffset(piece.from + characterLength(text, piece.from)), cut: inside }
    }
    clean += length
  }
  throw new RangeError(`no place ${at} in ${clean} units of corrected text`)
}
