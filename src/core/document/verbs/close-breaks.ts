import type { BlockId, Replacement } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { segments } from '../../structure/segments.ts'
import { rawSpan, type Span } from '../../text/offset.ts'
import { slice } from '../../text/raw-text.ts'
import type { Document } from '../document.ts'
import type { Corrected } from '../event.ts'
import { glueOf } from './join-blocks.ts'

/**
 * The event that takes line breaks out of the running text of a block, as far as they stand in these raw spans: what was
 * lifted out of a sentence and is put back brings along the break of its own line. Null where there is none.
 */
export function closeBreaks(
  doc: Document,
  block: BlockId,
  spans: readonly Span[],
  name: CorrectionId,
): Corrected | null {
  const found = doc.blocks.get(block)
  if (!found) return null
  const { text } = doc.raw
  const edits: Replacement['edits'][number][] = []
  for (const { kind, from, to } of segments(doc.raw, found)) {
    if (kind !== 'kept') continue
    for (const span of spans) {
      const lo = Math.max(from, span.from)
      for (const { index, 0: gap } of text.slice(lo, Math.min(to, span.to)).matchAll(/\s*[\n\f]\s*/gu)) {
        const at = rawSpan(lo + index, lo + index + gap.length)
        edits.push({ span: at, insert: glueOf(text.charCodeAt(at.from - 1), text.charCodeAt(at.to)) })
      }
    }
  }
  if (edits.length === 0) return null
  const closed: Replacement = {
    kind: 'replace',
    id: name,
    origin: { kind: 'manual' },
    layer: 'layout',
    reason: { key: 'joined' },
    block,
    edits,
    replaces: edits.map(({ span }) => slice(doc.raw, span)),
  }
  return { type: 'corrected', added: [closed], withdrawn: [] }
}
