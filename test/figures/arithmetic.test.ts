import { expect, test } from 'vitest'
import { arithmetic } from '../../src/core/figures/arithmetic.ts'
import { figureFindings } from '../../src/core/figures/figures.ts'
import { exampleBook } from './written.ts'

test.each([
  ['2019年，云陂县有学校138所，其中小学92所、初中56所。', '92所 + 56所 = 148所 > 138所'],
  ['获金牌3枚、银牌5枚，共9枚。', '3枚 + 5枚 = 8枚 < 9枚'],
  ['教职工5,126人，其中专任教师6,387人。', '6,387人 > 5,126人'],
  ['交流教师312人，其中骨干教师69人，占12.2%。', '69人 ÷ 312人 = 22.1% ≠ 12.2%'],
  ['供水3,862万吨，比上年增加186万吨，增长8.1%。', '186万吨 ÷ (3,862万吨 − 186万吨) = 5.1% ≠ 8.1%'],
  ['税收由6.4亿元增至7.9亿元，增长32.4%。', '(7.9亿元 − 6.4亿元) ÷ 6.4亿元 = 23.4% ≠ 32.4%'],
  ['经营户由412户增至386户。', '412户 > 386户'],
  ['2019年2月29日，举行签约仪式。', null],
])('%s', (text, sum) => {
  const [found] = figureFindings(exampleBook(text))
  const said = found && arithmetic(found.rule, { key: found.message, values: found.values }, found.quotes)
  expect(said ?? null).toBe(sum)
})

test('one figure, two values', () => {
  const text =
    '# 教育\n## 综述\n【概况】\n2019年，云陂县有专任教师4,387人。\n## 学前教育\n【概况】\n2019年，云陂县有专任教师4,378人。'
  const [found] = figureFindings(exampleBook(text))
  expect(arithmetic(found!.rule, { key: found!.message, values: found!.values }, found!.quotes)).toBe(
    '4,387人 > 4,378人',
  )
})
