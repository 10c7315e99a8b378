import type { BlockId, Correction, Relocation } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import { editList } from '../corrections/edit.ts'
import { ruleId } from '../rules/rule.ts'
import { rawOffset, rawSpan } from '../text/offset.ts'
import type { Block, OwnedSpan, Role } from './block.ts'
import { isAside, type Draft } from './draft.ts'
import { doubleRemoval, joinCorrection } from './joins.ts'
import type { Doubt, Piece, Question } from './piece.ts'

interface Building {
  readonly role: Role
  readonly pieces: Piece[]
  level: number
}

/** What of a block could be read otherwise: the break past the raw offset `to`, or the piece as a whole. */
export interface OpenPiece {
  readonly block: BlockId
  readonly from: number
  readonly to: number
  readonly doubt: Doubt | Question
  readonly fix: 'split' | 'join' | 'remove' | null
}

export interface Assembled {
  readonly blocks: Block[]
  readonly corrections: Correction[]
  readonly open: OpenPiece[]
}

/** Blocks in reading order with the joins inside them, from pieces whose roles and breaks are decided. */
export function assemble(draft: Draft): Assembled {
  const order = withRelocated(group(draft))
  const corrections: Correction[] = []
  const open: OpenPiece[] = []
  const blocks = order.map((b) => build(draft, b, corrections, open))
  if (blocks.length === 0 && draft.text.length > 0) {
    const all = rawSpan(0, draft.text.length)
    blocks.push({ id: blockId(0), role: 'paragraph', decidedBy: 'engine', spans: [all], edits: [] as never })
  }
  return { blocks, corrections, open }
}

/** Pieces to blocks, in raw order but for torn contributors, which are read where their bracket closes. */
function group(draft: Draft): Building[] {
  const order: Building[] = []
  let text: Building | null = null
  const open: Partial<Record<Role, Building>> = {}
  const of = new Map<Piece, Building>()
  const anchors = new Set<Piece>()
  for (const p of draft.pieces) if (p.relocation?.where === 'append') anchors.add(p.relocation.anchor)
  for (const p of draft.pieces) {
    if (p.relocation?.where === 'append') {
      of.get(p.relocation.anchor)?.pieces.push(p)
      continue
    }
    const role = p.role ?? 'paragraph'
    const running = p.role === null || p.role === 'list'
    if (running && text) {
      text.pieces.push(p)
      if (anchors.has(p)) of.set(p, text)
    } else if (p.continues && open[role]) {
      open[role].pieces.push(p)
      if (anchors.has(p)) of.set(p, open[role])
      // Torn: it is read where its bracket closes.
      if (role === 'contributor' && open[role].pieces[0]!.relocation) order.push(open[role])
    } else {
      const b: Building = { role, pieces: [p], level: p.level }
      if (anchors.has(p)) of.set(p, b)
      open[role] = b
      if (running) text = b
      const waits = p.relocation?.where === 'before' && role === 'contributor'
      if (!waits) order.push(b)
    }
    if (running && p.breakAfter?.kind !== 'join') text = null
    if (!running && !isAside(p.role) && !p.relocation && !p.continues) text = null
  }
  return order
}

const NONE: readonly Building[] = []

/** Displaced category titles go before the heading that they head; without one in the text, to the front, the last first. */
function withRelocated(order: readonly Building[]): readonly Building[] {
  const isMoved = (b: Building): boolean => b.role.startsWith('category') && b.pieces[0]!.relocation !== null
  const moved = order.filter(isMoved)
  if (moved.length === 0) return order
  const rest = order.filter((b) => !isMoved(b))
  const anchors = new Set(moved.map((b) => b.pieces[0]!.relocation!.anchor))
  const headings = rest.map((b) => b.pieces[0]!).filter((p) => anchors.has(p))
  const before = new Map(headings.map((p): [Piece, Building[]] => [p, []]))
  const front: Building[] = []
  for (const b of moved) (before.get(b.pieces[0]!.relocation!.anchor) ?? front).push(b)
  const out = front.reverse()
  for (const b of rest) out.push(...(before.get(b.pieces[0]!) ?? NONE), b)
  return out
}

function build(draft: Draft, b: Building, corrections: Correction[], open: OpenPiece[]): Block {
  const id = blockId(b.pieces[0]!.start)
  for (const p of b.pieces) {
    const { from, to, doubt, question } = p
    if (doubt) open.push({ block: id, from, to, doubt, fix: p.breakAfter?.kind === 'end' ? 'join' : 'split' })
    if (question) open.push({ block: id, from, to, doubt: question, fix: question.remove ? 'remove' : null })
  }
  const edits: BlockEdit[] = []
  for (let i = 1; i < b.pieces.length; i++) {
    const join = joinCorrection(draft, id, b.role, b.pieces[i - 1]!, b.pieces[i]!)
    if (!join) continue
    corrections.push(join)
    for (const { span, insert } of join.edits) edits.push({ span, insert, correction: join.id })
  }
  b.pieces.forEach((p, i) => {
    if (!p.isDouble) return
    const removal = doubleRemoval(draft, id, p, b.pieces[i - 1])
    corrections.push(removal)
    for (const e of removal.edits) edits.push({ ...e, correction: removal.id })
  })
  const moved = relocation(draft, id, b)
  if (moved) corrections.push(moved)
  const spans = ownedBy(b, moved)
  const list = editList(edits)
  if (!list.ok) throw new Error(`joins overlap in ${id}`)
  return {
    id,
    role: b.role,
    decidedBy: 'engine',
    ...(b.role === 'heading' && b.level > 1 ? { level: b.level } : {}),
    spans,
    edits: list.value,
  }
}

/** What a block owns, in reading order: pieces that touch are one span. */
function ownedBy(b: Building, moved: Relocation | null): Block['spans'] {
  const spans: OwnedSpan[] = []
  let from = b.pieces[0]!.start
  let to = from
  let tag: CorrectionId | undefined
  const close = (): void => {
    if (to > from) spans.push({ ...rawSpan(from, to), ...(tag ? { moved: tag } : {}) })
  }
  for (const p of b.pieces) {
    const own = p.relocation && moved ? moved.id : undefined
    if (p.start !== to || own !== tag) {
      close()
      from = p.start
      tag = own
    }
    to = p.end
  }
  close()
  return spans as [OwnedSpan, ...OwnedSpan[]]
}

/** The record of what of this block is read elsewhere than where it stands; null where nothing is. */
function relocation(draft: Draft, block: BlockId, b: Building): Relocation | null {
  const moved = b.pieces.filter((p) => p.relocation)
  const first = moved[0]
  if (!first) return null
  const { rule, reason, anchor, where } = first.relocation!
  return {
    kind: 'move',
    id: `${rule}@${first.start}` as CorrectionId,
    origin: { kind: 'rule', rule: ruleId(rule), version: 1 },
    layer: 'layout',
    reason,
    spans: moved.map((p) => rawSpan(p.start, p.end)),
    replaces: moved.map((p) => draft.text.slice(p.start, p.end)),
    block,
    after: where === 'before' ? null : rawOffset(anchor.end),
  }
}

/** The id of the block whose first owned raw character is at `start`: unique, since ownership is. */
function blockId(start: number): BlockId {
  return `b${start}` as BlockId
}
