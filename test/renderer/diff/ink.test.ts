import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change, Diffable } from '../../../src/core/diff/change.ts'
import { rowPieces, rows } from '../../../src/core/diff/rows.ts'
import { correctedText } from '../../../src/core/structure/segments.ts'
import { type Run, runsOf, type Side } from '../../../src/renderer/views/diff/ink.ts'
import { markSelected, paint } from '../../../src/renderer/views/diff/paint.ts'
import { endsOf, ribbon } from '../../../src/renderer/views/diff/ribbons.ts'
import { diffable, open } from '../../diff/worked-on.ts'

const doc = open(readFileSync(join(import.meta.dirname, '../../../resources/sample/sample.txt'), 'utf8'))
const source: Diffable = diffable(doc)
const table = rows(source.blocks)
const everything = (): boolean => true
const nothing = (): boolean => false

function runs(side: Side, shows: (change: Change) => boolean): Run[][] {
  return table.map((row) =>
    runsOf(
      rowPieces(source, row).map((piece) => ({ kind: 'piece', piece })),
      side,
      shows,
    ),
  )
}
const textOf = (list: readonly Run[]): string => list.map((r) => r.text).join('')

describe('what is written of a row', () => {
  it('is the corrected text on the corrected side, whatever is made visible', () => {
    for (const shows of [everything, nothing, (c: Change): boolean => c.layer === 'substance'])
      runs('corrected', shows).forEach((list, i) => {
        const { block } = table[i]!
        const expected = block ? correctedText(doc.raw, block) : ''
        // An inserted space is drawn where it is shown.
        expect(textOf(list).replaceAll('␣', ' ')).toBe(expected)
      })
  })

  it('is the raw text on the raw side, with what cannot be seen drawn', () => {
    const written = runs('raw', everything).map(textOf).join('')
    const drawn = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad↵⇟␣□¦]/gu, '')
    expect(drawn(written)).toBe(drawn(doc.raw.text))
  })

  it('marks nothing where nothing is made visible', () => {
    for (const list of [...runs('raw', nothing), ...runs('inline', nothing)])
      for (const run of list) expect([run.ink, run.change]).toEqual(['plain', null])
  })

  it('is both texts in one column: what went, then what came', () => {
    const list = runs('inline', (c) => c.figures).flat()
    const at = list.findIndex((r) => r.ink === 'removed' && r.text === 'O')
    expect(list[at]).toMatchObject({ layer: 'substance', figures: true })
    expect(list[at + 1]).toMatchObject({ ink: 'inserted', text: '0', figures: true })
  })
})

describe('painting', () => {
  it('writes the text and says what went and came, and marks the selected change alone', () => {
    const list = runs('inline', everything).find((l) => l.some((r) => r.ink === 'inserted' && r.figures))!
    const element = document.createElement('p')
    paint(element, list, (length) => `(${length})`)
    expect(element.textContent).toBe(textOf(list))
    const change = list.find((r) => r.ink === 'inserted' && r.figures)!.change!
    markSelected(element, change.correction)
    const marked = [...element.querySelectorAll('.selected')]
    expect(marked.map((node) => node.tagName)).toEqual(['DEL', 'INS'])
    markSelected(element, null)
    expect(element.querySelectorAll('.selected')).toHaveLength(0)
  })
})

describe('ribbons', () => {
  it('join both ends, and leave the screen where one is beyond it', () => {
    const both = ribbon({ top: 10, bottom: 30 }, { top: 110, bottom: 130 }, 36)
    expect(both).toBe('M0 10C18 10 18 110 36 110V130C18 130 18 30 0 30Z')
    expect(ribbon({ top: 10, bottom: 30 }, 1, 36)).toMatch(/^M0 10/)
    expect(ribbon(-1, { top: 10, bottom: 30 }, 36)).toMatch(/^M36 10/)
    expect(ribbon(-1, 1, 36)).toBeNull()
  })

  it('cover all pieces of a move', () => {
    const ends = endsOf([
      { move: 'a', raw: true, top: 10, bottom: 20 },
      { move: 'a', raw: true, top: 40, bottom: 50 },
      { move: 'a', raw: false, top: 90, bottom: 99 },
      { move: 'b', raw: false, top: 5, bottom: 6 },
    ])
    expect(ends.get('a')).toEqual({ raw: { top: 10, bottom: 50 }, read: { top: 90, bottom: 99 } })
    expect(ends.get('b')).toEqual({ raw: null, read: { top: 5, bottom: 6 } })
  })
})
