import { describe, expect, test } from 'vitest'
import { reported } from '../written.ts'

function inOverview(text: string): string[] {
  return reported(`# 综合\n## 综述\n【概况】\n${text}`)
}

function findings(cases: readonly (readonly [text: string, a: string, b: string])[], rule: string): void {
  test.each(cases)('%s', (text, a, b) => {
    expect(inOverview(text)).toEqual([`${rule} | ${a} | ${b}`])
  })
}

function silence(cases: readonly string[]): void {
  test.each(cases)('nothing in: %s', (text) => {
    expect(inOverview(text)).toEqual([])
  })
}

describe('share and whole', () => {
  findings(
    [
      ['教职工5,126人，其中专任教师6,387人。', '教职工5,126人', '其中专任教师6,387人'],
      ['交流教师312人，其中骨干教师69人，占12.2%。', '交流教师312人', '其中骨干教师69人，占12.2%'],
      [
        '减税5.62亿元，其中增值税2.36亿元，占42.0%；社保费1.24亿元，占26.1%。',
        '减税5.62亿元',
        '社保费1.24亿元，占26.1%',
      ],
      ['185名学生参加，通过168人，通过率98.0%。', '185名学生参加', '通过168人，通过率98.0%'],
      ['秸秆综合利用率106.2%。', '秸秆综合利用率106.2%', '秸秆综合利用率106.2%'],
    ],
    'share-over-whole',
  )
  silence([
    '经费13.82亿元，比上年增长7.6%，其中财政性经费12.45亿元，占90.1%。',
    '立刑事案件1,264起，破案1,018起，破案率80.5%。',
    // Some cases are of former years.
    '立刑事案件1,264起，破案1,018起，破案率83.1%。',
    '任务完成率262%，完成年度计划的108.6%。',
    '抽检2,846批次，合格率98.4%，不合格46批次。',
    '完成造林486公顷，其中人工造林173公顷；抚育森林2,740公顷。',
    '公交车146辆，出租车180辆；新能源公交车60辆，占公交车总数的41.1%。',
  ])
})

describe('growth and values', () => {
  findings(
    [
      ['经营户由412户增至386户。', '经营户由412户', '经营户由412户增至386户'],
      ['低保标准由每月660元提高到每月620元。', '低保标准由每月660元', '低保标准由每月660元提高到每月620元'],
      ['供水3,862万吨，比上年增加186万吨，增长8.1%。', '供水3,862万吨，比上年增加186万吨', '增长8.1%'],
      ['税收由6.4亿元增至7.9亿元，增长32.4%。', '税收由6.4亿元增至7.9亿元', '增长32.4%'],
      ['交易额8.6亿元，比上年下降118.5%。', '下降118.5%', '下降118.5%'],
    ],
    'growth-and-values',
  )
  silence([
    '经费1,860万元，比上年增加310万元，增长20%。',
    '在园幼儿17,236人，比上年减少312人，增长-1.8%。',
    '税收由6.4亿元增至7.9亿元，增长23.4%。',
    '流通腐损率由18%降至9%，收入比由1.86∶1缩小至1.84∶1。',
    // In constant prices.
    '总产值68.4亿元，比上年增加3.2亿元，按可比价格增长2.4%。',
    '营业收入2.6亿元，利润下降132%。',
  ])
})

describe('impossible dates', () => {
  findings(
    [
      ['9月31日，全省现场会召开。', '9月31日，全省现场会召开', '9月31日，全省现场会召开'],
      ['2019年2月29日，举行签约仪式。', '2019年2月29日', '2019年2月29日'],
      ['2019年13月，项目开工。', '2019年13月', '2019年13月'],
      ['2019年5月26—15日，举办展演。', '2019年5月26—15日', '2019年5月26—15日'],
      ['2019年9月9日25:70，会议召开。', '2019年9月9日25:70', '2019年9月9日25:70'],
    ],
    'impossible-date',
  )
  silence([
    '2020年2月29日，5月28日—6月3日，3月1日12:00起至6月30日24:00。',
    '按照4:4:2的出资比例，13月龄接种。',
    '4月15—26日，10月—次年3月。',
  ])
})

