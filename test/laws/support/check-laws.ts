import { expect } from 'vitest'
import type { Document } from '../../../src/core/document/document.ts'
import { ledger } from '../../../src/core/document/ledger.ts'
import type { Past } from '../../../src/core/document/past.ts'

/** A document as plain values, map order left out: what must be the same is the same here. */
export function plain(doc: Document): Record<string, unknown> {
  const sorted = (table: ReadonlyMap<unknown, unknown>): unknown[] =>
    [...table].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return {
    order: doc.order,
    blocks: sorted(doc.blocks),
    corrections: sorted(doc.corrections),
    suggestions: sorted(doc.suggestions),
    dismissed: sorted(doc.dismissed),
    accepted: sorted(doc.accepted),
    asPrinted: sorted(doc.asPrinted),
    notes: sorted(doc.notes),
    read: sorted(doc.read),
    bookmarks: sorted(doc.bookmarks),
  }
}

/** The same with the log's own account. */
export function whole(doc: Document): Record<string, unknown> {
  const past: [number, Past][] = [...doc.past]
  const touched = [...doc.touched.keys()].sort()
  return { ...plain(doc), seq: doc.seq, touched, past: past.sort(([a], [b]) => a - b) }
}

/** Spans partition the raw text, both sums balance, every edit has its correction. */
export function expectBalanced(doc: Document): void {
  expect(ledger(doc).imbalances).toEqual([])
}
