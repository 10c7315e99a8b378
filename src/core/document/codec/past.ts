import type { BlockId, SuggestionKey } from '../../corrections/correction.ts'
import { type BlockEdit, type CorrectionId, editList } from '../../corrections/edit.ts'
import type { Block, OwnedSpan, Suggestion } from '../../structure/block.ts'
import { rawSpan } from '../../text/offset.ts'
import type { Document } from '../document.ts'
import {
  TABLES,
  type BlockCell,
  type Cell,
  type Head,
  type OrderCell,
  type Past,
  type TableName,
} from '../past.ts'
import { ownedSpan } from '../spans.ts'
import { Damage } from './columns.ts'

const NOTHING = 0
/** The value that the document itself holds there. */
const HELD = 1

/** The state of the document whose past is packed: what it holds is named, not written again. */
export type Held = Pick<Document, TableName | 'blocks'> & {
  /** All suggestions in it, open and settled. */
  readonly known: ReadonlyMap<SuggestionKey, Suggestion>
}

export function heldBy(tables: Pick<Document, TableName | 'blocks'>): Held {
  const { suggestions, dismissed, accepted, asPrinted } = tables
  const known = new Map<SuggestionKey, Suggestion>(suggestions)
  for (const { suggestion } of [...dismissed.values(), ...accepted.values()])
    known.set(suggestion.key, suggestion)
  for (const { suggestions: some } of asPrinted.values()) for (const s of some) known.set(s.key, s)
  const { blocks, corrections, notes, read, bookmarks } = tables
  return { known, blocks, corrections, suggestions, dismissed, accepted, asPrinted, notes, read, bookmarks }
}

type Packed = readonly unknown[]

/** A past as a list for JSON. */
export function packPast({ at, change, undoes, undone }: Past, held: Held): Packed {
  return [
    at,
    undoes ?? 0,
    undone ? 1 : 0,
    change.cells.map((cell) => packCell(cell, held)),
    change.blocks.map((cell) => packBlockCell(cell, held)),
    change.order.map(({ kind, id, after }) => [kind === 'put' ? 1 : 0, id, after]),
  ]
}

/** A past out of what `packPast` has written over the same state. The string it came in was checked before. */
export function unpackPast(packed: Packed, held: Held): Past {
  const [at, undoes, undone, cells, blocks, order] = packed as [
    string,
    number,
    number,
    PackedCell[],
    PackedBlockCell[],
    [number, BlockId, BlockId | null][],
  ]
  return {
    at,
    change: {
      cells: cells.map((cell) => unpackCell(cell, held)),
      blocks: blocks.map((cell) => unpackBlockCell(cell, held)),
      order: order.map(([put, id, after]): OrderCell => ({ kind: put === 1 ? 'put' : 'taken', id, after })),
    },
    undoes: undoes === 0 ? null : undoes,
    undone: undone === 1,
  }
}

type PackedCell = [table: number, key: string | number, before: unknown, after: unknown]

function packCell({ table, key, before, after }: Cell, held: Held): PackedCell {
  const value = (v: unknown): unknown => {
    if (v === undefined) return NOTHING
    if (v === heldAt(table, key, held)) return HELD
    return table === 'corrections' ? v : briefly(v as object, held)
  }
  return [TABLES.indexOf(table), key, value(before), value(after)]
}

function unpackCell([number, key, before, after]: PackedCell, held: Held): Cell {
  const table = TABLES[number]
  if (!table) throw new Damage('a cell lies in no table')
  const value = (v: unknown): unknown => {
    if (v === NOTHING) return undefined
    if (v === HELD) return heldAt(table, key, held)
    return table === 'corrections' ? v : inFull(v as Brief, held)
  }
  return { table, key, before: value(before), after: value(after) }
}

function heldAt(table: TableName, key: string | number, held: Held): unknown {
  if (table === 'suggestions') return held.known.get(key as SuggestionKey)
  return (held[table] as ReadonlyMap<string | number, unknown>).get(key)
}

interface Brief {
  readonly suggestion?: Suggestion | SuggestionKey
  readonly suggestions?: readonly (Suggestion | SuggestionKey)[]
}

