import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

/** Each column is one line: its end says nothing of where a paragraph ends. */
const columns = (end: string): string =>
  [
    '粮食\n\n综述\n',
    '　　【概况】 2019年，云山县收购粮食12万吨，新建粮站18座，改造仓容3.2万吨。全县有国有粮食企业12家，从业人员486人。',
    '　　【粮站融资座谈会】 2019年5月22日，县粮食局邀请银行和粮站负责人召开座谈会，就粮站收购资金进行探讨，提出要依托',
    '',
    `收购季节的需求，建立协调机制，规范工作流程，改进贷款方式，做好各项服务${end}`,
    '　　【粮站开放日】 2019年6月1日，县粮食局在城东粮站举办开放日活动，市民120人到场参观，观看了粮食入库的全过程。',
    '城西粮站、城北粮站同日开放，参观市民共340人。',
    '　　【粮站竣工】 2019年11月，城南粮站竣工，仓容2.4万吨，总投资5,600万元。',
    '该站配有烘干塔2座、输送机16台，日处理粮食600吨。',
    '',
  ].join('\n')

const asked = (end: string): string[] => {
  const { suggestions } = clean(new TextEncoder().encode(columns(end))).analysis
  return suggestions.filter((s) => s.rule === 'structure/displaced-stops').map((s) => s.reason.key)
}

describe('two full stops at the end of a column', () => {
  it('are asked about where the second went back to the end of another column', () => {
    expect(asked('。。')).toEqual(['maybe-double'])
  })

  it('and nothing is where there is one', () => {
    expect(asked('。')).toEqual([])
  })
})

describe('two full stops side by side where runs are set apart', () => {
  const paragraphs = (lines: string): string[] =>
    clean(new TextEncoder().encode(lines.replaceAll('|', '\n\n')))
      .book.categories.flatMap((k) => k.sections)
      .flatMap((s) => s.entries)
      .flatMap((e) => e.paragraphs)

  it('are a double, where no paragraph of the entry ends without one', () => {
    const lines =
      '综述|【概况】　|2021|年， 云山县有医疗卫生机构|286|家，其中|县级医院|3|家、乡镇卫生院|12|家、社区卫生服务中心|4|家；|编制床位|2,415|张，卫生技术人员|3,168|人，其中执业|（助理）医师|1,207|人、注册护士|1,436|人。每千人口拥|有床位|5.2|张、执业医师|2.6|人。全年诊疗412.7万人次，|出院|6.83|万人次，病床使用率|81.4%|。|人均期望寿命|80.14|岁，孕产妇死亡率为|0|，婴儿死亡率|1.86‰，|5|岁以下儿童死亡率|2.97‰|。居民健康素养水|卫生健康|Health|平|33.6%|，比上年提高|2.8|个百分点。 。|【医共体】全县组建医共体|2|个，覆盖全部卫生院。|'
    const all = paragraphs(lines).join('')
    expect(all).toContain('出院6.83万人次')
    expect(all).toContain('个百分点。全县')
  })
})
