import type { BlockId, Replacement } from '../../corrections/correction.ts'
import { type BlockEdit, type CorrectionId, editList } from '../../corrections/edit.ts'
import { layerOf } from '../../corrections/layer.ts'
import { type Part, partsOf, withParts } from '../../corrections/parts.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Block, OwnedSpan } from '../../structure/block.ts'
import { correctedText, segments } from '../../structure/segments.ts'
import { isDigit, isLatin } from '../../text/characters.ts'
import { type RawOffset, rawSpan, type Span } from '../../text/offset.ts'
import type { RawText } from '../../text/raw-text.ts'
import { slice } from '../../text/raw-text.ts'
import type { Document } from '../document.ts'
import type { Joined, Merged } from '../event.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { holder, sideAt, startOf, tidy } from '../spans.ts'
import { findBlock } from './ground.ts'

/** Names for what a join brings into the world; which of them are used is seen in the event. */
export interface JoinNames {
  readonly correction: CorrectionId
  readonly move: CorrectionId
}

/**
 * The event that makes two neighbours one: breaks and brackets that were structure at the border become
 * removed edits of one manual correction; between two Latin letters or two digits a space is left, since
 * nobody has said that they are one word, one number. Errors: unknown blocks, blocks that are no neighbours.
 */
export function joinBlocks(
  doc: Document,
  first: BlockId,
  second: BlockId,
  names: JoinNames,
): Result<Joined, Refusal> {
  const union = uniteBlocks(doc, [first, second], names)
  return union.ok ? ok({ type: 'joined', first, second, ...union.value }) : union
}

/** The same for two or more neighbours in reading order, as one event. */
export function mergeBlocks(
  doc: Document,
  blocks: readonly BlockId[],
  names: JoinNames,
): Result<Merged, Refusal> {
  const union = uniteBlocks(doc, blocks, names)
  return union.ok ? ok({ type: 'merged', what: { kind: 'blocks', blocks, ...union.value } }) : union
}

interface Union {
  readonly at: RawOffset
  readonly added: readonly Replacement[]
  readonly withdrawn: readonly CorrectionId[]
  readonly move?: CorrectionId
}

function uniteBlocks(doc: Document, ids: readonly BlockId[], names: JoinNames): Result<Union, Refusal> {
  const blocks: Block[] = []
  for (const id of ids) {
    const found = findBlock(doc, id)
    if (!found.ok) return found
    blocks.push(found.value)
  }
  const [first, second] = blocks
  const last = blocks.at(-1)
  if (!first || !second || !last) return err(refusal('no-effect'))
  const from = doc.order.indexOf(first.id)
  const between = doc.order
    .slice(from, Math.max(from, doc.order.indexOf(last.id)))
    .filter((id) => !ids.includes(id))
  const moves = between.some((id) => doc.blocks.get(id)!.role !== 'furniture')

  const spans = tidy(
    blocks.flatMap((b, i) =>
      b.spans.map((s): OwnedSpan => (moves && i > 0 ? { ...s, moved: names.move } : s)),
    ),
  )
  if (!spans) return err(refusal('overlap', startOf(second), second.id))
  const { edits, meeting } = partMeeting(blocks)
  const list = editList(edits)
  if (!list.ok) return err(refusal('overlap', list.error.edits[1].span.from, list.error.edits[1].correction))
  const whole: Block = { ...first, spans, edits: list.value }

  const put = [
    ...meeting.map((m) => ({ span: m.span, insert: m.insert })),
    ...closing(doc.raw, blocks, whole),
  ]
  const added = trimmed(doc, ids, meeting)
  if (put.length > 0) added.push(manual(doc.raw, first.id, names.correction, put))
  return ok({
    at: startOf(last),
    added,
    withdrawn: [...new Set(meeting.flatMap((m) => m.of))],
    ...(moves ? { move: names.move } : {}),
  })
}

interface Meeting {
  readonly span: Span
  readonly insert: string
  readonly of: readonly CorrectionId[]
}

