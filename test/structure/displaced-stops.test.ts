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