/** Suggestions inside a value by their names, where the document holds the very same. */
function briefly(value: object, { known }: Held): object {
  const { suggestion, suggestions } = value as { suggestion?: Suggestion; suggestions?: Suggestion[] }
  const name = (s: Suggestion): Suggestion | SuggestionKey => (known.get(s.key) === s ? s.key : s)
  return {
    ...value,
    ...(suggestion ? { suggestion: name(suggestion) } : {}),
    ...(suggestions ? { suggestions: suggestions.map(name) } : {}),
  }
}

function inFull(value: Brief, { known }: Held): object {
  const full = (s: Suggestion | SuggestionKey): Suggestion => {
    const found = typeof s === 'string' ? known.get(s) : s
    if (!found) throw new Damage('a suggestion has no name')
    return found
  }
  return {
    ...value,
    ...(value.suggestion ? { suggestion: full(value.suggestion) } : {}),
    ...(value.suggestions ? { suggestions: value.suggestions.map(full) } : {}),
  }
}

type PackedSpan = [from: number, to: number, moved?: CorrectionId]
type PackedEdit = [from: number, to: number, insert: string, correction: CorrectionId]
type PackedBlock = [head: Head, spans: PackedSpan[], edits: PackedEdit[]]
type PackedBlockCell =
  | ['w', BlockId, PackedBlock | number, PackedBlock | number]
  | ['h', BlockId, Head, Head]
  | ['s', BlockId, PackedSpan[], PackedSpan[]]
  | ['e', BlockId, PackedEdit[], PackedEdit[]]

function packBlockCell(cell: BlockCell, { blocks }: Held): PackedBlockCell {
  const { kind, id } = cell
  const whole = (b: Block | null): PackedBlock | number =>
    b === null ? NOTHING : b === blocks.get(id) ? HELD : packBlock(b)
  switch (kind) {
    case 'whole':
      return ['w', id, whole(cell.before), whole(cell.after)]
    case 'head':
      return ['h', id, cell.before, cell.after]
    case 'spans':
      return ['s', id, cell.before.map(packSpan), cell.after.map(packSpan)]
    case 'edits':
      return ['e', id, cell.removed.map(packEdit), cell.added.map(packEdit)]
  }
}

function unpackBlockCell(cell: PackedBlockCell, { blocks }: Held): BlockCell {
  const [kind, id] = cell
  const whole = (b: PackedBlock | number): Block | null => {
    if (typeof b !== 'number') return unpackBlock(id, b)
    return b === HELD ? (blocks.get(id) ?? null) : null
  }
  switch (kind) {
    case 'w':
      return { kind: 'whole', id, before: whole(cell[2]), after: whole(cell[3]) }
    case 'h':
      return { kind: 'head', id, before: cell[2], after: cell[3] }
    case 's':
      return { kind: 'spans', id, before: unpackSpans(cell[2]), after: unpackSpans(cell[3]) }
    case 'e':
      return { kind: 'edits', id, removed: cell[2].map(unpackEdit), added: cell[3].map(unpackEdit) }
  }
}

function packBlock({ role, decidedBy, level, spans, edits }: Block): PackedBlock {
  const head = level === undefined ? { role, decidedBy } : { role, decidedBy, level }
  return [head, spans.map(packSpan), edits.map(packEdit)]
}

function unpackBlock(id: BlockId, [head, spans, edits]: PackedBlock): Block {
  const list = editList(edits.map(unpackEdit))
  if (!list.ok) throw new Damage('edits overlap')
  return { id, ...head, spans: unpackSpans(spans), edits: list.value }
}

function packSpan({ from, to, moved }: OwnedSpan): PackedSpan {
  return moved === undefined ? [from, to] : [from, to, moved]
}

function unpackSpans(packed: readonly PackedSpan[]): Block['spans'] {
  const [first, ...rest] = packed.map(([from, to, moved]) => ownedSpan(from, to, moved))
  if (!first) throw new Damage('a block owns nothing')
  return [first, ...rest]
}

function packEdit({ span, insert, correction }: BlockEdit): PackedEdit {
  return [span.from, span.to, insert, correction]
}

function unpackEdit([from, to, insert, correction]: PackedEdit): BlockEdit {
  return { span: rawSpan(from, to), insert, correction }
}
