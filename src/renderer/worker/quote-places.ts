import type { BlockId } from '../../core/corrections/correction.ts'
import { blocksOf, type Document } from '../../core/document/document.ts'
import { rawSpans } from '../../core/structure/raw-spans.ts'
import { correctedText, segments } from '../../core/structure/segments.ts'

/** A finding's second quote and the block of its first. */
export interface QuoteQuery {
  readonly block: BlockId
  readonly quotes: readonly [string, string]
}

/**
 * Where the second quotes stand, as raw offsets: the place nearest to the first quote in reading order. Null where it stands
 * nowhere any more. Where both quotes are one, that is the first one's own place.
 */
export function quotePlaces(doc: Document, queries: readonly QuoteQuery[]): (number | null)[] {
  const blocks = blocksOf(doc)
  const texts = blocks.map((b) => (b.role === 'furniture' ? '' : correctedText(doc.raw, b)))
  const order = new Map(blocks.map((b, i) => [b.id, i]))
  return queries.map(({ block, quotes: [, second] }) => {
    const home = order.get(block) ?? 0
    for (let distance = 0; distance < blocks.length; distance++) {
      for (const i of distance === 0 ? [home] : [home + distance, home - distance]) {
        const found = blocks[i]
        const at = texts[i]?.indexOf(second) ?? -1
        if (!found || at < 0) continue
        return rawSpans(segments(doc.raw, found), at, at + second.length)[0]?.from ?? null
      }
    }
    return null
  })
}
