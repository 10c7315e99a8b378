import { describe, expect, test } from 'vitest'
import { editList, NO_EDITS } from '../../src/core/corrections/edit.ts'
import type { Document } from '../../src/core/document/document.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { Table } from '../../src/core/document/table.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import type { Block } from '../../src/core/structure/block.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { after, blockId, correctionId, documentOf, typed } from './support.ts'

const text = '【概况】新建粮站18\n座。\n12\n图为粮站\n'
const doc = documentOf(
  text,
  [
    { id: 't', role: 'title', owns: ['【概况】'] },
    { id: 'p', role: 'paragraph', owns: ['新建粮站18\n座。\n'] },
    { id: 'f', role: 'furniture', owns: ['12\n'] },
    { id: 'c', role: 'caption', owns: ['图为粮站\n'] },
  ],
  [{ id: 'j', block: 'p', replaces: '\n', insert: '' }],
)

describe('the ledger', () => {
  test('counts every character of both texts', () => {
    const found = ledger(doc)
    expect(found.figures).toEqual({
      raw: { total: 22, kept: 14, moved: 0, removed: 1, furniture: 3, structure: 4 },
      clean: { total: 14, kept: 14, moved: 0, inserted: 0 },
    })
    expect(found.layers).toEqual({ layout: 1, character: 0, substance: 0 })
    expect(found.imbalances).toEqual([])
  })

  test('counts what was typed and what was moved', () => {
    const to = {
      created: blockId('n'),
      correction: correctionId('l'),
      role: 'caption',
      place: 'before',
    } as const
    const worked = typed(doc, 'p', '座', '所大', 'm')
    const lifted = after(worked, liftText(worked, blockId('p'), cleanSpan(2, 4), to))
    const found = ledger(lifted)
    expect(found.figures).toEqual({
      raw: { total: 22, kept: 11, moved: 2, removed: 2, furniture: 3, structure: 4 },
      clean: { total: 15, kept: 11, moved: 2, inserted: 2 },
    })
    expect(found.layers).toEqual({ layout: 2, character: 0, substance: 1 })
    expect(found.imbalances).toEqual([])
  })
})

describe('the ledger sees', () => {
  const paragraph = doc.blocks.get(blockId('p'))!
  const change = (block: Partial<Block>): Document => ({
    ...doc,
    blocks: doc.blocks.with(new Map([[paragraph.id, { ...paragraph, ...block }]])),
  })
  const kinds = (broken: Document) => [...new Set(ledger(broken).imbalances.map((i) => i.kind))]

  test('nothing wrong in a block that was only copied', () => {
    expect(kinds(change({}))).toEqual([])
  })

  test('text that nobody owns, with its place', () => {
    const { from, to } = paragraph.spans[0]
    const found = ledger(change({ spans: [rawSpan(from + 2, to)] })).imbalances
    expect(found).toContainEqual({ kind: 'gap', from, to: from + 2, blocks: [] })
    expect(found).toContainEqual({ kind: 'sum', side: 'raw', from: 0, to: 22, said: 22, found: 20 })
  })

  test('text that two blocks own', () => {
    const { from, to } = paragraph.spans[0]
    const found = ledger(change({ spans: [rawSpan(from - 1, to)] })).imbalances
    expect(found).toContainEqual({ kind: 'overlap', from: from - 1, to: from, blocks: ['t', 'p'] })
  })

  test('an edit without a correction, and a correction without its edit', () => {
    expect(kinds({ ...doc, corrections: Table.of() })).toEqual(['unnamed'])
    const found = ledger(change({ edits: NO_EDITS })).imbalances
    expect(found).toEqual([{ kind: 'correction', from: 10, to: 11, correction: 'j', said: 1, found: 0 }])
  })

  test('an edit across a border of ownership, which no walk would do', () => {
    const [span] = paragraph.spans
    const edits = editList([{ span: rawSpan(9, 11), insert: '', correction: correctionId('j') }])
    const torn = change({
      spans: [rawSpan(span.from, 10), rawSpan(10, span.to)],
      ...(edits.ok ? { edits: edits.value } : {}),
    })
    expect(kinds(torn)).toContain('correction')
  })

  test('a correction that quotes another text', () => {
    const wrong = { ...doc.corrections.get(correctionId('j'))!, replaces: ['x'] }
    const broken = { ...doc, corrections: doc.corrections.with(new Map([[wrong.id, wrong]])) }
    expect(ledger(broken).imbalances).toEqual([{ kind: 'misquoted', from: 10, to: 11, correction: 'j' }])
  })

  test('moved text without a relocation, and of another kind', () => {
    const moved = (id: string): Document =>
      change({ spans: [{ ...paragraph.spans[0], moved: correctionId(id) }] })
    expect(kinds(moved('nobody'))).toEqual(['unnamed'])
    expect(kinds(moved('j'))).toEqual(['unnamed'])
  })

  test('a block that is not read, or read twice', () => {
    expect(ledger({ ...doc, order: doc.order.slice(1) }).imbalances).toEqual([
      { kind: 'order', from: 0, to: 4, block: 't' },
    ])
    expect(kinds({ ...doc, order: [...doc.order, blockId('t')] })).toEqual(['order'])
  })
})
