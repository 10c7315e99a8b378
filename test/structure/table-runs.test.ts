import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const TEXT = '全县新建粮站|18|座，改造|7|座。|'

/** The title and the rows of a table at the end of an entry, where digits stand on lines of their own. */
function rows(table: string): string[] {
  const raw = `粮食|Grain|综述|【概况】${TEXT}${TEXT}${TEXT}${table}【秋粮】${TEXT}${TEXT}${TEXT}`
  const { book } = clean(new TextEncoder().encode(raw.replaceAll('|', '\n\n')))
  const { paragraphs } = book.categories[0]!.sections[0]!.entries[0]!
  return paragraphs.slice(paragraphs.findIndex((p) => p.endsWith('表')))
}

describe('a table whose digits an extractor has set apart', () => {
  it.each([
    ['2021|年|2020|年 增长（%）|', '2021年 2020年 增长（%）'],
    ['2021|年 2020年 增长（%）|', '2021年 2020年 增长（%）'],
  ])('has the years of its header whole: %j', (header, whole) => {
    const table = `2021|年全县粮食产销统计表|单位：亿元|指标|${header}收购|386.42|351.80|8.3|销售|52.64|47.91|9.9|库存|214.37|193.65|10.7|`
    expect(rows(table)).toEqual([
      '2021年全县粮食产销统计表',
      '单位：亿元',
      `指标 ${whole}`,
      '收购 386.42 351.80 8.3',
      '销售 52.64 47.91 9.9',
      '库存 214.37 193.65 10.7',
    ])
  })

  it('has numbers with their units in one cell, also before a title', () => {
    const table =
      '2021|年全县粮站建设情况表|粮站 新建仓房 投资|石门粮站|8|座|120|万元|东乡粮站|5|座|86|万元|西乡粮站|12|座|240|万元|'
    expect(rows(table).slice(1)).toEqual([
      '粮站 新建仓房 投资',
      '石门粮站 8座 120万元',
      '东乡粮站 5座 86万元',
      '西乡粮站 12座 240万元',
    ])
  })

  it('has dates, places and addresses in one cell', () => {
    const table =
      '2021|年全县粮食技能比赛获奖情况表|名次 选手 单位 地址 时间|第|1|名 江柏松 石门粮站 石门镇中街|12|号|2021|年|4|月|第|2|名 何静文 东乡粮站 东乡大道|118|号|2021|年|11|月|'
    expect(rows(table).slice(1)).toEqual([
      '名次 选手 单位 地址 时间',
      '第1名 江柏松 石门粮站 石门镇中街12号 2021年4月',
      '第2名 何静文 东乡粮站 东乡大道118号 2021年11月',
    ])
  })

  it('has ranges in one cell, and a dash alone in its own', () => {
    const ages =
      '2021|年末全县粮食职工年龄构成表|年龄 人数 比重（%）|18|—|35|岁|62|14.0|36|—|59|岁|277|62.2|60|岁及以上|106|23.8|'
    expect(rows(ages).slice(2)).toEqual(['18—35岁 62 14.0', '36—59岁 277 62.2', '60岁及以上 106 23.8'])
    const empty =
      '2021|年全县粮食产销统计表|品种 收购 销售 库存|稻谷|386.42|—|8.3|小麦|52.64|47.91|9.9|玉米|214.37|—|10.7|'
    expect(rows(empty).slice(2)).toEqual(['稻谷 386.42 — 8.3', '小麦 52.64 47.91 9.9', '玉米 214.37 — 10.7'])
  })

  it.each([
    [
      '指标 数量 单位|稻谷|1,246|吨|小麦|683|吨|玉米|702|吨|',
      ['稻谷 1,246 吨', '小麦 683 吨', '玉米 702 吨'],
    ],
    [
      '指标 单位 数量|稻谷 吨|1,246|小麦 吨|683|玉米 吨|702|',
      ['稻谷 吨 1,246', '小麦 吨 683', '玉米 吨 702'],
    ],
  ])('keeps units apart that have a column: %j', (table, whole) => {
    expect(rows(`2021|年全县粮食生产情况表|${table}`).slice(2)).toEqual(whole)
  })

  it('keeps the number of a row apart from its name, and a name from the number before it', () => {
    const table =
      '2021|年全县粮站一览表|序号 名称 职工（人） 负责人|1|石门粮站|62|江柏松|2|东乡粮站|48|何静文|3|西乡粮站|31|陆珊|'
    expect(rows(table).slice(2)).toEqual([
      '1 石门粮站 62 江柏松',
      '2 东乡粮站 48 何静文',
      '3 西乡粮站 31 陆珊',
    ])
  })
})
