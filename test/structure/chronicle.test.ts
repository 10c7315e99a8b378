import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const categories = (lines: string) =>
  clean(new TextEncoder().encode(lines.replaceAll('|', '\n\n') + '\n')).book.categories
const sections = (lines: string) =>
  categories(lines).flatMap((k) =>
    k.sections.map((s) => `${s.title ?? ''}: ${s.entries.flatMap((e) => e.paragraphs).join(' / ')}`),
  )

const JANUARY =
  '1|月|5|日，云山县粮食局召开年度工作会议，表彰先进粮站|12|个、先进个人|36|名。|18|—|21|日，省粮食局检查组到县检查秋粮收购，抽查|粮库|4|座。|'
const FEBRUARY =
  '2|月|3|日，石门粮库扩建工程开工，新建仓房|8|座，总投资|2,740|万元。|是月，全县完成稻谷轮换|1.2|万吨，为上年|2|月的|3|倍。|'
const MARCH = '3|月|12|日，首届云山粮食交易会开幕，签约项目|18|个。|28|日，东乡粮站改造完成，投资|386|万元。|'

describe('a chronicle whose numbers stand on lines of their own', () => {
  it('has its months as headings and a paragraph for each day', () => {
    expect(sections(`大事记|Chronicle of Events|${JANUARY}${FEBRUARY}${MARCH}`)).toEqual([
      '1月: 5日，云山县粮食局召开年度工作会议，表彰先进粮站12个、先进个人36名。 / 18—21日，省粮食局检查组到县检查秋粮收购，抽查粮库4座。',
      '2月: 3日，石门粮库扩建工程开工，新建仓房8座，总投资2,740万元。 / 是月，全县完成稻谷轮换1.2万吨，为上年2月的3倍。',
      '3月: 12日，首届云山粮食交易会开幕，签约项目18个。 / 28日，东乡粮站改造完成，投资386万元。',
    ])
  })

  it('has no headings where each paragraph begins with its month and day', () => {
    const dates = [3, 9, 16, 24].map((day, i) => `1|月|${day}|日，石门粮库出仓稻谷|${120 + i}|吨。|`).join('')
    const more = [2, 11, 26].map((day, i) => `2|月|${day}|日，东乡粮站收购油料|${40 + i}|吨。|`).join('')
    const all = sections(`大事记|Chronicle of Events|${dates}${more}`)
    expect(all).toHaveLength(1)
    expect(all[0]).toContain(
      '1月3日，石门粮库出仓稻谷120吨。 / 1月9日，石门粮库出仓稻谷121吨。 / 1月16日，石门粮库',
    )
  })

  it('elsewhere has none: a month that a sentence begins with', () => {
    const raw = `粮食|Grain|综述|【概况】全县收购稻谷|4.2|万吨，新建仓房|8|座。|3|月|12|日，首届粮食交易会开幕，签约项目|18|个。|28|日，东乡粮站改造完成。|`
    expect(categories(raw).flatMap((k) => k.sections.map((s) => s.title))).toEqual(['综述'])
  })

  it('begins with the month above a title that was extracted in mid-sentence', () => {
    const torn = JANUARY.replace('先进粮站|', '先进粮站|大事记|Chronicle of Events|')
    const [first, ...rest] = categories(`${torn}${FEBRUARY}${MARCH}`)
    expect(rest).toEqual([])
    expect(first!.title).toBe('大事记')
    expect(first!.sections.map((s) => s.title)).toEqual(['1月', '2月', '3月'])
    expect(first!.sections[0]!.entries[0]!.paragraphs[0]).toContain('表彰先进粮站12个、先进个人36名。')
  })

  it('is not begun by what stands in full before its title', () => {
    const before = '特载|Special Records|1|月|的收购工作会议要求，全年收购稻谷|4.2|万吨。|'
    expect(categories(`${before}大事记|Chronicle of Events|${JANUARY}${MARCH}`).map((k) => k.title)).toEqual([
      '特载',
      '大事记',
    ])
  })
})

describe('captions in a chronicle whose numbers stand on lines of their own', () => {
  const captions = (lines: string): string[] =>
    categories(lines).flatMap((k) =>
      k.sections.flatMap((s) => s.entries.flatMap((e) => e.captions.map((c) => c.text))),
    )

  it('begin with the year of a name, and take no sentence with its day', () => {
    const torn = MARCH.replace('开幕，', '开幕，|2019|云山粮食交易会现场|（陆珊 摄）|')
    const raw = `大事记|Chronicle of Events|${JANUARY}${FEBRUARY}${torn}`
    expect(captions(raw)).toEqual(['2019云山粮食交易会现场'])
    expect(sections(raw).join()).toContain('12日，首届云山粮食交易会开幕，签约项目18个。')
  })

  it('begin before a year that a word leads on to', () => {
    const torn = MARCH.replace('开幕，', '开幕，|县粮食局干部在|2019|云山粮食交易会现场|（陆珊 摄）|')
    expect(captions(`大事记|Chronicle of Events|${JANUARY}${FEBRUARY}${torn}`)).toEqual([
      '县粮食局干部在2019云山粮食交易会现场',
    ])
  })

  it('without a date are set apart from a sentence that begins with its day', () => {
    const raw = `粮食|Grain|综述|【概况】全县收购稻谷|4.2|万吨，新建仓房|8|座。|12|月|6|日，全市粮食工作现场会在县召开，|石门粮库外景|（陆珊 摄）|8|个县（市）代表|92|人参加。|`
    expect(captions(raw)).toEqual(['石门粮库外景'])
  })

  it('that begin with their day in mid-sentence keep it', () => {
    const raw = `粮食|Grain|综述|【概况】全县收购稻谷|4.2|万吨，新建仓|12|月|6|日，全市粮食工作会议在石门粮库|召开|（陆珊 摄）|房|8|座，改造旧仓|7|座。|`
    expect(captions(raw)).toEqual(['12月6日，全市粮食工作会议在石门粮库召开'])
  })
})
