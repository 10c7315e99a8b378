import { expect, test } from 'vitest'
import { reported } from '../written.ts'

/** The overview of a category, and of a section in it. */
function twice(general: string, section: string): string[] {
  return reported(
    `# 教育\n## 综述\n【概况】\n2019年，云陂县落实规划。${general}\n## 学前教育\n【概况】\n2019年，云陂县落实规划。${section}`,
  )
}

test.each([
  [
    '教职工5,126人，其中专任教师4,387人。',
    '全县有专任教师4,378人。',
    '其中专任教师4,387人',
    '全县有专任教师4,378人',
  ],
  [
    '新增公办幼儿园学位1,260个。',
    '新增公办幼儿园学位1,620个。',
    '新增公办幼儿园学位1,260个',
    '新增公办幼儿园学位1,620个',
  ],
  [
    '全年接待游客486.2万人次。',
    '全县接待游客468.2万人次，增长2%。',
    '全年接待游客486.2万人次',
    '全县接待游客468.2万人次',
  ],
  [
    '机动车保有量12.38万辆。',
    '全县机动车保有量达13.28万辆。',
    '机动车保有量12.38万辆',
    '全县机动车保有量达13.28万辆',
  ],
  // The verb of the list is each member's.
  ['新增市级孵化器2个、省级众创空间6个。', '新增省级众创空间9个。', '省级众创空间6个', '新增省级众创空间9个'],
  // Two measures of one thing.
  ['批准逮捕213件286人。', '批准逮捕213件268人。', '批准逮捕213件286人', '批准逮捕213件268人'],
  // What a part takes from its whole.
  [
    '贷款余额742.6亿元，其中普惠小微贷款124.6亿元。',
    '普惠小微贷款余额142.6亿元。',
    '其中普惠小微贷款124.6亿元',
    '普惠小微贷款余额142.6亿元',
  ],
])('%s / %s', (general, section, a, b) => {
  expect(twice(general, section)).toEqual([`stated-twice | ${a} | ${b}`])
})

test.each([
  // The same number.
  ['专任教师4,378人。', '全县有专任教师4,378人。'],
  // Printed less exactly.
  ['科技经费4,139.4万元。', '科技经费4,139万元。'],
  ['财政性教育经费12.45亿元。', '财政性教育经费124,512万元。'],
  ['在孵企业近300个。', '在孵企业286个。'],
  // Persons and visits, a kind and its subset, stock and flow.
  ['教职工5,126人。', '培训教师5,216人次。'],
  ['全县有幼儿园71所。', '年末有等级幼儿园69所。'],
  ['茶园面积6,820公顷。', '投产茶园6,280公顷。'],
  ['生猪存栏12.6万头。', '生猪出栏21.6万头。'],
  ['新增省级众创空间6个。', '全县有省级众创空间9个。'],
  ['培训教师1,260人次。', '累计培训教师1,620人次。'],
  // Planned and done.
  ['计划投资2,850万元。', '实际完成投资2,580万元。'],
  // Another year, another region, another time of the year.
  ['专任教师4,387人。', '2018年，全县有专任教师4,378人。'],
  ['全县有专任教师4,387人。', '全市有专任教师4,378人。'],
  ['接待游客486.2万人次。', '10月1—7日，接待游客48.26万人次。'],
  // What hangs on another thing.
  ['普通高中4所，在校生6,742人；中职学校1所，在校生1,469人。', '幼儿园71所，在校生6,472人。'],
  // Each, and a mean.
  ['每千人拥有医师3.30人。', '全县有医师3,300人。'],
])('nothing in: %s / %s', (general, section) => {
  expect(twice(general, section)).toEqual([])
})

test('a thing that is told of twice, in an overview and in its own entry', () => {
  const text = `# 科技
    ## 综述
    【概况】
    2019年，全区推动远帆工场与江潮文化集团合作，共同成立首期资金规模40亿元的人工智能产业基金。
    【远帆工场与江潮文化集团签约】
    2019年6月7日，远帆工场与江潮文化集团签署协议，共同成立首期资金规模20亿元的人工智能产业基金。`
  expect(reported(text)).toEqual(['stated-twice | 共同成立首期资金规模40亿元 | 共同成立首期资金规模20亿元'])
})

test('a project’s one size, two digits exchanged', () => {
  const overview = '# 工业\n## 综述\n【概况】\n2020年，引进项目36个，其中德瑞半导体项目总投资32.6亿元。\n'
  const entry = '【德瑞半导体项目开工】\n2020年9月16日，项目开工，项目总投资36.2亿元。'
  expect(reported(overview + entry)).toEqual([
    'stated-twice | 其中德瑞半导体项目总投资32.6亿元 | 项目总投资36.2亿元',
  ])
})

test('two roads are two things, however alike their entries are', () => {
  const entry = (name: string, length: string): string =>
    `【${name}改造】\n2019年，${name}改造工程全长${length}千米，总投资${length}亿元。\n`
  expect(reported(`# 城建\n## 道路\n${entry('人民路', '2.6')}${entry('解放路', '6.2')}`)).toEqual([])
})

test('what offices count, each counts for itself', () => {
  const text = `# 市场监管
    ## 食品
    【概况】
    2020年，出动执法人员3,126人次，检查单位5,218家次。
    ## 药品
    【概况】
    2020年，出动执法人员2,846人次，检查单位4,863家次。`
  expect(reported(text)).toEqual([])
})
