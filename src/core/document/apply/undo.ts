import { type BlockEdit, withEdits, withoutEdits } from '../../corrections/edit.ts'
import type { Block } from '../../structure/block.ts'
import type { Draft } from '../draft.ts'
import type { Undone } from '../event.ts'
import { type BlockCell, type Change, inverse, isNothing } from '../past.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { sameValue } from '../same-value.ts'
import { holder, sameSpans } from '../spans.ts'

/**
 * Takes back one event.
 *
 * Not only the last one: an editor reverts a single change from a list of many, and a strict stack would make
 * them lose what they did since. It is sound because each event has left a list of all cells that it changed:
 * it can be turned round exactly when each of them still holds what the event left there. The last event
 * always can be. What a later event has touched again is refused as `changed-since`; that one has to be taken
 * back first.
 */
export function undo(draft: Draft, { seq: target }: Undone): Refusal | null {
  const past = draft.past.get(target)
  if (!past) return refusal('no-such-event', null, String(target))
  if (past.undone) return refusal('already-undone', null, String(target))
  // The analysis changed nothing: there is nothing to go back to.
  if (isNothing(past.change)) return refusal('no-effect', null, String(target))
  return turnRound(draft, inverse(past.change))
}

/**
 * Keeps the account of which events are in force: to undo an undoing puts the event before it in force again.
 */
export function markUndone(draft: Draft, target: number): void {
  let undone = true
  for (let seq: number | null = target; seq !== null; undone = !undone) {
    const past = draft.past.get(seq)
    if (!past) return
    draft.past.set(seq, { ...past, undone })
    seq = past.undoes
  }
}

function turnRound(draft: Draft, { cells, blocks, order }: Change): Refusal | null {
  for (const { table, key, before, after } of cells) {
    if (!sameValue(draft.table(table).get(key), before)) return refusal('changed-since', null, String(key))
    draft.table(table).set(key, after)
  }
  for (const cell of blocks) {
    const bad = turnBlock(draft, cell)
    if (bad) return bad
  }
  for (const { kind, id, after } of order) {
    const done = kind === 'put' ? draft.order.put(id, after) : draft.order.take(id)
    if (!done) return refusal('changed-since', null, id)
  }
  // A later event may have edited text that its block is about to lose.
  for (const { kind, id } of blocks) {
    const block = kind === 'spans' ? draft.blocks.get(id) : undefined
    if (block?.edits.some((e) => holder(block.spans, e.span.from, e.span.to) < 0))
      return refusal('changed-since', null, id)
  }
  return null
}

function turnBlock(draft: Draft, cell: BlockCell): Refusal | null {
  const now = draft.blocks.get(cell.id)
  const changed = refusal('changed-since', null, cell.id)
  if (cell.kind === 'whole') {
    if (cell.before ? !now || !sameBlock(now, cell.before) : now) return changed
    if (cell.after) draft.setBlock(cell.after)
    else draft.removeBlock(cell.id)
    return null
  }
  if (!now) return changed
  switch (cell.kind) {
    case 'head': {
      const { role, decidedBy, level } = cell.before
      if (now.role !== role || now.decidedBy !== decidedBy || now.level !== level) return changed
      draft.setBlock({ id: now.id, ...cell.after, spans: now.spans, edits: now.edits })
      return null
    }
    case 'spans':
      if (!sameSpans(now.spans, cell.before)) return changed
      draft.setBlock({ ...now, spans: cell.after })
      return null
    case 'edits':
      return turnEdits(draft, now, cell)
  }
}

function turnEdits(
  draft: Draft,
  now: Block,
  { removed, added }: Extract<BlockCell, { kind: 'edits' }>,
): Refusal | null {
  const changed = refusal('changed-since', null, now.id)
  // Two edits of a block never stand at one place.
  const gone = new Map(removed.map((e) => [placeOf(e), e]))
  const rest = withoutEdits(now.edits, (e) => sameValue(gone.get(placeOf(e)), e))
  if (rest.length !== now.edits.length - gone.size) return changed
  // Ownership, turned back before (see the order of cells), must have room for what returns.
  if (added.some((e) => holder(now.spans, e.span.from, e.span.to) < 0)) return changed
  const edits = withEdits(rest, added)
  if (!edits.ok) return changed
  draft.setBlock({ ...now, edits: edits.value })
  return null
}

function sameBlock(a: Block, b: Block): boolean {
  return (
    a.role === b.role &&
    a.decidedBy === b.decidedBy &&
    a.level === b.level &&
    sameSpans(a.spans, b.spans) &&
    sameValue(a.edits, b.edits)
  )
}

function placeOf({ span }: BlockEdit): string {
  return `${span.from}-${span.to}`
}
