import type { BlockId } from '../../corrections/correction.ts'
import type { Block, Role } from '../../structure/block.ts'
import type { Draft } from '../draft.ts'
import type { Promoted, RoleSet } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { startOf } from '../spans.ts'

/** Deepest heading that a book may have: HTML and TEI writers number six. */
const DEEPEST = 6

/** Is there such a block, and does it start where the event says? */
export function checkBlock(draft: Draft, id: BlockId, at: number): Refusal | null {
  const block = draft.blocks.get(id)
  if (!block) return refusal('no-such-block', null, id)
  return startOf(block) === at ? null : refusal('wrong-place', startOf(block), id)
}

/** A level belongs to headings, and 1 is not written. */
export function headFor(role: Role, level: number | undefined): { role: Role; level?: number } | Refusal {
  if (level === undefined || (role === 'heading' && level === 1)) return { role }
  if (role !== 'heading') return refusal('wrong-role')
  return Number.isInteger(level) && level > 1 && level <= DEEPEST ? { role, level } : refusal('out-of-range')
}

/** The block with another role, decided by the editor. */
export function withHead(block: Block, head: { role: Role; level?: number }): Block {
  return { id: block.id, ...head, decidedBy: 'editor', spans: block.spans, edits: block.edits }
}

export function setRole(draft: Draft, { block: id, at, role, level }: RoleSet): Refusal | null {
  const bad = checkBlock(draft, id, at)
  if (bad) return bad
  const head = headFor(role, level)
  if ('reason' in head) return head
  const block = draft.blocks.get(id)!
  if (block.role === role && block.level === head.level && block.decidedBy === 'editor')
    return refusal('no-effect', at, id)
  draft.setBlock(withHead(block, head))
  return null
}

export function promote(draft: Draft, { block: id, at, level }: Promoted): Refusal | null {
  const bad = checkBlock(draft, id, at)
  if (bad) return bad
  const block = draft.blocks.get(id)!
  if (block.role !== 'heading') return refusal('wrong-role', at, id)
  if ((block.level ?? 1) === level) return refusal('no-effect', at, id)
  const head = headFor('heading', level)
  if ('reason' in head) return head
  draft.setBlock(withHead(block, head))
  return null
}
