import { expect, test } from 'vitest'
import { reported } from '../written.ts'

/** One paragraph of an overview. */
function inOverview(text: string): string[] {
  return reported(`# 农业\n## 综述\n【概况】\n${text}`)
}

test.each([
  [
    '2019年，全县播种面积14,860公顷，其中春粮2,310公顷、早稻3,420公顷、秋粮9,310公顷。',
    'total-and-parts | 全县播种面积14,860公顷 | 其中春粮2,310公顷、早稻3,420公顷、秋粮9,310公顷',
  ],
  [
    '全县有河长429名，其中县级18名、乡级137名、村级284名。',
    'total-and-parts | 全县有河长429名 | 其中县级18名、乡级137名、村级284名',
  ],
  // Named down to the region's own level: nothing may be missing.
  [
    '全县有文物97处，其中国家级4处、省级17处、县级67处。',
    'total-and-parts | 全县有文物97处 | 其中国家级4处、省级17处、县级67处',
  ],
  // Rounded parts are given their half digit each, but not more.
  [
    '全县产量12.6万吨，其中养殖9.8万吨、捕捞3.4万吨。',
    'total-and-parts | 全县产量12.6万吨 | 其中养殖9.8万吨、捕捞3.4万吨',
  ],
  // Two digits exchanged in one part of nearly complete parts.
  [
    '全县有培训机构1,286家，其中城东542家、城西395家、城南331家。',
    'total-and-parts | 全县有培训机构1,286家 | 其中城东542家、城西395家、城南331家',
  ],
  [
    '获金牌18枚、银牌14枚、铜牌23枚，共65枚。',
    'total-and-parts | 获金牌18枚、银牌14枚、铜牌23枚 | 获金牌18枚、银牌14枚、铜牌23枚，共65枚',
  ],
  [
    '选手8,000名，其中全程2,000名、半程3,000名、迷你3,500名。',
    'total-and-parts | 选手8,000名 | 其中全程2,000名、半程3,000名、迷你3,500名',
  ],
])('%s', (text, finding) => {
  expect(inOverview(text)).toEqual([finding])
})

test.each([
  // They add up.
  '全县有公路1,846.3千米，其中国道61.2千米、省道118.5千米、县道402.7千米、乡道588.4千米、村道675.5千米。',
  '全县产量68.42万吨，比上年增长2.4%，其中甲36.18万吨、乙8.94万吨、丙23.30万吨。',
  // Rounding.
  '货物周转量1,228.3亿吨公里。其中，铁路917.8亿吨公里，增长2.1%；公路252.1亿吨公里，增长10.8%；水运21.2亿吨公里；航空0.6亿吨公里；管道36.5亿吨公里。',
  // Examples, not all.
  '水果产量11.3万吨，其中杨梅2.86万吨、柑橘4.15万吨、葡萄1.92万吨。',
  '农产品187个，其中绿色食品63个、地理标志3个。',
  '专任教师8,229人，其中普通中学2,741人、小学3,057人、幼儿园2,000人、特殊教育学校21人。',
  // Two ways to divide, one after the other.
  '全县有幼儿园128所。其中，公办53所，民办75所；城区50所，农村78所。',
  // One person may be several of these.
  '有党员2,860名，其中女党员1,820名、大专以上学历1,626名。',
  // Begun and finished.
  '实施项目86个，其中续建42个、新开工44个、竣工23个。',
  // The higher level is counted with the lower.
  '有市级以上众创空间10个，其中省级8个、国家级7个。',
  // Something else follows behind the semicolon.
  '公交车412辆，其中新能源公交车386辆，占93.7%；出租汽车326辆。',
  '存款余额826.4亿元，其中住户存款486.2亿元；贷款余额742.6亿元。',
  // Rates do not add up.
  '综合机械化率78.6%，其中水稻86.4%、油菜62.1%。',
  // The whole is not the nearest number of the kind.
  '有水库46座，总库容2.37亿立方米，其中中型水库2座、小（一）型水库11座、小（二）型水库33座。',
  '采购预算12.86亿元，实际采购11.94亿元，节约0.92亿元。其中货物2.36亿元、工程7.12亿元、服务2.46亿元。',
])('nothing in: %s', (text) => {
  expect(inOverview(text)).toEqual([])
})
