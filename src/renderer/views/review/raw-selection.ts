import { blockAt, type Document } from '../../../core/document/document.ts'
import { isBlank } from '../../../core/text/characters.ts'
import { rawOffset } from '../../../core/text/offset.ts'
import { blockText } from '../../session/block-text.ts'
import type { Selection } from '../../session/cursor.svelte.ts'

/**
 * A selection of raw text as one of corrected text: of the block where it begins, and as far as that goes. Null where
 * nothing of it is in the corrected text.
 */
export function selectionInRaw(doc: Document, { from, to }: { from: number; to: number }): Selection | null {
  let lo = from
  let hi = to
  while (lo < hi && isBlank(doc.raw.text.charCodeAt(lo))) lo++
  while (hi > lo && isBlank(doc.raw.text.charCodeAt(hi - 1))) hi--
  const block = lo < hi ? blockAt(doc, rawOffset(lo)) : null
  const span = block?.spans.find((s) => s.from <= lo && lo < s.to)
  if (!block || !span) return null
  const { mapping } = blockText(doc.raw, block)
  const start = mapping.toClean(rawOffset(lo), 1)
  const end = mapping.toClean(rawOffset(Math.min(hi, span.to)), -1)
  return start !== null && end !== null && start < end
    ? { block: block.id, span: { from: start, to: end } }
    : null
}
