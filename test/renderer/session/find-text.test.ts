import { describe, expect, it } from 'vitest'
import { findText } from '../../../src/renderer/worker/find-text.ts'
import { Shelf } from './book.ts'

const TEXT = `【仓储管理】 全县有国有粮库12个，总仓容6万吨。开展春秋
云山县粮食局举办仓储技能竞赛
（县粮食局 供稿）
两季粮油普查，查出隐患２３处，GDP增长1,200
座，全部整改。
`

describe('finding', () => {
  const { doc } = new Shelf(TEXT).open()
  const found = (query: string, matchCase = false): string[] =>
    findText(doc, query, matchCase).hits.map(({ context }) => context[1])

  it('finds across torn lines and lifted captions', () => {
    expect(found('春秋两季')).toEqual(['春秋两季'])
    expect(found('1,200座')).toEqual(['1,200座'])
    expect(findText(doc, '春秋两季', false).hits[0]).toMatchObject({
      from: TEXT.indexOf('春秋'),
      to: TEXT.indexOf('粮油普查'),
    })
  })

  it('finds both widths, and both cases unless told not to', () => {
    expect(found('23处')).toEqual(['23处'])
    expect(found('２３')).toHaveLength(1)
    expect(found('gdp')).toEqual(['GDP'])
    expect(found('gdp', true)).toEqual([])
  })

  it('takes what is asked for as it stands', () => {
    expect(found('.')).toEqual([])
    expect(found('（')).not.toEqual([])
    expect(found(' ')).toEqual([])
  })
})
