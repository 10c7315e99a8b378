import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const PROSE = '云山县推进各项工作，开展技术培训和实地指导，有效解决群众反映的问题。'
const titles = (raw: string): (string | null)[] =>
  clean(new TextEncoder().encode(raw)).book.categories.flatMap((k) =>
    k.sections.flatMap((s) => s.entries.map((e) => e.title)),
  )
/** A book whose extractor sets runs apart, with these lines in the place of a title. */
const apart = (lines: string): string =>
  `粮食\n【概况】\n2019\n年末，全县有粮站\n18\n座，在建\n3\n座。\n${lines}\n2019\n年\n9\n月\n6\n日，新建粮站\n2\n座。\n`

describe('a title that has lost one of its marks', () => {
  it.each([
    [
      'the opening one, its end on another row',
      `粮食\n【概况】${PROSE}\n溪口粮站扩建改造工程列入年度“清仓”民生实\n事】\n${PROSE}\n`,
      '溪口粮站扩建改造工程列入年度“清仓”民生实事',
    ],
    [
      'the opening one, after a table',
      `粮食\n【概况】${PROSE}\n名称 数量（个） 面积（亩）\n溪口镇 18 2,340\n石桥镇 21 1,860\n石桥粮站扩建】${PROSE}\n`,
      '石桥粮站扩建',
    ],
    [
      'the opening one, runs set apart',
      apart('溪口粮站扩建列入\n2019\n年度“清仓”工程】'),
      '溪口粮站扩建列入2019年度“清仓”工程',
    ],
    ['the opening one, under a heading', apart('收储\n粮站扩建】'), '粮站扩建'],
    ['the closing one, runs set apart', apart('【第\n12\n届收储技能竞赛'), '第12届收储技能竞赛'],
    [
      'the closing one, a year inside',
      `粮食\n【概况】${PROSE}\n【溪口粮站列入2019年度实事工程2019年9月，${PROSE}\n`,
      '溪口粮站列入2019年度实事工程',
    ],
  ])('%s', (_, raw, title) => {
    expect(titles(raw)).toEqual(['概况', title])
  })

  it('is no title whose second line stands twice', () => {
    const raw = apart('【\n2\n座粮站列入年度“清仓”工程】\n座粮站列入年度“清仓”工程】')
    expect(titles(raw)).toEqual(['概况', '2座粮站列入年度“清仓”工程'])
  })
})
