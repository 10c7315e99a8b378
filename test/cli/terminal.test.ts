import { describe, expect, test } from 'vitest'
import { width, wrap } from '../../src/cli/terminal.ts'

test('Han takes two columns, what is not printed none', () => {
  expect(width('abc')).toBe(3)
  expect(width('年鉴2020')).toBe(8)
  expect(width('，（）　Ａ')).toBe(10)
  expect(width('𠮷')).toBe(2)
  expect(width('\u200b\u00ad\ufeffe\u0301')).toBe(1)
  expect(width('“—”')).toBe(3)
})

describe('wrapping', () => {
  const cut = (text: string, columns: number): string[] =>
    wrap([{ text, style: 'plain' }], columns).map((line) => line.map((r) => r.text).join(''))

  test('keeps two columns free for closing punctuation, which begins no line', () => {
    expect(cut('甲乙丙丁', 8)).toEqual(['甲乙丙', '丁'])
    expect(cut('甲乙丙。丁', 8)).toEqual(['甲乙丙。', '丁'])
    expect(cut('甲乙丙。”丁', 8)).toEqual(['甲乙丙。', '”丁'])
  })

  test('cuts no pair of surrogates, loses nothing, and gives one line to nothing', () => {
    const text = '𠮷a𠮷bc𠮷𠮷d'
    for (let columns = 4; columns < 14; columns++) {
      const lines = cut(text, columns)
      expect(lines.join('')).toBe(text)
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
    }
    expect(cut('', 10)).toEqual([''])
  })

  test('keeps styles over a break', () => {
    expect(
      wrap(
        [
          { text: '甲乙', style: 'plain' },
          { text: '丙丁', style: 'removed' },
        ],
        8,
      ),
    ).toEqual([
      [
        { text: '甲乙', style: 'plain' },
        { text: '丙', style: 'removed' },
      ],
      [{ text: '丁', style: 'removed' }],
    ])
  })
})
