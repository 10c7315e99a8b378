import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Differ } from '../../src/core/diff/book.ts'
import { type Change, type Diffable, facetOf } from '../../src/core/diff/change.ts'
import { countsOf } from '../../src/core/diff/counts.ts'
import { hasFacet } from '../../src/core/diff/digest.ts'
import { hunks } from '../../src/core/diff/hunks.ts'
import { moves } from '../../src/core/diff/moves.ts'
import { packDiff, unpackDiff } from '../../src/core/diff/packed.ts'
import { bookChanges, changesOf, inRawOrder, piecesOf } from '../../src/core/diff/pieces.ts'
import { refine } from '../../src/core/diff/refine.ts'
import { rowPieces, rows } from '../../src/core/diff/rows.ts'
import type { Document } from '../../src/core/document/document.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { correctedText, ownedText } from '../../src/core/structure/segments.ts'
import { loneSurrogate } from '../../src/core/text/surrogates.ts'
import { diffable, open, steps, TEXTS, work } from './worked-on.ts'

const OPENED = TEXTS.map(open)

/** For every text as the engine leaves it, and for many as an editor has left them. */
function always(law: (doc: Document, source: Diffable) => void): void {
  for (const doc of OPENED) law(doc, diffable(doc))
  fc.assert(
    fc.property(fc.nat(OPENED.length - 1), steps(24), (book, done) => {
      const doc = done.reduce((now, s, n) => work(now, n, s), OPENED[book]!)
      law(doc, diffable(doc))
    }),
    { numRuns: 300, seed: 20261122 },
  )
}

/** What an export reads of the book, block by block, from the changes and the raw text alone. */
function apply(owned: string, start: (change: Change) => number, changes: readonly Change[]): string {
  let out = ''
  let at = 0
  for (const change of changes) {
    const from = start(change)
    out += owned.slice(at, from) + change.after
    at = from + change.before.length
  }
  return out + owned.slice(at)
}

describe('changes', () => {
  it('make the corrected text when applied to the raw text', () =>
    always((doc, source) => {
      for (const block of source.blocks) {
        if (block.role === 'furniture') continue
        const offsets = new Map<string, number>()
        let at = 0
        for (const p of piecesOf(source, block)) {
          if (p.change) offsets.set(p.change.key, at)
          at += p.to - p.from
        }
        const text = apply(ownedText(doc.raw, block), (c) => offsets.get(c.key)!, changesOf(source, block))
        expect(text).toBe(correctedText(doc.raw, block))
      }
    }))

  it('cover each place that is not the same, once', () =>
    always((doc, source) => {
      const covered = new Uint8Array(doc.raw.text.length)
      for (const { span } of bookChanges(source))
        for (let i: number = span.from; i < span.to; i++) covered[i]!++
      // What no change covers is read as it stands, where it stands.
      const read = new Uint8Array(doc.raw.text.length)
      for (const block of source.blocks)
        for (const p of piecesOf(source, block)) {
          if (p.change) continue
          expect(p.after).toBe(p.before)
          expect(block.role).not.toBe('furniture')
          for (let i = p.from; i < p.to; i++) read[i]!++
        }
      expect(covered.every((n, i) => n + (read[i] ?? 0) === 1)).toBe(true)
    }))

  it('have keys of their own, quote the raw text and stand where they say', () =>
    always((doc, source) => {
      const all = bookChanges(source)
      expect(new Set(all.map((c) => c.key)).size).toBe(all.length)
      const sorted = inRawOrder(all)
      expect(sorted.every((c, i) => i === 0 || sorted[i - 1]!.span.from <= c.span.from)).toBe(true)
      for (const change of all) {
        expect(change.before).toBe(doc.raw.text.slice(change.span.from, change.span.to))
        if (change.kind === 'furniture') continue
        const text = correctedText(doc.raw, doc.blocks.get(change.block)!)
        expect(text.startsWith(change.after, change.clean)).toBe(true)
      }
    }))
})

describe('counts', () => {
  it('are those of the ledger', () =>
    always((doc, source) => {
      const { figures, layers } = ledger(doc)
      const counts = countsOf(source)
      expect(counts.layers).toEqual(layers)
      expect({ ...counts.sizes, inserted: 0 }).toEqual({
        kept: figures.raw.kept,
        moved: figures.raw.moved,
        removed: figures.raw.removed,
        furniture: figures.raw.furniture,
        structure: figures.raw.structure,
        inserted: 0,
      })
      expect(counts.sizes.inserted).toBe(figures.clean.inserted)
    }))

  it('add up over any division of the book', () =>
    always((_, source) => {
      const half = source.blocks.length >> 1
      const parts = [source.blocks.slice(0, half), source.blocks.slice(half)].map((b) => countsOf(source, b))
      const whole = countsOf(source)
      expect(parts[0]!.figures + parts[1]!.figures).toBe(whole.figures)
      expect(parts[0]!.layers.layout + parts[1]!.layers.layout).toBe(whole.layers.layout)
    }))
})

