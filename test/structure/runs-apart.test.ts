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

  it('no caption begins with the end of a period', () => {
    const raw = `综述\n\n【概况】\n\n${runs(3)}7\n\n—\n\n12\n\n月，县粮食局组织\n\n保管员江柏松在石门乡晾晒稻谷（陆珊 摄）\n\n新建晒场\n\n5\n\n处。\n\n`
    const [entry] = sections(raw)[0]!.entries
    expect(entry!.captions.map((k) => k.text)).toEqual(['保管员江柏松在石门乡晾晒稻谷'])
  })

  it.each(['29\n\n—\n\n31\n\n日寒潮期间，县属', '21\n\n日起县属'])(
    'no caption begins with a period: %j',
    (days) => {
      const raw = `综述\n\n【概况】\n\n${runs(3)}12\n\n月\n\n${days}\n\n石门粮库彩色晒场\n\n（陆珊 摄）\n\n粮站封仓。\n\n`
      const [entry] = sections(raw)[0]!.entries
      expect(entry!.captions.map((k) => k.text)).toEqual(['石门粮库彩色晒场'])
    },
  )

  it('no caption has its day before its year', () => {
    const raw = `综述\n\n【概况】\n\n${runs(3)}网上粮市\n\n3\n\n月\n\n28\n\n日开\n\n云山县粮食局\n\n2019\n\n年度表彰会会场\n\n（陆珊 摄）\n\n通，成交稻谷\n\n30\n\n吨。\n\n`
    const [entry] = sections(raw)[0]!.entries
    expect(entry!.captions.map((k) => k.text)).toEqual(['云山县粮食局2019年度表彰会会场'])
    expect(entry!.paragraphs.join('')).toContain('3月28日开通，')
  })

  it('a caption’s date is whole though stray spaces stand in it, and no caption begins with a unit', () => {
    const caption = (words: string): string[] => {
      const raw = `综述\n\n【概况】\n\n${runs(3)}新建仓房\n\n8.6\n\n万平方\n\n${words}（陆珊 摄）\n\n米，收储顺利。\n\n`
      return sections(raw)[0]!.entries.flatMap((e) => e.captions.map((k) => k.text))
    }
    expect(caption('2019\n\n年 \n\n10\n\n 月\n\n18\n\n日，石门粮库开仓')).toEqual([
      '2019年10月18日，石门粮库开仓',
    ])
    expect(caption('石门粮库外景（2019年\n\n10\n\n月摄）')).toEqual(['石门粮库外景（2019年10月摄）'])
  })

  it('the last of items that end with ； ends with its first full stop, whatever its row’s width', () => {
    const lines =
      '综述|【概况】云山县深化粮食收储改革推进粮库建设，年|内有四项举措：|1|.组建以第一粮食中心粮库、西乡粮站为牵头单位的集|团公司|2|个，覆盖全部|14|家基层粮食购销站点；|2' +
      '|.取消政策性粮食存储加价，调整存储费用项目标准|1,368|项，损耗率降至|29.7%|，吨粮收入消耗防护材|料（不含包装）|21.4|元；|3|.推行按粮食品种定额付费（|LS' +
      'D|）补贴，纳入品种|607|个，每吨次均费用|9,814|元，同比下降|2.6%|；|4|.实行站长年薪制度，最高|58|万元、最低31.5万元。|全年收购销售总量|986.4|' +
      '万吨，基层粮站占|63.8%|，|较上年提升|4.2|个百分点。'
    expect(paragraphs(lines.replaceAll('|', '\n\n')).slice(-2)).toEqual([
      '4.实行站长年薪制度，最高58万元、最低31.5万元。',
      '全年收购销售总量986.4万吨，基层粮站占63.8%，较上年提升4.2个百分点。',
    ])
  })

  it('the last of items of one sentence ends with its first full stop at a row’s end', () => {
    const raw =
      '综述|【气象与水文】|2021|年，全县平均气温|17.6|℃，比常年|偏高|0.8|℃；降水量|1,642.3|毫米，偏多9.7%；日照|1,715.4|小时。极端最高气温|39.2|℃（|7|月|14|日），极端|最低气温|-|6.1|℃（|1|月|8|日）。|1|.春季（|3|—|5|月）平均气温|16.8|℃，降水日数|42|天。|2|.夏季（|6|—|8|月）平均气温|27.5|℃，|35|℃以上高温日数|31|天。|3|.秋季（|9|—|11|月）平均气温|19.3|℃，降水量|218.6|毫米。|云溪石门水文站年径流量|48.6|亿立方米，最高水位|35.42|米，出现在|5|月|20|日；最低水位|27.18|米， 出现在|12|月|23|日。|'
    const all = paragraphs(raw.replaceAll('|', '\n\n'))
    expect(all.slice(1, 4).map((p) => p.slice(0, 4))).toEqual(['1.春季', '2.夏季', '3.秋季'])
    expect(all[3]).toMatch(/218\.6毫米。$/)
    expect(all[4]).toMatch(/^云溪石门水文站/)
    // Where items have several sentences, the last may have, too.
    const several = paragraphs(raw.replace(/(?<=[|]42[|]天|[|]31[|]天)。/g, '。晴。').replaceAll('|', '\n\n'))
    expect(several[3]).toContain('218.6毫米。云溪石门水文站')
  })

  it('dashes of a code are no marks of a page number', () => {
    const raw = `综述\n\n【概况】\n\n${runs(3)}编号为\n\nYLK\n\n-\n\n2019\n\n-\n\n0617\n\n。书号\n\n978\n\n- 5108 -\n\n1234\n\n。\n\n`
    expect(paragraphs(raw).join('')).toMatch(/编号为YLK-2019-0617。.*5108/)
  })

  it('a unit on the line under a header is its last cell’s', () => {
    const table =
      '年粮站情况一览表\n\n名称 仓容\n\n（万吨） 面积（亩）\n\n石门 \n\n12.3\n\n50.5\n\n东乡 \n\n8.7\n\n46.2\n\n'
    const all = paragraphs(`综述\n\n【概况】\n\n${runs(3)}2019\n\n${table}收购\n\n【秋粮】\n\n${runs(2)}`)
    expect(all).toEqual(
      expect.arrayContaining(['名称 仓容（万吨） 面积（亩）', '石门 12.3 50.5', '东乡 8.7 46.2']),
    )
  })

  it('a cell names several things, and the years of a title stand apart', () => {
    const rows =
      '石门粮库 \n\n12.3\n\n 稻谷、小麦 恒温储存\n\n东乡粮站 \n\n8.7\n\n 玉米 翻仓\n\n+\n\n通风\n\n'
    const raw = `综述\n\n【概况】\n\n${runs(3)}石门片粮库\n\n2016\n\n—\n\n2018\n\n年储粮情况表\n\n名称 仓容（万吨） 品种 方式\n\n${rows}【秋粮】\n\n${runs(2)}`
    const all = paragraphs(raw)
    expect(all.slice(3, 7)).toEqual([
      '石门片粮库2016—2018年储粮情况表',
      '名称 仓容（万吨） 品种 方式',
      '石门粮库 12.3 稻谷、小麦 恒温储存',
      '东乡粮站 8.7 玉米 翻仓+通风',
    ])
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

describe('page numbers where runs are set apart', () => {
  const furniture = (raw: string): readonly string[] => cleaned(raw).book.furniture
  const page = (head: string, number: string): string => `${head}\n\n${number}\n `
  const book = (first: string, second: string, third: string): string =>
    `粮食\n\nGrain\n\n综述\n\n【概况】\n\n${runs(40)}${first}${runs(40)}${second}${runs(40)}${third}${runs(2)}`

  it('are found though a line that begins with a space stands between them', () => {
    const stray = '仓内温度低于\n\n213\n\n K，\n\n'
    const raw = book(
      `实存\n\n${page('粮食', '212')}仓，${stray}`,
      `库存\n\n${page('云山年鉴2019', '213')}粮`,
      `入库\n\n${page('粮食', '214')}量`,
    )
    expect(furniture(raw)).toEqual(['粮食', '212', '云山年鉴2019', '213', '214'])
  })

  it('stand on the side of the head where the others do, and not where numbers of the text happen to count up', () => {
    const at = (count: number, head: string, number: string): string =>
      `新建\n\n${count}\n\n${page(head, number)}座。`
    const raw = book(at(3, '粮食', '212'), at(4, '云山年鉴2019', '213'), at(5, '粮食', '214'))
    expect(furniture(raw)).toEqual(['粮食', '212', '云山年鉴2019', '213', '214'])
  })

  it('are none in mid-sentence where they count up by chance', () => {
    const raw = book('收储。\n\n3\n\n 家。', '列全省第\n\n4\n\n 位。', '建成\n\n7\n\n 类粮仓。')
    expect(furniture(raw)).toEqual([])
  })

  it('go with their head where it stands inside a title', () => {
    const torn = `【清理拖\n\n\f粮食\n213\n欠粮款】\n\n${runs(2)}`
    const raw = book(`实存\n\n${page('粮食', '212')}仓，`, torn, `入库\n\n${page('粮食', '214')}量`)
    expect(sections(raw)[0]!.entries.map((e) => e.title)).toEqual(['概况', '清理拖欠粮款'])
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

  it('heads it between two paragraphs, too', () => {
    const text = '全县新建粮站十八座，改造旧仓七座，收效良好。'
    const rest = '建成晒场五处，培训保管员四十人，各乡收储工作顺利。'
    const raw = `综述\n\n【概况】${text}\n\n粮食\n\nGrain Affairs\n\n${rest}\n\n收购\n\n${entry('油料')}`
    expect(sections(raw).map((s) => s.entries.map((e) => e.paragraphs.join('')).join())).toEqual([
      text + rest,
      text,
    ])
  })

  it('begins another category where the section is signed', () => {
    expect(book('（钟国平）\n\n')).toHaveLength(2)
  })
})
