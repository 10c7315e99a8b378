import type { Document } from '../../../src/core/document/document.ts'
import type { Logged } from '../../../src/core/document/event.ts'
import { fromAnalysis } from '../../../src/core/document/from-analysis.ts'
import { step } from '../../../src/core/document/replay.ts'
import { Chance } from './chance.ts'
import { type Book, randomBook } from './random-book.ts'
import { logged, randomEvent } from './random-event.ts'

export function start({ raw, analysis }: Book): Document {
  const made = fromAnalysis(raw, analysis)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

/** Steps through random events; those that are refused are left out of the log. */
export function walk(
  book: Book,
  seed: number,
  length: number,
  each: (before: Document, after: Document, event: Logged) => void = () => undefined,
): { doc: Document; log: Logged[] } {
  const chance = new Chance(seed)
  let doc = start(book)
  const log: Logged[] = []
  for (let i = 0; i < length && doc.order.length > 0; i++) {
    const next = logged(doc.seq + 1, randomEvent(chance, doc))
    const now = step(doc, next)
    if (!now.ok) continue
    each(doc, now.value, next)
    log.push(next)
    doc = now.value
  }
  return { doc, log }
}

/** A document with some history, or as analysed. */
export function randomDocument(seed: number, size: number, events: number): Document {
  return walk(randomBook(seed, size), seed + 17, events).doc
}
