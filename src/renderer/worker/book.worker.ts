import { expose, transfer } from 'comlink'
import { Differ } from '../../core/diff/book.ts'
import { packDiff } from '../../core/diff/packed.ts'
import { digitLock } from '../../core/document/digit-lock.ts'
import { blocksOf, type Document } from '../../core/document/document.ts'
import { ledger } from '../../core/document/ledger.ts'
import { replayOn } from '../../core/document/replay.ts'
import { packSnapshot } from '../../core/document/snapshot.ts'
import { ok } from '../../core/result.ts'
import { previewRules } from '../../core/user-rules/preview.ts'
import type { BookApi } from './book-api.ts'
import { asBlob, exportBook, preview } from './export-book.ts'
import { bookStats } from './book-stats.ts'
import { findText } from './find-text.ts'
import { openBook } from './open-book.ts'
import { type Portion, portions } from './portions.ts'
import { Quantities } from './quantities.ts'
import { quotePlaces } from './quote-places.ts'

/** So many places are named one by one. */
const NAMED = 20

let doc: Document | null = null
let handover: Generator<Portion, undefined> | null = null
const differ = new Differ()
const quantities = new Quantities()

function opened<T>(value: T | null): T {
  if (value === null) throw new Error('the book was not opened')
  return value
}

const api: BookApi = {
  open(source) {
    const made = openBook(source)
    if (!made.ok) return made
    doc = made.value.doc
    handover = portions(made.value.base)
    return ok(undefined)
  },

  portion() {
    const { value } = opened(handover).next()
    return value ?? null
  },

  pack() {
    const book = opened(doc)
    return { seq: book.seq, state: packSnapshot(book) }
  },

  take(events) {
    const now = replayOn(opened(doc), events)
    if (!now.ok) return false
    doc = now.value
    return true
  },

  figures() {
    const book = opened(doc)
    const { figures, layers, imbalances } = ledger(book)
    const { rawRuns, violations } = digitLock(book)
    return {
      seq: book.seq,
      ledger: figures,
      layers,
      imbalances: imbalances.slice(0, NAMED),
      imbalanceCount: imbalances.length,
      digitRuns: rawRuns,
      violations: violations.slice(0, NAMED),
      violationCount: violations.length,
    }
  },

  find: (query, matchCase) => findText(opened(doc), query, matchCase),

  compare() {
    const book = opened(doc)
    const blocks = blocksOf(book)
    const packed = packDiff(differ.book({ raw: book.raw, blocks, corrections: book.corrections }), blocks)
    const arrays = [packed.blocks, packed.loose, packed.facets, packed.stops]
    return transfer(
      { seq: book.seq, packed },
      arrays.map((array) => array.buffer),
    )
  },

  quantities: (query) => quantities.select(() => opened(doc), query),

  quantityRows: (from, to) => quantities.rows(opened(doc), from, to),

  cancelQuantities: () => quantities.cancel(),

  quotePlaces: (queries) => quotePlaces(opened(doc), queries),

  bookStats: (bins) => bookStats(opened(doc), bins),

  previewRules(rules) {
    const book = opened(doc)
    return previewRules(book.raw, book.blocks.values(), rules)
  },

  preview(request) {
    const book = opened(doc)
    const made = exportBook(book, request)
    return made.ok ? ok(preview(made.value, book.seq)) : made
  },

  export(request) {
    const book = opened(doc)
    const made = exportBook(book, request)
    return made.ok ? ok(asBlob(made.value, book.seq)) : made
  },
}

expose(api)
