import type { BlockId, Correction, SuggestionKey } from '../corrections/correction.ts'
import { type BlockEdit, type CorrectionId, withoutEdits } from '../corrections/edit.ts'
import type { Block, Suggestion } from '../structure/block.ts'
import type { RawOffset } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Acceptance, Bookmark, Dismissal, Document, Note, PrintedSo, ReadMark } from './document.ts'
import type { NoteId } from './event.ts'
import { TABLES, type BlockCell, type Cell, type Change, type Past, type TableName } from './past.ts'
import { Sequence } from './sequence.ts'
import { Slot } from './slot.ts'
import { sameSpans } from './spans.ts'

/** A document being written: the one mutable thing, alive inside `step` and `replay` only. */
export class Draft {
  readonly raw: RawText
  readonly blocks: Slot<BlockId, Block>
  readonly corrections: Slot<CorrectionId, Correction>
  readonly suggestions: Slot<SuggestionKey, Suggestion>
  readonly dismissed: Slot<SuggestionKey, Dismissal>
  readonly accepted: Slot<SuggestionKey, Acceptance>
  readonly asPrinted: Slot<number, PrintedSo>
  readonly notes: Slot<NoteId, Note>
  readonly read: Slot<RawOffset, ReadMark>
  readonly bookmarks: Slot<RawOffset, Bookmark>
  readonly touched: Slot<BlockId, true>
  readonly past: Slot<number, Past>
  readonly order: Sequence
  readonly engine: string
  seq: number
  private readonly doc: Document
  /** Blocks whose spans are others, that are new or that are gone. */
  private readonly rehomed = new Set<BlockId>()

  constructor(doc: Document) {
    this.doc = doc
    this.raw = doc.raw
    this.seq = doc.seq
    this.engine = doc.engine
    this.blocks = new Slot(doc.blocks)
    this.corrections = new Slot(doc.corrections)
    this.suggestions = new Slot(doc.suggestions)
    this.dismissed = new Slot(doc.dismissed)
    this.accepted = new Slot(doc.accepted)
    this.asPrinted = new Slot(doc.asPrinted)
    this.notes = new Slot(doc.notes)
    this.read = new Slot(doc.read)
    this.bookmarks = new Slot(doc.bookmarks)
    this.touched = new Slot(doc.touched)
    this.past = new Slot(doc.past)
    this.order = new Sequence(doc.order)
  }

  /**
   * The block that owns the raw character at `at`. Logarithmic until ownership changes, then a walk over all
   * blocks.
   */
  ownerOf(at: number): Block | null {
    if (this.rehomed.size === 0) {
      const id = this.doc.ownership.at(at)
      return id === null ? null : (this.blocks.get(id) ?? null)
    }
    for (const block of this.blocks.values())
      if (block.spans.some((s) => s.from <= at && at < s.to)) return block
    return null
  }

  /** One of the tables whose cells an undo turns back. The one place where their types are let go. */
  table(name: TableName): Slot<string | number, unknown> {
    return this[name]
  }

  setBlock(block: Block): void {
    const before = this.blocks.get(block.id)
    if (before?.spans !== block.spans) this.rehomed.add(block.id)
    this.blocks.set(block.id, block)
  }

  removeBlock(id: BlockId): void {
    this.rehomed.add(id)
    this.blocks.set(id, undefined)
  }

  /** Ends the current event. */
  commit(): Change {
    return {
      cells: this.cells(),
      blocks: this.blocks.commit().flatMap(blockCells),
      order: this.order.commit(),
    }
  }

  /** Takes back all that the current event did. */
  rollback(): void {
    for (const name of TABLES) this.table(name).rollback()
    this.blocks.rollback()
    this.order.rollback()
  }

  freeze(): Document {
    const blocks = this.blocks.freeze()
    return {
      raw: this.raw,
      seq: this.seq,
      engine: this.doc.engine,
      rules: this.doc.rules,
      blocks,
      order: this.order.freeze(),
      corrections: this.corrections.freeze(),
      suggestions: this.suggestions.freeze(),
      dismissed: this.dismissed.freeze(),
      accepted: this.accepted.freeze(),
      asPrinted: this.asPrinted.freeze(),
      notes: this.notes.freeze(),
      read: this.read.freeze(),
      bookmarks: this.bookmarks.freeze(),
      pages: this.doc.pages,
      ownership: this.rehomed.size > 0 ? this.doc.ownership.with(blocks, this.rehomed) : this.doc.ownership,
      touched: this.touched.freeze(),
      past: this.past.freeze(),
    }
  }

  private cells(): Cell[] {
    const out: Cell[] = []
    for (const name of TABLES)
      for (const cell of this.table(name).commit()) out.push({ table: name, ...cell })
    return out
  }
}

function blockCells({
  key: id,
  before,
  after,
}: {
  key: BlockId
  before?: Block | undefined
  after?: Block | undefined
}): BlockCell[] {
  if (!before || !after) return [{ kind: 'whole', id, before: before ?? null, after: after ?? null }]
  const out: BlockCell[] = []
  if (before.role !== after.role || before.decidedBy !== after.decidedBy || before.level !== after.level)
    out.push({ kind: 'head', id, before: headOf(before), after: headOf(after) })
  if (!sameSpans(before.spans, after.spans))
    out.push({ kind: 'spans', id, before: before.spans, after: after.spans })
  if (before.edits !== after.edits) {
    const { removed, added } = difference(before.edits, after.edits)
    if (removed.length > 0 || added.length > 0) out.push({ kind: 'edits', id, removed, added })
  }
  return out
}

export function headOf({ role, decidedBy, level }: Block): Pick<Block, 'role' | 'decidedBy' | 'level'> {
  return level === undefined ? { role, decidedBy } : { role, decidedBy, level }
}

/** What stands in one list only. Both are sorted, and what they share is the very same objects. */
function difference(
  before: readonly BlockEdit[],
  after: readonly BlockEdit[],
): { removed: BlockEdit[]; added: BlockEdit[] } {
  let head = 0
  const most = Math.min(before.length, after.length)
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const old = before.slice(head, before.length - tail)
  const now = after.slice(head, after.length - tail)
  if (old.length === 0 || now.length === 0) return { removed: old, added: now }
  const kept = new Set(old)
  const added = now.filter((e) => !kept.has(e))
  const still = new Set(now)
  return { removed: old.filter((e) => !still.has(e)), added }
}

/** A copy of the block without the edits of these corrections. */
export function withoutCorrections(block: Block, ids: ReadonlySet<CorrectionId>): Block {
  return { ...block, edits: withoutEdits(block.edits, (e) => ids.has(e.correction)) }
}