/** Insertions at the end of one block and at the start of the next, in one place, become one. */
function partMeeting(blocks: readonly Block[]): { edits: BlockEdit[]; meeting: Meeting[] } {
  const edits: BlockEdit[] = []
  const meeting: Meeting[] = []
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1]
    const border = before?.spans.at(-1)!.to === block.spans[0].from ? block.spans[0].from : -1
    const meets = ({ span }: { readonly span: Span }): boolean => span.from === border && span.to === border
    const isFirst = sideAt(block.spans, border) !== 'before'
    for (const edit of block.edits) {
      const twin = meets(edit) && isFirst ? edits.findIndex(meets) : -1
      const known = meets(edit) && isFirst ? meeting.findIndex(meets) : -1
      if (known >= 0) {
        const m = meeting[known]!
        meeting[known] = { ...m, insert: m.insert + edit.insert, of: [...m.of, edit.correction] }
      } else if (twin >= 0) {
        const [first] = edits.splice(twin, 1)
        const of = [first!.correction, edit.correction]
        meeting.push({ span: edit.span, insert: first!.insert + edit.insert, of })
      } else edits.push(edit)
    }
  }
  return { edits, meeting }
}

/**
 * What goes on of corrections that lose an insertion to the join; their other edits lie in the one block now.
 */
function trimmed(doc: Document, ids: readonly BlockId[], meeting: readonly Meeting[]): Replacement[] {
  const out: Replacement[] = []
  for (const id of new Set(meeting.flatMap((m) => m.of))) {
    const correction = doc.corrections.get(id)
    if (correction?.kind !== 'replace') continue
    const isGone = (p: Part): boolean =>
      p.span.from === p.span.to && meeting.some((m) => m.of.includes(id) && m.span.from === p.span.from)
    const rest = partsOf(correction).filter((p) => !isGone(p))
    const now = withParts(
      correction,
      rest.map((p) => ({ ...p, block: ids.includes(p.block) ? ids[0]! : p.block })),
    )
    if (now) out.push(now)
  }
  return out
}

interface Mark {
  readonly from: number
  readonly to: number
  /** Index of the block before the border at which it stands. */
  readonly border: number
}

/**
 * Structure that would show as text in the joined block, and the space that parts two words: edits for both.
 */
function closing(raw: RawText, blocks: readonly Block[], whole: Block): { span: Span; insert: string }[] {
  const marks = blocks.flatMap((b, i) => marksOf(raw, b, i))
  const out: { from: number; to: number; insert: string }[] = []
  const glued = new Set<number>()
  for (const s of segments(raw, whole)) {
    if (s.kind !== 'kept') continue
    for (const mark of marks) {
      const from = Math.max(s.from, mark.from)
      const to = Math.min(s.to, mark.to)
      if (from >= to) continue
      const insert = glued.has(mark.border) ? '' : glue(raw, blocks[mark.border], blocks[mark.border + 1])
      glued.add(mark.border)
      const last = out.at(-1)
      if (last?.to === from && insert === '' && holder(whole.spans, last.from, to) >= 0) last.to = to
      else out.push({ from, to, insert })
    }
  }
  return out.map((e) => ({ span: rawSpan(e.from, e.to), insert: e.insert }))
}

function marksOf(raw: RawText, block: Block, index: number): Mark[] {
  let text = false
  const out: Mark[] = []
  for (const { kind, from, to } of segments(raw, block)) {
    if (kind === 'mark') out.push({ from, to, border: text ? index : index - 1 })
    else text = true
  }
  return out
}

function glue(raw: RawText, first: Block | undefined, second: Block | undefined): string {
  if (!first || !second) return ''
  const before = correctedText(raw, first)
  const last = before.charCodeAt(before.length - 1)
  const next = correctedText(raw, second).charCodeAt(0)
  return glueOf(last, next)
}

/** What stands between two characters once the break between them is gone. */
export function glueOf(last: number, next: number): '' | ' ' {
  return (isLatin(last) && isLatin(next)) || (isDigit(last) && isDigit(next)) ? ' ' : ''
}

function manual(
  raw: RawText,
  block: BlockId,
  id: CorrectionId,
  edits: readonly { span: Span; insert: string }[],
): Replacement {
  const replaces = edits.map((e) => slice(raw, e.span))
  return {
    kind: 'replace',
    id,
    origin: { kind: 'manual' },
    layer: layerOf(replaces.join(''), edits.map((e) => e.insert).join('')),
    reason: { key: 'joined' },
    block,
    edits,
    replaces,
  }
}
