import { describe, expect, it } from 'vitest'
import { lines } from '../../src/core/text/lines.ts'

const contents = (text: string): string[] => lines(text).map((l) => text.slice(l.from, l.to))

describe('lines', () => {
  it('gives what holds something, without the blanks around it', () => {
    expect(contents('\n\n　　新建粮站 \n \n18\n座\n')).toEqual(['新建粮站', '18', '座'])
  })

  it('partitions the text: each line owns its breaks, the first one what stands before it', () => {
    for (const text of ['甲\n乙', '\n \n甲\n\n\f乙\n \n', '甲', '\ufeff甲\u200b\n\u00a0乙\f\n']) {
      const all = lines(text)
      expect(all[0]!.start).toBe(0)
      expect(all.at(-1)!.end).toBe(text.length)
      for (let i = 1; i < all.length; i++) expect(all[i]!.start).toBe(all[i - 1]!.end)
    }
  })

  it('has none in a text that is all blank', () => {
    expect(lines('')).toEqual([])
    expect(lines(' \n\f\n　')).toEqual([])
  })

  it('counts physical lines and the blank ones between', () => {
    const all = lines('甲\n\n\n乙\n丙')
    expect(all.map((l) => l.number)).toEqual([1, 4, 5])
    expect(all.map((l) => l.blanksBefore)).toEqual([0, 2, 0])
  })

  it('sees a page in a form feed and in exactly one leading space', () => {
    expect(lines('甲\n\f乙\n 丙\n  丁\n　戊').map((l) => l.pageMark)).toEqual([
      null,
      'form-feed',
      'leading-space',
      null,
      null,
    ])
    expect(lines('甲\n\f乙').map((l) => l.blanksBefore)).toEqual([0, 0])
  })

  it('measures an indent in half squares', () => {
    expect(lines('　　甲\n  乙').map((l) => l.indent)).toEqual([4, 2])
  })
})
