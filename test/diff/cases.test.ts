import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/diff/change.ts'
import { changesFigures } from '../../src/core/diff/figures.ts'
import { hunks } from '../../src/core/diff/hunks.ts'
import { moves } from '../../src/core/diff/moves.ts'
import { bookChanges } from '../../src/core/diff/pieces.ts'
import { refine } from '../../src/core/diff/refine.ts'
import { rowPieces, rows } from '../../src/core/diff/rows.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { diffable, open } from './worked-on.ts'

function golden(name: string): string {
  return readFileSync(join(import.meta.dirname, '../golden', name, 'raw.txt'), 'utf8').replace(/\r\n?/g, '\n')
}

function changes(text: string): Change[] {
  return bookChanges(diffable(open(text)))
}

describe('a change says what kind it is', () => {
  it('a line join', () => {
    const found = changes(golden('hard-wrap-indent')).filter((c) => c.kind === 'joined')
    expect(found.length).toBeGreaterThan(0)
    for (const c of found)
      expect(c).toMatchObject({ layer: 'layout', after: '', moved: null, figures: false })
  })

  it('a letter read as a digit', () => {
    const found = changes(golden('digit-letters')).filter((c) => c.figures)
    expect(found.length).toBeGreaterThan(0)
    for (const c of found) expect(c).toMatchObject({ kind: 'replaced', layer: 'substance' })
  })

  it('full-width digits, which are the same numbers', () => {
    const found = changes(golden('full-width-digits')).filter((c) => c.kind === 'replaced')
    expect(found.length).toBeGreaterThan(0)
    for (const c of found) expect(c).toMatchObject({ layer: 'character', figures: false })
  })

  it('a number put together again stands out, though it is layout', () => {
    const found = changes(golden('cut-number')).filter((c) => c.kind === 'joined' && c.figures)
    expect(found.map((c) => c.layer)).toContain('layout')
  })

  it('furniture and the marks of structure', () => {
    const found = changes(golden('furniture-form-feed'))
    expect(found.filter((c) => c.kind === 'furniture').map((c) => c.before.trim())).not.toEqual([])
    const marks = found.filter((c) => c.kind === 'structural')
    expect(marks.map((c) => c.after).join('')).toBe('')
    expect(marks.some((c) => c.before.includes('【'))).toBe(true)
  })
})

describe('a lifted caption', () => {
  const doc = open(golden('interleaved-caption-mid-word'))
  const source = diffable(doc)

  it('stands on the raw side inside the sentence that it tore', () => {
    const table = rows(source.blocks)
    const torn = table.find((r) => r.block?.role === 'paragraph' && r.loose.length > 0)!
    const pieces = rowPieces(source, torn)
    expect(new Set(pieces.map((p) => p.side))).toEqual(new Set(['both', 'raw']))
    const read = pieces.flatMap((p) => (p.side === 'raw' ? [] : [p.after])).join('')
    expect(read).toBe(correctedText(doc.raw, torn.block!))
    const lifted = table.find((r) => r.block?.role === 'caption')!
    expect(rowPieces(source, lifted).every((p) => p.side === 'corrected')).toBe(true)
  })

  it('is a move with both ends', () => {
    const found = moves(source)
    expect(found.length).toBeGreaterThan(0)
    for (const { correction, to } of found) {
      const relocation = doc.corrections.get(correction)!
      expect(relocation.kind).toBe('move')
      for (const end of to) {
        const text = correctedText(doc.raw, doc.blocks.get(end.block)!)
        expect(relocation.replaces.join('').replace(/\s/g, '')).toContain(
          text.slice(end.clean, end.clean + 3),
        )
      }
    }
  })
})

describe('numbers', () => {
  it.each([
    ['建成', '18', '180', '座', true],
    ['20', 'O', '0', '年', true],
    ['增长4', '．', '.', '5%', false],
    ['增长4', '·', '.', '5%', true],
    ['增长4', '.', '', '5%', true],
    ['1,', '\n', '', '234', true],
    ['2017', '\n', '', '年', false],
    ['', '２０１７', '2017', '年', false],
    ['二十', '三', '二', '户', true],
    ['约3', '万', '千', '元', true],
    ['全', '區', '区', '', false],
    ['18', '\n\n', ' ', '0座', false],
  ])('%s[%s→%s]%s: %s', (left, before, after, right, expected) => {
    expect(changesFigures(left, before, after, right)).toBe(expected)
  })
})

describe('inside a replacement', () => {
  const show = (before: string, after: string, figures = true): string =>
    refine(before, after, figures)
      .map(
        ({ kind, text, figures: f }) =>
          `${kind === 'same' ? '' : kind === 'removed' ? '-' : '+'}${text}${f ? '!' : ''}`,
      )
      .join('|')

  it.each([
    ['共1,284人', '共1,248人', '共1,2|-84!|+48!|人'],
    ['2O19', '2019', '2|-O!|+0!|19'],
    ['4.5', '45', '4|-.!|5'],
    ['共建粮站18座', '共建成粮站19座', '共建|+成|粮站1|-8!|+9!|座'],
    ['.', '', '-.!'],
  ])('%s → %s', (before, after, expected) => {
    expect(show(before, after)).toBe(expected)
  })

  it('a paragraph that is typed anew in whole stays one replacement, quickly', () => {
    const parts = refine('甲'.repeat(3000), '乙'.repeat(3000), false)
    expect(parts.map((p) => p.kind)).toEqual(['removed', 'inserted'])
  })
})

describe('only changes', () => {
  it('leave out the text between them', () => {
    const source = diffable(open(golden('digit-letters')))
    const row = rows(source.blocks).find((r) => rowPieces(source, r).some((p) => p.change?.figures))!
    const shown = hunks(rowPieces(source, row), (c) => c.figures, 6)
    const text = shown.map((s) => (s.kind === 'gap' ? '…' : s.piece.before)).join('')
    expect(text.length).toBeLessThan(rowPieces(source, row).reduce((n, p) => n + p.before.length, 0))
    expect(text).toContain('…')
  })
})
