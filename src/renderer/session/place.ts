import type { BlockId } from '../../core/corrections/correction.ts'
import { blockAt, type Document } from '../../core/document/document.ts'
import { type CleanOffset, cleanOffset, type RawOffset, rawOffset } from '../../core/text/offset.ts'
import { blockText } from './block-text.ts'

/** Where the editor is: one place, in the words of both panes. */
export interface Place {
  readonly block: BlockId
  /** In the block's corrected text. */
  readonly clean: CleanOffset
  /** In the raw text. */
  readonly raw: RawOffset
}

/** The place of an offset in a block's corrected text; null where there is no such block any more. */
export function placeInText(doc: Document, id: BlockId, clean: number): Place | null {
  const block = doc.blocks.get(id)
  if (!block) return null
  const { mapping, text } = blockText(doc.raw, block)
  const at = cleanOffset(Math.min(Math.max(0, clean), text.length))
  return { block: id, clean: at, raw: mapping.toRaw(at, 1).at }
}

/** The place of a raw offset. Past the end of the text it is the end of the last block. */
export function placeInRaw(doc: Document, at: number): Place | null {
  const last = doc.raw.text.length - 1
  const raw = rawOffset(Math.min(Math.max(0, at), Math.max(0, last)))
  const block = blockAt(doc, raw)
  if (!block) return null
  const { mapping } = blockText(doc.raw, block)
  return { block: block.id, clean: mapping.toClean(raw, 1) ?? cleanOffset(0), raw }
}

/** The same place after the document has changed: the raw text stays where it is. */
export function placeAgain(doc: Document, place: Place): Place | null {
  const block = doc.blocks.get(place.block)
  if (block) {
    const clean = blockText(doc.raw, block).mapping.toClean(place.raw, 1)
    if (clean !== null) return { ...place, clean }
  }
  return placeInRaw(doc, place.raw)
}
