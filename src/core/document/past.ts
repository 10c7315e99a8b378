import type { BlockId } from '../corrections/correction.ts'
import type { BlockEdit } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'

/** A value of one of the document's maps, before and after an event; undefined where it is not there. */
export interface Cell {
  readonly table: TableName
  readonly key: string | number
  readonly before: unknown
  readonly after: unknown
}

/** The maps of a document. A snapshot names them by their place in this list: new ones go to its end. */
export const TABLES = [
  'corrections',
  'suggestions',
  'dismissed',
  'accepted',
  'asPrinted',
  'notes',
  'read',
  'bookmarks',
] as const

export type TableName = (typeof TABLES)[number]

export type Head = Pick<Block, 'role' | 'decidedBy' | 'level'>

/**
 * What became of a block. Kept by field, and edits as a difference: a block that holds ten thousand edits is
 * not kept once for each event, and two events that touched different things of a block can be taken back one
 * without the other.
 */
export type BlockCell =
  | {
      readonly kind: 'whole'
      readonly id: BlockId
      readonly before: Block | null
      readonly after: Block | null
    }
  | { readonly kind: 'head'; readonly id: BlockId; readonly before: Head; readonly after: Head }
  | {
      readonly kind: 'spans'
      readonly id: BlockId
      readonly before: Block['spans']
      readonly after: Block['spans']
    }
  | {
      readonly kind: 'edits'
      readonly id: BlockId
      readonly removed: readonly BlockEdit[]
      readonly added: readonly BlockEdit[]
    }

/**
 * A block came into the reading order, or left it, right after another one; null: at the head of the book.
 */
export interface OrderCell {
  readonly kind: 'put' | 'taken'
  readonly id: BlockId
  readonly after: BlockId | null
}

/** All that an event changed, so that it can be turned round. */
export interface Change {
  readonly cells: readonly Cell[]
  readonly blocks: readonly BlockCell[]
  /** In the order in which they were done. */
  readonly order: readonly OrderCell[]
}

export interface Past {
  /** When it was done, as the log says. Events of one stroke bear the same time. */
  readonly at: string
  readonly change: Change
  /** The event that this one takes back, if it is an undoing. */
  readonly undoes: number | null
  /** Taken back by a later event that is itself in force. */
  readonly undone: boolean
}

/** The same change backwards. */
export function inverse(change: Change): Change {
  return {
    cells: change.cells.map((c) => ({ ...c, before: c.after, after: c.before })),
    blocks: change.blocks.map((b) =>
      b.kind === 'edits'
        ? { ...b, removed: b.added, added: b.removed }
        : ({ ...b, before: b.after, after: b.before } as BlockCell),
    ),
    order: change.order.map((o): OrderCell => ({ ...o, kind: o.kind === 'put' ? 'taken' : 'put' })).reverse(),
  }
}

export function isNothing({ cells, blocks, order }: Change): boolean {
  return cells.length === 0 && blocks.length === 0 && order.length === 0
}