describe('rows', () => {
  it('hold the raw text on one side and the corrected text on the other', () =>
    always((doc, source) => {
      const table = rows(source.blocks)
      const all = table.flatMap((row) => rowPieces(source, row))
      const left = all.filter((p) => p.side !== 'corrected' && p.from < p.to)
      expect(left.map((p) => p.before).join('')).toBe(doc.raw.text)
      const right = all.filter((p) => p.side !== 'raw').map((p) => p.after)
      const text = source.blocks.filter((b) => b.role !== 'furniture').map((b) => correctedText(doc.raw, b))
      expect(right.join('')).toBe(text.join(''))
    }))

  it('stop at each correction once, and know what kinds of change they show', () =>
    always((doc, source) => {
      const { rows: table, facets, stops, counts } = new Differ().book(source)
      const met = stops.flat().map((s) => s.correction)
      expect(new Set(met).size).toBe(met.length)
      expect(met.length).toBe(doc.corrections.size)
      expect(counts).toEqual(countsOf(source))
      for (const [i, row] of table.entries()) {
        for (const { change } of rowPieces(source, row))
          if (change) expect(hasFacet(facets[i]!, facetOf(change))).toBe(true)
      }
    }))

  it('survive the way out of a worker', () =>
    always((_, source) => {
      const made = new Differ().book(source)
      const table = unpackDiff(packDiff(made, source.blocks), source.blocks)
      expect(table.length).toBe(made.rows.length)
      expect(table.counts).toEqual(made.counts)
      made.rows.forEach((row, i) => {
        expect(table.row(i)).toEqual(row)
        expect(table.facets(i)).toBe(made.facets[i])
        if (row.block) expect(table.rowOf(row.block.id)).toBe(i)
        expect(table.stops(i, ['layout', 'character', 'substance'])).toBe(made.stops[i]!.length)
      })
    }))

  it('come out the same where unchanged blocks are not read again', () =>
    fc.assert(
      fc.property(fc.nat(OPENED.length - 1), steps(8), (book, done) => {
        const differ = new Differ()
        let doc = OPENED[book]!
        differ.book(diffable(doc))
        done.forEach((s, n) => {
          doc = work(doc, n, s)
          expect(differ.book(diffable(doc))).toEqual(new Differ().book(diffable(doc)))
        })
      }),
      { numRuns: 100, seed: 20261122 },
    ))

  it('show in hunks every change that is asked for, and no text twice', () =>
    always((_, source) => {
      for (const row of rows(source.blocks)) {
        const pieces = rowPieces(source, row)
        for (const shows of [() => true, (c: Change) => c.layer === 'substance']) {
          const shown = hunks(pieces, shows, 5)
          const kept = shown.flatMap((s) => (s.kind === 'piece' ? [s.piece] : []))
          const wanted = pieces.filter((p) => p.change && shows(p.change)).map((p) => p.change!.key)
          const met = kept.filter((p) => p.change && shows(p.change)).map((p) => p.change!.key)
          expect(met).toEqual(wanted)
          const total = (list: readonly { before: string; after: string }[]): number =>
            list.reduce((sum, p) => sum + Math.max(p.before.length, p.after.length), 0)
          const hidden = shown.reduce((sum, s) => sum + (s.kind === 'gap' ? s.length : 0), 0)
          expect(total(kept) + hidden).toBe(total(pieces))
        }
      }
    }))
})

describe('moves', () => {
  it('have both ends, and move what the ledger says', () =>
    always((doc, source) => {
      const found = moves(source)
      const expected = [...doc.corrections.values()].filter((c) => c.kind === 'move')
      expect(found.map((m) => m.correction).sort()).toEqual(expected.map((c) => c.id).sort())
      for (const move of found) {
        const relocation = doc.corrections.get(move.correction)!
        if (relocation.kind !== 'move') throw new Error('not a move')
        const size = (spans: readonly { from: number; to: number }[]): number =>
          spans.reduce((sum, s) => sum + s.to - s.from, 0)
        expect(size(move.from)).toBe(size(relocation.spans))
        for (const { block, clean, length } of move.to)
          expect(clean + length).toBeLessThanOrEqual(correctedText(doc.raw, doc.blocks.get(block)!).length)
      }
    }))
})

describe('refine', () => {
  const text = fc
    .array(fc.constantFrom(...Array.from('粮食局年，1289.,OＯ\u{20BB7}')), { maxLength: 14 })
    .map((a) => a.join(''))

  it('spells both sides', () =>
    fc.assert(
      fc.property(text, text, fc.boolean(), (a, b, figures) => {
        const parts = refine(a, b, figures)
        const side = (kind: string): string =>
          parts.flatMap((p) => (p.kind === kind ? [] : [p.text])).join('')
        expect(side('inserted')).toBe(a)
        expect(side('removed')).toBe(b)
        expect(parts.every((p) => p.text !== '')).toBe(true)
        if (figures && a !== b) expect(parts.some((p) => p.figures)).toBe(true)
        if (!figures) expect(parts.some((p) => p.figures)).toBe(false)
      }),
      { numRuns: 2000, seed: 20261122 },
    ))

  it('never cuts a character in two', () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const { text } of refine(a, b, false)) expect(loneSurrogate(text)).toBe(-1)
      }),
      { numRuns: 500, seed: 20261122 },
    ))
})
