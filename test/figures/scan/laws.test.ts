import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quantity } from '../../../src/core/figures/scan/quantity.ts'
import { quantities } from '../../../src/core/figures/scan/scanner.ts'
import { growth } from '../../growth.ts'

/** Pieces that quantities are made of, and pieces that only look so. */
const PIECES = [
  ...Array.from('0123456789'),
  ...Array.from('一二三四五六七八九十百千万亿两廿〇零点多余近约逾超'),
  ...['2019', '12', '1,234', '0.5', '100', '31', '3/5', '9:30', '4:4:2', '1∶3', '25:70'],
  ...[
    '年',
    '月',
    '日',
    '时',
    '分',
    '秒',
    '元',
    '亿元',
    '万元',
    '吨',
    '人',
    '人次',
    '个',
    '家',
    '公顷',
    '平方米',
    'km',
    'm²',
    '℃',
  ],
  ...[
    '%',
    '‰',
    '个百分点',
    '成',
    '分之',
    '百分之',
    '第',
    '前',
    '届',
    '号',
    '级',
    '〔2019〕12号',
    'ISBN 978-7-5555-1234-5',
    '0571-86123450',
  ],
  ...[
    '—',
    '~',
    '至',
    '到',
    '-',
    '±',
    '+',
    '.',
    ',',
    '，',
    '、',
    '。',
    '（',
    '）',
    '“',
    '”',
    '/',
    ' ',
    '比',
    '同年',
    '上年',
    '左右',
    '以上',
  ],
  ...['A', 'G', 'PM', 'R&D', '全县', '有', '增长', '的', '其中'],
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((all) => all.join(''))

/** The quantity as it would stand at the start of a text. */
function atStart(q: Quantity): Quantity {
  return { ...q, from: 0, to: q.to - q.from }
}

test('any text can be scanned: quantities lie inside it, in order, and do not overlap', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (t) => {
      let end = 0
      for (const q of quantities(t)) {
        expect(q.from).toBeGreaterThanOrEqual(end)
        expect(q.to).toBeGreaterThan(q.from)
        expect(q.to).toBeLessThanOrEqual(t.length)
        end = q.to
      }
    }),
    { numRuns: 3000, seed: 7 },
  )
})

test('a quantity is read from its own characters: its slice reads the same', () => {
  fc.assert(
    fc.property(text, (t) => {
      for (const q of quantities(t)) {
        // Digits behind a letter are a name because of the letter.
        if (q.kind === 'code' && q.of === 'name') continue
        expect(quantities(t.slice(q.from, q.to))).toEqual([atStart(q)])
      }
    }),
    { numRuns: 6000, seed: 11 },
  )
})

test('scanning eight times as much takes about eight times as long', () => {
  const unit =
    '2019年末，全县有各级各类学校138所，比上年增长7.6%，占二十分之一；3—8月，完成投资1.45亿元（含3,200万元）。'
  expect(growth(quantities, unit.repeat(500), unit.repeat(4000), 24)).toBeLessThan(24)
})
