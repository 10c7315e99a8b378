import { describe, expect, test } from 'vitest'
import { plain, type Decimal } from '../../../src/core/figures/decimal.ts'
import type { DayParts, Quantity } from '../../../src/core/figures/scan/quantity.ts'
import { quantities } from '../../../src/core/figures/scan/scanner.ts'

/** A quantity as one short line. */
function line(q: Quantity): string {
  const range = (low: Decimal, high: Decimal | null): string =>
    high ? `${plain(low)}~${plain(high)}` : plain(low)
  const day = ({ year, month, day: d }: DayParts): string =>
    [year, month, d].map((x) => (x === null ? '' : String(x))).join('-')
  switch (q.kind) {
    case 'amount':
      return `${range(q.normal, q.normalHigh)} ${q.unit?.dimension ?? 'bare'}${q.closeness === 'exact' ? '' : ` ${q.closeness}`}`
    case 'share':
      return `${range(q.percent, q.high)} %${q.closeness === 'exact' ? '' : ` ${q.closeness}`}`
    case 'points':
      return `${range(q.percent, q.high)} points`
    case 'ratio':
    case 'score':
      return `${q.kind} ${q.terms.map(plain).join(':')}`
    case 'fraction':
      return `${plain(q.numerator)}/${plain(q.denominator)}`
    case 'date':
      return q.relative === null
        ? `${day(q.start)}${q.end ? `~${day(q.end)}` : ''}`
        : `year ${String(q.relative)}`
    case 'time':
      return `${String(q.hour)}h${String(q.minute)}`
    case 'ordinal':
      return `no. ${plain(q.value)} ${q.unit}`
    case 'code':
      return q.of
  }
}

/** Every quantity of a text with the characters it was read from. */
function read(text: string): string[] {
  return quantities(text).map((q) => `${text.slice(q.from, q.to)} = ${line(q)}`)
}

