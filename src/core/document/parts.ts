import type { BlockId, Correction, SuggestionKey } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Analysis, Block } from '../structure/block.ts'
import type { RawOffset } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import { KeptPast, packPasts } from './codec/kept-past.ts'
import { heldBy } from './codec/past.ts'
import { blocksOf, type Document } from './document.ts'
import { Keyed } from './keyed.ts'
import { Ownership } from './ownership.ts'
import { Table } from './table.ts'

/**
 * A document without its raw text, taken apart into plain values: for a string, or for the way to another thread. The past
 * is packed already.
 */
export interface Parts extends Analysis {
  readonly seq: number
  readonly dismissed: Entries<Document['dismissed']>
  readonly accepted: Entries<Document['accepted']>
  readonly asPrinted: Entries<Document['asPrinted']>
  readonly notes: Entries<Document['notes']>
  readonly read: Entries<Document['read']>
  readonly bookmarks: Entries<Document['bookmarks']>
  readonly touched: readonly BlockId[]
  readonly past: readonly string[]
}

type Entries<T> = T extends Table<infer K, infer V> ? readonly (readonly [K, V])[] : never

/** What there is beside an analysis before the first event. */
export const UNTOUCHED: Omit<Parts, keyof Analysis> = {
  seq: 0,
  dismissed: [],
  accepted: [],
  asPrinted: [],
  notes: [],
  read: [],
  bookmarks: [],
  touched: [],
  past: [],
}

export function partsOf(doc: Document): Parts {
  return {
    seq: doc.seq,
    engine: doc.engine,
    rules: doc.rules,
    blocks: blocksOf(doc),
    corrections: [...doc.corrections.values()],
    suggestions: [...doc.suggestions.values()],
    pages: doc.pages,
    dismissed: [...doc.dismissed],
    accepted: [...doc.accepted],
    asPrinted: [...doc.asPrinted],
    notes: [...doc.notes],
    read: [...doc.read],
    bookmarks: [...doc.bookmarks],
    touched: [...doc.touched.keys()],
    past: packPasts(doc.past, doc.seq, heldBy(doc)),
  }
}

/**
 * The document that `partsOf` took apart. Nothing is checked: of other parts it makes a document that breaks its promises.
 * A window that must not stand still makes the two large tables beforehand, bit by bit.
 */
export function assemble(
  raw: RawText,
  parts: Parts,
  blocks: Document['blocks'] = Table.adopt(new Keyed<BlockId, Block>(parts.blocks)),
  corrections: Document['corrections'] = Table.adopt(new Keyed<CorrectionId, Correction>(parts.corrections)),
): Document {
  const tables = {
    blocks,
    corrections,
    suggestions: Table.of(parts.suggestions.map((s): [SuggestionKey, typeof s] => [s.key, s])),
    dismissed: Table.of(parts.dismissed),
    accepted: Table.of(parts.accepted),
    asPrinted: Table.of(parts.asPrinted),
    notes: Table.of(parts.notes),
    read: Table.of<RawOffset, Parts['read'][number][1]>(parts.read),
    bookmarks: Table.of(parts.bookmarks),
  }
  const past =
    parts.seq > 0
      ? Table.adopt(KeptPast.of(parts.past, parts.seq, heldBy(tables)))
      : Table.of<number, never>()
  return {
    raw,
    seq: parts.seq,
    engine: parts.engine,
    rules: parts.rules,
    ...tables,
    order: parts.blocks.map((b) => b.id),
    pages: parts.pages,
    ownership: new Ownership(blocks),
    touched: Table.of(parts.touched.map((id): [BlockId, true] => [id, true])),
    past,
  }
}
