import { describe, expect, it } from 'vitest'
import { contributorNames, isShortName } from '../../src/core/structure/names.ts'

describe('contributorNames', () => {
  it.each([
    ['周明远', ['周明远']],
    ['陆 珊', ['陆珊']],
    ['陆　珊　钟国平', ['陆珊', '钟国平']],
    ['陆 珊 叶 青', ['陆珊', '叶青']],
    ['欧阳雪', ['欧阳雪']],
    ['钟国平、陆珊', ['钟国平', '陆珊']],
  ])('%s', (inner, names) => {
    expect(contributorNames(inner)).toEqual(names)
  })

  it.each(['2019年', '详见附录第三章节', 'ABC', '', '一'])('takes %j for no name', (inner) => {
    expect(contributorNames(inner)).toBeNull()
  })
})

describe('isShortName', () => {
  it('knows the name of a section, letter-spaced or not', () => {
    expect(isShortName('综 述', 16)).toBe(true)
    expect(isShortName('粮食收购与储备', 16)).toBe(true)
  })

  it('takes no sentence, no number, nothing long', () => {
    expect(isShortName('新建粮站，', 16)).toBe(false)
    expect(isShortName('2019年', 16)).toBe(false)
    expect(isShortName('粮'.repeat(17), 16)).toBe(false)
  })
})
