import { describe, expect, test } from 'vitest'
import { readTyped } from '../../../src/core/figures/typed/read-typed.ts'
import type { Typed } from '../../../src/core/figures/typed/typed.ts'

/** A typed value as one short line. */
function line(q: Typed): string {
  switch (q.kind) {
    case 'share':
    case 'points':
      return `${q.kind} ${range(q.value, q.high)}${q.unit!}${closeness(q.closeness)}`
    case 'ratio':
    case 'score':
    case 'fraction':
      return `${q.kind} ${q.terms.join(':')}`
    case 'date':
      return `date ${range(q.start ?? '?', q.end)} by ${q.precision}${q.relative === null ? '' : ` (${String(q.relative)})`}`
    case 'time':
      return `time ${range(q.start, q.end)}`
    case 'ordinal':
      return `ordinal ${q.value} ${q.unit}`
    case 'document':
    case 'phone':
    case 'isbn':
    case 'name':
      return `${q.kind} ${q.value}${q.fits === null ? '' : q.fits ? ' fits' : ' does not fit'}`
    default: {
      const normal =
        q.normal.unit === q.unit ? '' : ` = ${range(q.normal.value, q.normal.high)} ${q.normal.unit!}`
      return `${q.kind} ${range(q.value, q.high)}${q.unit === null ? '' : ` ${q.unit}`}${normal}${closeness(q.closeness)}`
    }
  }
}

function range(low: string, high: string | null): string {
  return high === null ? low : `${low}/${high}`
}

function closeness(c: string): string {
  return c === 'exact' ? '' : `, ${c}`
}

const CASES: Readonly<Record<string, readonly (readonly [text: string, ...found: string[]])[]>> = {
  numbers: [
    ['编号4387', '4387 → number 4387'],
    ['共4,387人', '4,387人 → count 4387 人'],
    ['教师30名', '30名 → count 30 名 = 30 人'],
    ['三十二户', '三十二户 → count 32 户'],
    ['一万两千人', '一万两千人 → count 12000 人'],
    ['气温-3.6℃', '-3.6℃ → measure -3.6 ℃'],
    ['10~15天', '10~15天 → duration 10/15 天'],
    ['近300名', '近300名 → count 300 名 = 300 人, less'],
    ['300余家', '300余家 → count 300 家, more'],
  ],
  money: [
    ['资金1.45亿元', '1.45亿元 → money 145000000 元'],
    ['三十二亿元', '三十二亿元 → money 3200000000 元'],
    ['3—5万元', '3—5万元 → money 30000/50000 元'],
    ['起薪4,260元/月', '4,260元/月 → money 4260 元/月'],
    ['出口860万美元', '860万美元 → money 8600000 美元'],
    ['约2万亿元', '约2万亿元 → money 2000000000000 元, about'],
  ],
  measures: [
    ['建筑7.35万m²', '7.35万m² → area 73500 m² = 73500 平方米'],
    ['3千公顷', '3千公顷 → area 3000 公顷 = 30000000 平方米'],
    ['流转土地1.2万亩', '1.2万亩 → area 12000 亩'],
    ['全长18.6公里', '18.6公里 → length 18.6 公里 = 18600 米'],
    ['28.6万斤', '28.6万斤 → mass 286000 斤 = 143000 千克'],
    ['3.2吨', '3.2吨 → mass 3.2 吨 = 3200 千克'],
    ['库容120万立方米', '120万立方米 → volume 1200000 立方米'],
    ['浓度28 μg/m³', '28 μg/m³ → measure 28 μg/m³ = 0.000000028 千克/m³'],
    ['装机10万千瓦', '10万千瓦 → measure 100000 千瓦'],
  ],
  shares: [
    ['占90.1%', '90.1% → share 90.1%'],
    ['0.8‰', '0.8‰ → share 0.08%'],
    ['百分之十二点五', '百分之十二点五 → share 12.5%'],
    ['10%~15%', '10%~15% → share 10/15%'],
    ['提高3.2个百分点', '3.2个百分点 → points 3.2个百分点'],
  ],
  ratios: [
    ['收入比1.84∶1', '1.84∶1 → ratio 1.84:1'],
    ['按4:4:2分担', '4:4:2 → ratio 4:4:2'],
    ['3比1', '3比1 → score 3:1'],
    ['三分之二', '三分之二 → fraction 2:3'],
  ],
  dates: [
    ['2019年9月9日', '2019年9月9日 → date 2019-09-09 by day'],
    ['2019年5月', '2019年5月 → date 2019-05 by month'],
    ['二〇一九年', '二〇一九年 → date 2019 by year'],
    ['5月20日', '5月20日 → date --05-20 by day'],
    ['20日', '20日 → date ---20 by day'],
    ['2019年5月20—31日', '2019年5月20—31日 → date 2019-05-20/2019-05-31 by day'],
    ['3—8月', '3—8月 → date --03/--08 by month'],
    ['2010—2015年', '2010—2015年 → date 2010/2015 by year'],
    ['比上年增加', '上年 → date ? by year (-1)'],
    ['9月31日', '9月31日 → date --09-31 by day'],
  ],
  periods: [
    ['2019年上半年', '2019年上半年 → date 2019-01/2019-06 by half'],
    ['下半年', '下半年 → date --07/--12 by half'],
    ['去年下半年', '去年下半年 → date --07/--12 by half (-1)'],
    ['一季度', '一季度 → date --01/--03 by quarter'],
    ['2019年第三季度', '2019年第三季度 → date 2019-07/2019-09 by quarter'],
    ['2019年4季度', '2019年4季度 → date 2019-10/2019-12 by quarter'],
    ['前三季度', '前三季度 → date --01/--09 by quarter'],
    ['5月上旬', '5月上旬 → date --05-01/--05-10 by ten-days'],
    ['2019年2月下旬', '2019年2月下旬 → date 2019-02-21/2019-02-28 by ten-days'],
    ['2020年2月下旬', '2020年2月下旬 → date 2020-02-21/2020-02-29 by ten-days'],
    // How long this February is nobody says.
    ['2月下旬', '2月 → date --02 by month'],
  ],
  times: [
    ['9:30开幕', '9:30 → time 09:30'],
    ['9:30—11:00开放', '9:30—11:00 → time 09:30/11:00'],
    ['14时30分', '14时30分 → time 14:30'],
  ],
  'ordinals and codes': [
    ['第21届', '第21届 → ordinal 21 届'],
    ['文澜路66号', '66号 → ordinal 66 号'],
    ['（岚委发〔2019〕12号）', '岚委发〔2019〕12号 → document 岚委发〔2019〕12号'],
    ['根据岚委发[2019]12号', '[2019]12号 → document 〔2019〕12号'],
    ['电话0500-86123450', '0500-86123450 → phone 050086123450'],
    ['ISBN 978-7-5555-1234-9', 'ISBN 978-7-5555-1234-9 → isbn 9787555512349 fits'],
    ['ISBN 978-7-5555-1234-5', 'ISBN 978-7-5555-1234-5 → isbn 9787555512345 does not fit'],
    ['4A级景区', '4A → name 4A'],
  ],
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.map(([text, ...found]) => ({ text, found })))('$text', ({ text, found }) => {
    expect(readTyped(text).map((q) => `${text.slice(q.from, q.to)} → ${line(q)}`)).toEqual(found)
  })
})
