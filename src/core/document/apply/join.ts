import type { BlockId, Relocation } from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import type { Exchange } from '../../corrections/reanchor.ts'
import { ASIDE, type Block, type OwnedSpan, type Role } from '../../structure/block.ts'
import { rawSpan } from '../../text/offset.ts'
import type { Draft } from '../draft.ts'
import type { Joined, Merged } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { isEmpty, ownedSpan } from '../spans.ts'
import { add, withdraw } from './exchange.ts'
import { checkBlock, withHead } from './heads.ts'
import { allGo, rebuilt, rehome, settle, strayed } from './rehome.ts'
import { followRelocations, releaseRelocations } from './relocations.ts'

export function join(draft: Draft, event: Joined): Refusal | null {
  return (
    checkBlock(draft, event.second, event.at) ?? unite(draft, [event.first, event.second], event, event.move)
  )
}

export function merge(draft: Draft, { what }: Merged): Refusal | null {
  if (what.kind === 'entry') return dissolveEntry(draft, what)
  const last = what.blocks.at(-1)
  if (last === undefined || what.blocks.length < 2) return refusal('no-effect')
  return checkBlock(draft, last, what.at) ?? unite(draft, what.blocks, what, what.move)
}

/**
 * Makes one block of several: corrections are exchanged around the union, so that edits that would meet in
 * one place can be replaced by a single one, and the break between blocks can become a removed edit of the
 * whole.
 */
function unite(
  draft: Draft,
  ids: readonly BlockId[],
  { added, withdrawn }: Exchange,
  move: CorrectionId | undefined,
): Refusal | null {
  const bad = checkNeighbours(draft, ids, move !== undefined)
  if (bad) return bad
  if (move !== undefined && draft.corrections.has(move)) return refusal('id-taken', null, move)
  const gone = withdraw(draft, withdrawn)
  if (gone) return gone
  const blocks = ids.map((id) => draft.blocks.get(id))
  const first = blocks[0]
  if (!first || blocks.includes(undefined)) return refusal('no-such-block', null, ids[0])
  for (const other of blocks.slice(1) as Block[]) {
    const failed = append(draft, first.id, other, move)
    if (failed) return failed
  }
  followRelocations(draft, draft.blocks.get(first.id)!)
  return add(draft, added)
}

function append(draft: Draft, into: BlockId, block: Block, move: CorrectionId | undefined): Refusal | null {
  const target = draft.blocks.get(into)!
  const spans = block.spans.map((s) => (move === undefined || isEmpty(s) ? s : ownedSpan(s.from, s.to, move)))
  if (move !== undefined) relocate(draft, target, block.spans, move)
  rehome(draft, block.id, into, allGo(block.edits))
  draft.removeBlock(block.id)
  draft.order.take(block.id)
  const both = [...target.spans, ...spans]
  const stray = strayed(target.edits, target.spans, both) ?? strayed(block.edits, block.spans, both)
  if (stray !== null) return refusal('overlap', stray, block.id)
  return settle(draft, rebuilt(target, both, [...target.edits, ...block.edits]))
}

/** Writes down that text is read ahead of the captions that stand before it in the source. */
function relocate(draft: Draft, target: Block, spans: readonly OwnedSpan[], id: CorrectionId): void {
  const owned = spans.filter((s) => !isEmpty(s))
  if (owned.length === 0) return
  releaseRelocations(draft, owned)
  const known = draft.corrections.get(id)
  const before = known?.kind === 'move' ? known : null
  const relocation: Relocation = {
    kind: 'move',
    id,
    origin: { kind: 'manual' },
    layer: 'layout',
    reason: { key: 'joined' },
    spans: [...(before?.spans ?? []), ...owned.map((s) => rawSpan(s.from, s.to))],
    replaces: [...(before?.replaces ?? []), ...owned.map((s) => draft.raw.text.slice(s.from, s.to))],
    block: target.id,
    after: before ? before.after : target.spans.at(-1)!.to,
  }
  draft.corrections.set(id, relocation)
}

/**
 * In reading order, with nothing but asides between; a relocation is named exactly if some are more than
 * furniture.
 */
function checkNeighbours(draft: Draft, ids: readonly BlockId[], moves: boolean): Refusal | null {
  if (new Set(ids).size < ids.length) return refusal('no-effect', null, ids[0])
  let text = false
  for (let i = 0; i < ids.length; i++) {
    if (!draft.blocks.has(ids[i]!)) return refusal('no-such-block', null, ids[i])
    if (i === 0) continue
    for (let id = draft.order.after(ids[i - 1]!); id !== ids[i]; id = draft.order.after(id)) {
      const role = id === null ? null : draft.blocks.get(id)!.role
      if (id === null || role === null || !ASIDE.has(role)) return refusal('not-neighbours', null, ids[i])
      text ||= role !== 'furniture'
    }
  }
  return text === moves ? null : refusal('not-neighbours', null, ids.at(-1))
}

/** An entry's title is none: its blocks fall to the entry before. */
function dissolveEntry(draft: Draft, what: Extract<Merged['what'], { kind: 'entry' }>): Refusal | null {
  const bad = checkBlock(draft, what.title, what.at)
  if (bad) return bad
  const title = draft.blocks.get(what.title)!
  const wrong: readonly Role[] = ['title', 'heading', 'category', 'category-en']
  if (title.role !== 'title' || wrong.includes(what.role)) return refusal('wrong-role', what.at, title.id)
  for (let id = draft.order.before(title.id); id !== null; id = draft.order.before(id)) {
    const { role } = draft.blocks.get(id)!
    if (role === 'title') {
      draft.setBlock(withHead(title, { role: what.role }))
      return null
    }
    if (role === 'heading' || role.startsWith('category')) break
  }
  return refusal('not-neighbours', what.at, title.id)
}
