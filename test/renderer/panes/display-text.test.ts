import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitWidth } from '../../../src/core/text/characters.ts'
import { DisplayText } from '../../../src/renderer/panes/raw/display-text.ts'

const texts = fc
  .array(fc.constantFrom('粮', '食', '2', '7', 'a', '。', ' ', '\u3000', '\n', '\n', '𠮷', '，'), {
    maxLength: 120,
  })
  .map((characters) => characters.join(''))

function shown(text: string, width = 10): DisplayText {
  return DisplayText.of(text, width, unitWidth)
}

describe('the raw text as it is drawn', () => {
  it('keeps lines that fit, and hides blank ones', () => {
    const display = shown('粮食\n\n局2017\n　\n年\n')
    expect(display.lines).toEqual(['粮食', '局2017', '年'])
    expect([0, 3, 9].map((at) => display.numberAt(at))).toEqual([1, 3, 5])
    expect(display.numberAt(1)).toBeNull()
  })

  it('cuts what is too long, but begins no row with a stop', () => {
    const display = shown('一二三四五六七。八九')
    expect(display.lines).toEqual(['一二三四五', '六七。八九'])
    expect(shown('一二三四五。六').lines).toEqual(['一二三四五。', '六'])
    expect(display.numberAt(6)).toBeNull()
  })

  it('draws all ink once, in order, and knows its way back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const display = shown(text)
        const drawn = display.lines.join('\n')
        expect(drawn.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
        for (let raw = 0; raw < text.length; raw++) {
          const at = display.toDisplay(raw)
          if (!/\S/u.test(text.charAt(raw))) continue
          expect(drawn.charAt(at)).toBe(text.charAt(raw))
          expect(display.toRaw(at)).toBe(raw)
        }
      }),
    )
  })

  it('finds the row of a place, and a place in a row', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const display = shown(text)
        const row = Math.floor(share * display.rows)
        const raw = display.rawAtRow(row + 0.5)
        expect(display.rowOf(raw)).toBe(Math.min(row, display.rows - 1))
      }),
    )
  })

  it('is broken the same in slices', () => {
    const text = '粮食收购4.5万吨，比上年增长\n'.repeat(3_000)
    const making = DisplayText.making(text, 10, unitWidth)
    let pauses = 0
    let step = making.next()
    for (; step.done !== true; step = making.next()) pauses++
    expect(pauses).toBeGreaterThan(3)
    expect(step.value.lines).toEqual(shown(text).lines)
  })
})