describe('dates outside the book', () => {
  const entries = (last: string): string =>
    `# 综合\n## 大事\n${['甲', '乙', '丙', '丁', '戊'].map((n, i) => `【${n}会议】\n2019年${String(i + 1)}月5日，${n}会议召开。`).join('\n')}\n${last}`

  test.each([
    ['【己会议】\n2029年6月5日，己会议召开。', '2029年6月5日'],
    ['【己会议】\n2091年6月5日，己会议召开。', '2091年6月5日'],
    ['【规划】\n2019年6月，印发规划，到2109年建成。', '，到2109年'],
  ])('%s', (last, a) => {
    expect(reported(entries(last)).map((f) => f.split(' | ')[1])).toContain(a.replace('，', ''))
  })

  test.each([
    '【己会议】\n2018年12月5日，项目立项。2019年3月，开工。',
    '【己公司】\n2009年6月5日成立，主营粮食加工。',
    '【规划】\n2019年6月，印发规划，到2035年建成。',
    '【己会议】\n2019年6月5日，总结2018年工作。',
  ])('nothing in: %s', (last) => {
    expect(reported(entries(last))).toEqual([])
  })
})

describe('magnitude', () => {
  findings(
    [
      [
        '资金2.16亿元，其中技改1.12亿元、研发5,360亿元、品牌5,040万元。',
        '资金2.16亿元',
        '其中技改1.12亿元、研发5,360亿元、品牌5,040万元',
      ],
    ],
    'magnitude',
  )
  test('one figure at two sizes', () => {
    const text =
      '# 财政\n## 综述\n【概况】\n2019年，全县财政专项补助资金1.386亿元。\n## 财政\n【概况】\n2019年，全县财政专项补助资金1,386万元。'
    expect(reported(text)).toEqual([
      'magnitude | 全县财政专项补助资金1.386亿元 | 全县财政专项补助资金1,386万元',
    ])
  })
  silence(['资金2.16亿元，其中技改1.12亿元、研发5,360万元、品牌5,040万元。'])
})

describe('lists and their counts', () => {
  const list = (n: number): string =>
    ['一', '二', '三', '四', '五']
      .slice(0, n)
      .map((x) => `- （${x}）措施${x}；`)
      .join('\n')

  test('fewer points than were said', () => {
    expect(inOverview(`县政府出台五项扶持措施：\n${list(4)}`)).toEqual([
      'list-and-count | 县政府出台五项 | （四）措施四；',
    ])
    expect(inOverview(`县政府出台五项扶持措施：\n${list(5)}`)).toEqual([])
    // A point may have been lost in between: then the list proves nothing.
    expect(inOverview(`县政府出台五项扶持措施：\n${list(4).replace('（二）', '（三）')}`)).toEqual([])
    expect(inOverview(`列为十件实事之一。主要内容包括：\n${list(4)}`)).toEqual([])
  })

  test('named one by one behind 分别', () => {
    const named = '甲局获先进集体，乙镇获示范镇，丙社区、丁社区获示范社区'
    expect(inOverview(`获省级荣誉6项，分别是${named}。`)).toEqual([
      `list-and-count | 获省级荣誉6项 | 分别是${named}`,
    ])
    expect(inOverview(`获省级荣誉4项，分别是${named}。`)).toEqual([])
    expect(inOverview('小学、初中2类，分别为38.4人和41.2人。')).toEqual([])
  })
})

describe('tables', () => {
  const table = (said: string, tea: string, total: string): string =>
    `# 农业\n## 质量\n【监测】\n2019年，抽检农产品${said}批次。\n| 类别 抽检（批次） 合格（批次） 合格率（%）\n| 蔬菜 5,236 5,187 99.1\n| 水果 2,418 2,402 99.3\n| 茶叶 1,642 1,639 ${tea}\n| 水产品 1,463 1,442 98.6\n${total}`

  test('rows against the text, their total and their rates', () => {
    expect(reported(table('10,759', '99.8', ''))).toEqual([])
    expect(reported(table('10,579', '99.8', ''))).toEqual([
      'table-sums | 抽检农产品10,579批次 | 蔬菜 5,236 5,187 99.1',
    ])
    expect(reported(table('10,759', '98.9', ''))).toEqual([
      'table-sums | 茶叶 1,642 1,639 98.9 | 茶叶 1,642 1,639 98.9',
    ])
    expect(reported(table('10,759', '99.8', '| 合计 10,759 10,760 99.2'))).toEqual([
      'table-sums | 合计 10,759 10,760 99.2 | 蔬菜 5,236 5,187 99.1',
    ])
    // A selection of rows.
    expect(reported(table('26,430', '99.8', ''))).toEqual([])
  })
})
