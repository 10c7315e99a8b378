import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const cleaned = (raw: string): ReturnType<typeof clean> => clean(new TextEncoder().encode(raw))
const sections = (raw: string) => cleaned(raw).book.categories.flatMap((k) => k.sections)
const paragraphs = (raw: string): string[] =>
  sections(raw).flatMap((s) => s.entries.flatMap((e) => e.paragraphs))

/** Runs of digits on lines of their own, so many sentences of it. */
const runs = (n: number): string => '全县新建粮站\n\n18\n\n座，改造\n\n7\n\n座。\n\n'.repeat(n)

describe('where runs are set apart', () => {
  it('a torn name closes two pages on, though the sentence it stands in has a bracket open', () => {
    const torn = `综述\n\n【概况】\n\n${runs(2)}建成粮库（东乡\n\n3\n\n座、西乡\n\n4\n\n（钟国平\n\n座），收效良好。\n\n${runs(50)}）\n\n`
    const [first] = sections(`${torn}收购\n\n【秋粮】\n\n${runs(2)}`)
    expect(first!.contributors).toEqual(['钟国平'])
    expect(first!.entries[0]!.paragraphs.join('')).toContain('（东乡3座、西乡4座），')
  })

  it('the number of an item and the point after it begin the item', () => {
    const items =
      '1\n\n.改造旧仓\n\n12\n\n座；\n\n2\n\n.新建晒场\n\n5\n\n处；\n\n3\n\n.培训保管员\n\n40\n\n人。\n\n'
    expect(paragraphs(`综述\n\n【概况】\n\n${runs(3)}推出三项举措：\n\n${items}`).slice(-3)).toEqual([
      '1.改造旧仓12座；',
      '2.新建晒场5处；',
      '3.培训保管员40人。',
    ])
  })

  it('a caption that begins with a name before its year has the name', () => {
    const raw = `综述\n\n【概况】\n\n${runs(3)}受理来信\n\n23\n\n件，均\n\n云山县粮食局\n\n2019\n\n年度表彰会会场\n\n（陆珊 摄）\n\n在\n\n30\n\n日内办结。\n\n`
    const [entry] = sections(raw)[0]!.entries
    expect(entry!.captions.map((k) => k.text)).toEqual(['云山县粮食局2019年度表彰会会场'])
    expect(entry!.paragraphs.join('')).toContain('均在30日内办结')
  })

  it('letters begin a cell, a point of a number stands alone, and a name without 表 is the title', () => {
    const rows =
      '石门粮库\n\n12.3\n\n7\n\n, \n\n180\n\nG312\n\n中转仓\n\n0.2\n\n638\n\n东乡粮站\n\n8.7\n\n946\n\n'
    const raw = `综述\n\n【概况】\n\n${runs(3)}2019\n\n年全县主要粮库项目\n\n名称 面积（亩） 投资（万元）\n\n${rows}【秋粮】\n\n${runs(2)}`
    const all = paragraphs(raw)
    expect(all.slice(all.indexOf('2019年全县主要粮库项目'), -2)).toEqual([
      '2019年全县主要粮库项目',
      '名称 面积（亩） 投资（万元）',
      '石门粮库 12.3 7,180',
      'G312中转仓 0.2 638',
      '东乡粮站 8.7 946',
    ])
  })
})

describe('a category’s title between two entries of a section', () => {
  const entry = (title: string): string => `【${title}】全县新建粮站十八座，改造旧仓七座，收效良好。\n\n`
  const book = (signature: string): string[] =>
    cleaned(
      `综述\n\n${entry('概况')}${signature}粮食\n\nGrain Affairs\n\n${entry('秋粮')}收购\n\n${entry('油料')}`,
    ).book.categories.map((k) => `${k.title}: ${k.sections.map((s) => s.title).join('、')}`)

  it('heads the section that it parts', () => {
    expect(book('')).toEqual(['粮食: 综述、收购'])
  })

  it('begins another category where the section is signed', () => {
    expect(book('（钟国平）\n\n')).toHaveLength(2)
  })
})
