import type { Segment } from '../corrections/segment.ts'
import type { Span } from '../text/offset.ts'
import { rawSpan } from '../text/offset.ts'

/**
 * The raw text under a stretch of a block's corrected text (UTF-16, half-open), in reading order: several spans where it was
 * torn. What an edit typed is under the whole of what it replaced; what was taken out inside the stretch belongs to it, what
 * was taken out at its ends does not. `segments` are all of the block.
 */
export function rawSpans(segments: readonly Segment[], from: number, to: number): Span[] {
  const out: { from: number; to: number }[] = []
  let held: { from: number; to: number }[] = []
  const add = (a: number, b: number): void => {
    const last = out.at(-1)
    if (last?.to === a) last.to = b
    else out.push({ from: a, to: b })
  }
  let clean = 0
  for (const s of segments) {
    if (s.kind === 'mark') continue
    const length = s.kind === 'edit' ? s.insert.length : s.to - s.from
    const [start, end] = [clean, clean + length]
    clean = end
    if (length === 0) {
      if (out.length > 0 && start < to) held.push(s)
      continue
    }
    if (end <= from) continue
    if (start >= to) break
    for (const h of held) add(h.from, h.to)
    held = []
    if (s.kind === 'edit') add(s.from, s.to)
    else add(s.from + Math.max(0, from - start), s.from + Math.min(length, to - start))
  }
  return out.map((s) => rawSpan(s.from, s.to))
}
