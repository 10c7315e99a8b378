import type { Layer } from '../../../core/corrections/correction.ts'
import { blockAt, type Document } from '../../../core/document/document.ts'
import type { Block, Role } from '../../../core/structure/block.ts'
import { isBlank } from '../../../core/text/characters.ts'
import { rawOffset } from '../../../core/text/offset.ts'
import { blockText } from '../../session/block-text.ts'

/** What became of a stretch of raw text. */
export interface Fate {
  readonly from: number
  readonly to: number
  /** `kept` and `mark` stand as they are, `gone` was taken out, `replaced` reads otherwise now. */
  readonly kind: 'kept' | 'mark' | 'gone' | 'replaced'
  /** Of a change: what it touches. */
  readonly layer: Layer | null
  readonly block: Block
  /** It is read elsewhere than where it stands. */
  readonly isMoved: boolean
}

/** The fate of each character in `[from, to)`, in raw order. */
export function* fatesIn(doc: Document, from: number, to: number): Generator<Fate> {
  for (let at = from; at < to;) {
    const block = blockAt(doc, rawOffset(at))
    const span = block?.spans.find((s) => s.from <= at && at < s.to)
    if (!block || !span) return
    const end = Math.min(to, span.to)
    for (const s of blockText(doc.raw, block).segments) {
      const lo = Math.max(at, s.from)
      const hi = Math.min(end, s.to)
      if (lo >= hi) continue
      const isMoved = s.moved !== null
      if (s.kind === 'edit') {
        const layer = doc.corrections.get(s.correction)?.layer ?? null
        yield { from: lo, to: hi, kind: s.insert.trim() === '' ? 'gone' : 'replaced', layer, block, isMoved }
      } else yield { from: lo, to: hi, kind: s.kind, layer: null, block, isMoved }
    }
    at = end
  }
}

/** What a line is: the role of its first character that shows. Null for a blank line. */
export function roleOfLine(doc: Document, from: number, to: number): { role: Role; block: Block } | null {
  for (let at = from; at < to; at++) {
    if (isBlank(doc.raw.text.charCodeAt(at))) continue
    const block = blockAt(doc, rawOffset(at))
    return block && { role: block.role, block }
  }
  return null
}
