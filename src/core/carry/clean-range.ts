import { cleanSpan } from '../corrections/reanchor.ts'
import { cleanLength } from '../corrections/segment.ts'
import type { Block } from '../structure/block.ts'
import { segments } from '../structure/segments.ts'
import type { CleanOffset, Span } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'

/**
 * The corrected text of a block that stands for a stretch of raw text, which may reach beyond the block. Null where a
 * border of the stretch cuts a correction, or the block is not read in the order in which it is printed.
 */
export function cleanRange(raw: RawText, block: Block, { from, to }: Span): Span<CleanOffset> | null {
  const sorted = block.spans.every((span, i) => i === 0 || block.spans[i - 1]!.to <= span.from)
  if (!sorted) return null
  const pieces = segments(raw, block)
  const cleanAt = (offset: number): number | null => {
    let clean = 0
    for (const piece of pieces) {
      if (piece.to <= offset) clean += cleanLength(piece)
      else if (piece.from < offset) {
        if (piece.kind === 'edit') return null
        return piece.kind === 'kept' ? clean + offset - piece.from : clean
      }
    }
    return clean
  }
  const [start, end] = [cleanAt(from), cleanAt(to)]
  return start === null || end === null || end < start ? null : cleanSpan(start, end)
}
