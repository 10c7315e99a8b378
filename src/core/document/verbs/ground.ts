import type { BlockId } from '../../corrections/correction.ts'
import { NO_EDITS } from '../../corrections/edit.ts'
import type { Ground } from '../../corrections/reanchor.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Block } from '../../structure/block.ts'
import { segments } from '../../structure/segments.ts'
import type { RawText } from '../../text/raw-text.ts'
import type { Document } from '../document.ts'
import { type Refusal, refusal } from '../refusal.ts'

/** A block as a change of its corrected text needs it. */
export function groundOf(raw: RawText, block: Block): Ground {
  return {
    raw,
    block: block.id,
    spans: block.spans,
    segments: segments(raw, block),
    bare: segments(raw, { ...block, edits: NO_EDITS }),
  }
}

export function findBlock(doc: Document, id: BlockId): Result<Block, Refusal> {
  const block = doc.blocks.get(id)
  return block ? ok(block) : err(refusal('no-such-block', null, id))
}
