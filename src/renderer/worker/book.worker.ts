import { expose, transfer } from 'comlink'
import { Differ } from '../../core/diff/book.ts'
import { packDiff } from '../../core/diff/packed.ts'
import { unpackAnalysis } from '../../core/document/codec.ts'
import { digitLock } from '../../core/document/digit-lock.ts'
import { blocksOf, type Document } from '../../core/document/document.ts'
import { fromAnalysis } from '../../core/document/from-analysis.ts'
import { ledger } from '../../core/document/ledger.ts'
import { replayOn } from '../../core/document/replay.ts'
import { err, ok } from '../../core/result.ts'
import type { Analysis } from '../../core/structure/block.ts'
import { rawText } from '../../core/text/raw-text.ts'
import type { BookApi } from './book-api.ts'
import { asBlob, exportBook, preview } from './export-book.ts'
import { findText } from './find-text.ts'

/** So many places are named one by one. */
const NAMED = 20

let analysis: Analysis | null = null
let doc: Document | null = null
const differ = new Differ()

function opened<T>(value: T | null): T {
  if (value === null) throw new Error('the book was not opened')
  return value
}

const api: BookApi = {
  open({ text, sha256, payload, events }) {
    const raw = rawText(text, sha256)
    // It was decoded on import: anything else is a bug.
    if (!raw.ok) throw new Error(`no raw text: ${raw.error.kind} at ${raw.error.at}`)
    const unpacked = unpackAnalysis(raw.value, payload)
    if (!unpacked.ok) return err({ kind: 'payload', error: unpacked.error })
    const start = fromAnalysis(raw.value, unpacked.value)
    const replayed = start.ok ? replayOn(start.value, events) : start
    if (!replayed.ok) return err({ kind: 'replay', error: replayed.error })
    analysis = unpacked.value
    doc = replayed.value
    return ok({ blocks: analysis.blocks.length, corrections: analysis.corrections.length })
  },

  blocks: (from, to) => opened(analysis).blocks.slice(from, to),

  corrections: (from, to) => opened(analysis).corrections.slice(from, to),

  rest() {
    const { engine, rules, suggestions, pages } = opened(analysis)
    // It was handed over last: nobody asks for the analysis again.
    analysis = null
    return { engine, rules, suggestions, pages }
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
