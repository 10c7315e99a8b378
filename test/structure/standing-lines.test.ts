import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const paragraphs = (raw: string): string[] =>
  clean(new TextEncoder().encode(raw)).book.categories.flatMap((k) =>
    k.sections.flatMap((s) => s.entries.flatMap((e) => e.paragraphs)),
  )
const TEXT = '2019\n年末，全县有粮站\n18\n座，在建\n3\n座，收储粮食\n2,340\n吨，比上年增长\n4.5%\n。\n'

describe('headings of chapters where runs are set apart', () => {
  it('stand by themselves, their names on the line or on the next one', () => {
    expect(paragraphs(`${TEXT}第一章\n粮站建设\n第二节 收储管理\n${TEXT}`).slice(1, 4)).toEqual([
      '第一章',
      '粮站建设',
      '第二节收储管理',
    ])
  })

  it('are none in mid-sentence', () => {
    const raw = `${TEXT}本年收储按照县粮食局印发的条例\n第二章\n执行，入库\n860\n吨。\n`
    expect(paragraphs(raw).join('')).toContain('条例第二章执行，入库860吨。')
  })
})

describe('what leads to a list that is set in', () => {
  it('is the rest of its paragraph, where the row above it is full', () => {
    const rows = '云山县推进各项工作，开展技术培训和实地指\n导，有效解决群众反映的问题并落实检查制。\n'
    const list = '　　（一）新建粮站三座，改建两座；\n　　（二）收储早稻，储备种子。\n'
    const found = paragraphs(`综述\n\n【粮站】\n${rows.repeat(3)}主要内容包括：\n${list}`)
    expect(found[0]).toBe(`${rows.repeat(3).replaceAll('\n', '')}主要内容包括：`)
    expect(found).toHaveLength(3)
  })
})
