import type { Correction, Layer } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Segment } from '../corrections/segment.ts'
import type { Block } from '../structure/block.ts'
import { segments } from '../structure/segments.ts'
import { cleanOffset, rawSpan } from '../text/offset.ts'
import type { Change, ChangeKind, Diffable } from './change.ts'
import { changesFigures } from './figures.ts'

/** A stretch of a block's raw text with what stands for it in the corrected text. */
export interface Piece {
  /** Raw offsets. */
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
  /** Null where both are the same and stand at the same place. */
  readonly change: Change | null
}

/**
 * A block's text in reading order, each owned character in one piece. The pieces' `after` spell its corrected text
 * (for furniture: nothing), their `before` all raw text that it owns.
 */
export function piecesOf(source: Diffable, block: Block): Piece[] {
  return block.role === 'furniture' ? furniture(source, block) : running(source, block)
}

/** The places of one block where raw and corrected text differ, in reading order. */
export function changesOf(source: Diffable, block: Block): Change[] {
  return piecesOf(source, block).flatMap((p) => p.change ?? [])
}

/** All places of the book where raw and corrected text differ, in reading order. Linear. */
export function bookChanges(source: Diffable): Change[] {
  return source.blocks.flatMap((block) => changesOf(source, block))
}

/** The same changes as they lie in the raw text. Of those at one place an insertion comes first. */
export function inRawOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
}

function running({ raw, corrections }: Diffable, block: Block): Piece[] {
  const walked = segments(raw, block)
  const texts = walked.map((s) =>
    s.kind === 'mark' ? '' : s.kind === 'edit' ? s.insert : raw.text.slice(s.from, s.to),
  )
  const clean = texts.join('')
  let at = 0
  return walked.map((segment, i): Piece => {
    const { from, to } = segment
    const before = raw.text.slice(from, to)
    const after = texts[i]!
    const start = at
    at += after.length
    if (segment.kind === 'kept' && segment.moved === null) return { from, to, before, after, change: null }
    const correction =
      segment.kind === 'edit' ? segment.correction : segment.kind === 'kept' ? segment.moved : null
    const layer = correction === null ? 'layout' : layerOf(corrections.get(correction), correction)
    const change: Change = {
      key: `${block.id}:${from}-${to}`,
      kind: kindOf(segment, layer, before),
      layer,
      correction,
      block: block.id,
      span: rawSpan(from, to),
      before,
      after,
      clean: cleanOffset(start),
      moved: segment.moved,
      figures:
        segment.kind === 'edit' &&
        changesFigures(clean.slice(Math.max(0, start - 64), start), before, after, clean.slice(at, at + 64)),
    }
    return { from, to, before, after, change }
  })
}

/** Nothing of it is read; what was corrected in it is named all the same, since the book's list of corrections does. */
function furniture({ raw, corrections }: Diffable, block: Block): Piece[] {
  return segments(raw, block).map((segment): Piece => {
    const { from, to, moved } = segment
    const before = raw.text.slice(from, to)
    const correction = segment.kind === 'edit' ? segment.correction : null
    const layer = correction === null ? 'layout' : layerOf(corrections.get(correction), correction)
    const change: Change = {
      key: `${block.id}:${from}-${to}`,
      kind: 'furniture',
      layer,
      correction,
      block: block.id,
      span: rawSpan(from, to),
      before,
      after: '',
      clean: cleanOffset(0),
      moved,
      figures: false,
    }
    return { from, to, before, after: '', change }
  })
}

function layerOf(correction: Correction | undefined, id: CorrectionId): Layer {
  if (!correction) throw new Error(`the blocks name correction ${id}, and there is none`)
  return correction.layer
}

function kindOf(segment: Segment, layer: Layer, before: string): ChangeKind {
  if (segment.kind === 'mark') return 'structural'
  if (segment.kind === 'kept') return 'moved'
  if (segment.from === segment.to) return 'inserted'
  if (layer === 'layout' && /[\n\f\u0085\u2028\u2029]/.test(before)) return 'joined'
  return segment.insert === '' ? 'removed' : 'replaced'
}
