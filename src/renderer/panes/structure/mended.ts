import type { Document } from '../../../core/document/document.ts'
import type { Block } from '../../../core/structure/block.ts'

/** How many layout corrections these blocks carry: joins, spaces that went, text that is read elsewhere. */
export function mendedIn(doc: Document, blocks: readonly Block[]): number {
  const ids = new Set<string>()
  for (const { edits, spans } of blocks) {
    for (const { correction } of edits)
      if (doc.corrections.get(correction)?.layer === 'layout') ids.add(correction)
    for (const { moved } of spans) if (moved !== undefined) ids.add(moved)
  }
  return ids.size
}
