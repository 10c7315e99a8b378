import type { Relocation } from '../../corrections/correction.ts'
import type { Block, OwnedSpan } from '../../structure/block.ts'
import type { Draft } from '../draft.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { ownedSpan } from '../spans.ts'
import { divide, rebuilt, rehome, settle, strayed } from './rehome.ts'

/**
 * Puts text that a relocation has moved back to where it stands in the raw text:
 * - into the block that it tore in two, where the same block stands on both sides of it, whatever else fell into the same
 *   gap: the credit of a caption, a running head;
 * - else a block that was moved as a whole is read where it stands, after the block before it;
 * - else it becomes a part of the text before it, or after it, furniture only where there is nothing else.
 * The record itself is left to the caller.
 */
export function bringHome(draft: Draft, relocation: Relocation): Refusal | null {
  for (const block of [...holdersOf(draft, relocation)]) {
    const bad = bringBlockHome(draft, block.id, relocation)
    if (bad) return bad
  }
  return null
}

function holdersOf(draft: Draft, { id, block }: Relocation): Block[] {
  const own = draft.blocks.get(block)
  const out = [...draft.blocks.values()].filter((b) => b !== own && b.spans.some((s) => s.moved === id))
  return own ? [own, ...out] : out
}

function bringBlockHome(draft: Draft, id: Block['id'], relocation: Relocation): Refusal | null {
  // Looked up anew each time: with one piece gone, its neighbours may have become one.
  for (;;) {
    const block = draft.blocks.get(id)
    const piece = block?.spans.filter((s) => s.moved === relocation.id).sort((a, b) => a.from - b.from)[0]
    if (!block || !piece) return null
    const torn = tornBy(draft, piece)
    const before = torn ?? (piece.from > 0 ? draft.ownerOf(piece.from - 1) : null)
    const after = torn ?? draft.ownerOf(piece.to)
    if (!torn && block.spans.every((s) => s.moved === relocation.id)) return placeBlock(draft, block, before)
    const running = (b: Block | null): boolean => b !== null && b.role !== 'furniture'
    const host = torn || running(before) ? before : running(after) ? after : (before ?? after)
    const bad = host ? handOver(draft, block, piece, host) : refusal('not-owned', piece.from)
    if (bad) return bad
  }
}

/** The block that reads on past this text, where one does. */
function tornBy(draft: Draft, piece: OwnedSpan): Block | null {
  const before = runningBeside(draft, piece.from, -1)
  return before && before.id === runningBeside(draft, piece.to, 1)?.id ? before : null
}

/** Who owns the nearest raw text in this direction that is no furniture and stands where it is read. */
function runningBeside(draft: Draft, from: number, step: -1 | 1): Block | null {
  for (let at = from; ;) {
    const place = step === 1 ? at : at - 1
    const owner = place < 0 ? null : draft.ownerOf(place)
    const span = owner?.spans.find((s) => s.from <= place && place < s.to)
    if (!owner || !span) return null
    if (owner.role !== 'furniture' && span.moved === undefined) return owner
    at = step === 1 ? span.to : span.from
  }
}

/** The whole block is read right after the one that stands before it in the raw text. */
function placeBlock(draft: Draft, block: Block, before: Block | null): Refusal | null {
  const spans = block.spans.map((s) => ownedSpan(s.from, s.to, undefined))
  const now = rebuilt(block, spans, block.edits)
  if (!now.ok) return now.error
  draft.setBlock(now.value)
  if (before?.id === block.id) return null
  draft.order.take(block.id)
  return draft.order.put(block.id, before?.id ?? null) ? null : refusal('no-such-block', null, block.id)
}

/** Gives one owned span, its edits with it, to the block that owns the raw text beside it. */
function handOver(draft: Draft, block: Block, piece: OwnedSpan, host: Block): Refusal | null {
  const rest = block.spans.filter((s) => s !== piece)
  const home = ownedSpan(piece.from, piece.to, undefined)
  if (host.id === block.id) {
    const spans = insertHome(rest, home)
    const stray = strayed(block.edits, block.spans, spans)
    if (stray !== null) return refusal('overlap', stray, block.id)
    return settle(draft, rebuilt(block, spans, block.edits))
  }
  const { stay, go, fragments } = divide(block, rest, [piece], new Set())
  rehome(draft, block.id, host.id, fragments)
  const spans = insertHome(host.spans, home)
  const stray = strayed(go, [piece], spans) ?? strayed(host.edits, host.spans, spans)
  if (stray !== null) return refusal('overlap', stray, host.id)
  const bad = settle(draft, rebuilt(host, spans, [...host.edits, ...go]))
  if (bad) return bad
  if (rest.length > 0) return settle(draft, rebuilt(block, rest, stay))
  draft.removeBlock(block.id)
  draft.order.take(block.id)
  return null
}

/** After the span that ends where the piece starts, else before the one that starts where it ends, else into the gap. */
function insertHome(spans: readonly OwnedSpan[], piece: OwnedSpan): OwnedSpan[] {
  const before = spans.findIndex((s) => s.to === piece.from && s.from < s.to)
  if (before >= 0) return spans.toSpliced(before + 1, 0, piece)
  const after = spans.findIndex((s) => s.from === piece.to && s.from < s.to)
  if (after >= 0) return spans.toSpliced(after, 0, piece)
  const gap = spans.findLastIndex((s) => s.moved === undefined && s.from < s.to && s.to <= piece.from)
  return spans.toSpliced(gap + 1, 0, piece)
}
