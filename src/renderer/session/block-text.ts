import { type Mapping, mapping } from '../../core/corrections/mapping.ts'
import type { Block } from '../../core/structure/block.ts'
import { type Segment, segments } from '../../core/structure/segments.ts'
import type { RawText } from '../../core/text/raw-text.ts'

/** What a block says as corrected so far, and the way back to the raw text. */
export interface BlockText {
  readonly segments: readonly Segment[]
  /** Without structural marks. */
  readonly text: string
  readonly mapping: Mapping
}

/** Blocks never change, a changed one is another: what was read of one holds as long as it is there. */
const READ = new WeakMap<Block, BlockText>()

export function blockText(raw: RawText, block: Block): BlockText {
  const known = READ.get(block)
  if (known) return known
  const pieces = segments(raw, block)
  let text = ''
  for (const s of pieces) {
    if (s.kind === 'kept') text += raw.text.slice(s.from, s.to)
    else if (s.kind === 'edit') text += s.insert
  }
  const made: BlockText = { segments: pieces, text, mapping: mapping(pieces, block.spans[0].from) }
  READ.set(block, made)
  return made
}
