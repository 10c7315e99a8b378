import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunksOf, type Hunk } from '../../../src/renderer/session/hunks.ts'

function applied(text: string, hunks: readonly Hunk[]): string {
  return [...hunks]
    .reverse()
    .reduce((now, { span, insert }) => now.slice(0, span.from) + insert + now.slice(span.to), text)
}

describe('what was typed', () => {
  it('is told place by place', () => {
    expect(
      hunksOf('新建粮站18座，投资4.5万元。', '新建粮站16座，投资4.6万元。').map((h) => h.insert),
    ).toEqual(['6', '6'])
    expect(hunksOf('一样。', '一样。')).toEqual([])
  })

  it('is one change where next to nothing is the same', () => {
    expect(hunksOf('甲乙丙', '丁乙戊')).toHaveLength(1)
    const [whole, ...rest] = hunksOf('甲'.repeat(400), '乙'.repeat(400))
    expect(rest).toEqual([])
    expect(whole?.span).toEqual({ from: 0, to: 400 })
  })

  it('makes the one text of the other', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '1', '2', '，', '𠮷'), { maxLength: 30 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, hunksOf(before, after))).toBe(after)
      }),
    )
  })
})
