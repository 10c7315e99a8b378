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