const FORMS: Readonly<Record<string, readonly (readonly [text: string, ...found: string[]])[]>> = {
  'numbers and units': [
    ['共4,387人', '4,387人 = 4387 count:人'],
    ['资金1.45亿元', '1.45亿元 = 145000000 money'],
    ['4139.4万元', '4139.4万元 = 41394000 money'],
    ['10万千瓦', '10万千瓦 = 100000 power'],
    ['面积3千公顷', '3千公顷 = 30000000 area'],
    ['7.35万m²', '7.35万m² = 73500 area'],
    ['浓度28 μg/m³', '28 μg/m³ = 0.000000028 mass/m³'],
    ['起薪4,260元/月', '4,260元/月 = 4260 money/月'],
    ['42亿吨公里', '42亿吨公里 = 4200000000 freight turnover'],
    ['最低-3.6℃', '-3.6℃ = -3.6 temperature'],
    ['误差±0.002毫米', '±0.002毫米 = 0.000002 length about'],
  ],
  'counters are their own dimension': [
    ['培训5,216人次', '5,216人次 = 5216 count:人次'],
    ['教师30名', '30名 = 30 count:人'],
    ['学校138所', '138所 = 138 count:所'],
    ['九年一贯制学校3所', '3所 = 3 count:所'],
    ['提高3个百分点', '3个百分点 = 3 points'],
  ],
  'more, less, about': [
    ['300多个', '300多个 = 300 count:个 more'],
    ['100多万个', '100多万个 = 1000000 count:个 more'],
    ['10余万元', '10余万元 = 100000 money more'],
    ['近300名', '近300名 = 300 count:人 less'],
    ['约43千克', '约43千克 = 43 mass about'],
    ['不超过300万元', '不超过300万元 = 3000000 money less'],
    ['56人以上', '56人以上 = 56 count:人 more'],
    // 节约, 签约 and 附近 are words.
    ['节约460万元', '460万元 = 4600000 money'],
    ['签约9个', '9个 = 9 count:个'],
    ['附近300米', '300米 = 300 length'],
  ],
  'Han numerals': [
    ['三十二亿元', '三十二亿元 = 3200000000 money'],
    ['两千户', '两千户 = 2000 count:户'],
    ['廿五人', '廿五人 = 25 count:人'],
    ['十余项', '十余项 = 10 count:项 more'],
    ['一万两千人', '一万两千人 = 12000 count:人'],
    ['柏塘、桐汊两镇', '两镇 = 2 count:镇'],
    ['提高两个百分点', '两个百分点 = 2 points'],
    ['一批、三农、五一、千方百计、数十个、三级网络、万元户'],
  ],
  'shares and fractions': [
    ['占90.1%', '90.1% = 90.1 %'],
    ['0.008‰', '0.008‰ = 0.0008 %'],
    ['百分之十二点五', '百分之十二点五 = 12.5 %'],
    ['少四成。', '四成 = 40 %'],
    ['三成五', '三成五 = 35 %'],
    ['五成员单位'],
    ['超过40%', '超过40% = 40 % more'],
    ['占3/5', '3/5 = 3/5'],
    ['三分之二', '三分之二 = 2/3'],
  ],
  ranges: [
    ['10~15天', '10~15天 = 10~15 days'],
    ['3—5万元', '3—5万元 = 30000~50000 money'],
    ['20万元~60万元', '20万元~60万元 = 200000~600000 money'],
    ['10至15个', '10至15个 = 10~15 count:个'],
    ['10%~15%', '10%~15% = 10~15 %'],
    ['由62%提高到88%', '62% = 62 %', '88% = 88 %'],
  ],
  'ratios and scores': [
    ['1∶3', '1∶3 = ratio 1:3'],
    ['按照4:4:2的比例', '4:4:2 = ratio 4:4:2'],
    ['缩小至1.84∶1', '1.84∶1 = ratio 1.84:1'],
    ['3比1', '3比1 = score 3:1'],
  ],
  dates: [
    ['2019年9月9日', '2019年9月9日 = 2019-9-9'],
    ['2019年末', '2019年 = 2019--'],
    ['二〇一九年', '二〇一九年 = 2019--'],
    ['2019年3—8月', '2019年3—8月 = 2019-3-~2019-8-'],
    ['4月15—26日', '4月15—26日 = -4-15~-4-26'],
    ['5月28日—6月3日', '5月28日—6月3日 = -5-28~-6-3'],
    ['2010—2015年', '2010—2015年 = 2010--~2015--'],
    ['2019-05-03', '2019-05-03 = 2019-5-3'],
    ['9月31日', '9月31日 = -9-31'],
    ['比上年增加', '上年 = year -1'],
    ['同年', '同年 = year 0'],
    ['历时31年', '31年 = 31 years'],
  ],
  times: [
    ['9:30开幕', '9:30 = 9h30'],
    ['14时30分', '14时30分 = 14h30'],
    ['24小时值守', '24小时 = 24 duration'],
  ],
  'ordinals and names': [
    ['第21届', '第21届 = no. 21 届'],
    ['第二批', '第二批 = no. 2 批'],
    ['前10位', '前10位 = no. 10 位'],
    ['文澜路66号', '66号 = no. 66 号'],
    ['（岚委发〔2019〕12号）', '〔2019〕12号 = document'],
    ['电话0500-86123450', '0500-86123450 = phone'],
    ['ISBN 978-7-5555-1234-5', 'ISBN 978-7-5555-1234-5 = isbn'],
    ['4A级景区', '4A = name'],
    ['“4·26”世界知识产权日', '4·26 = name'],
    ['PM2.5', '2.5 = name'],
  ],
}

describe.each(Object.entries(FORMS))('%s', (_, forms) => {
  test.each(forms.map(([text, ...found]) => ({ text, found })))('$text', ({ text, found }) => {
    expect(read(text)).toEqual(found)
  })
})
