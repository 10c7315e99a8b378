import type { FigureRule } from '../finding.ts'
import { markOf, printed } from '../read/mark.ts'
import { ruleId } from '../../rules/rule.ts'
import { unlikePairs } from './alike.ts'
import { attributePairs } from './attribute.ts'

/** The same thing counted in the same place and year, twice, with two results. */
export const statedTwice: FigureRule = {
  id: ruleId('figures/stated-twice'),
  version: 1,
  title: { zh: '同一数据前后不一', en: 'One figure, two values' },
  why: {
    zh: '同一范围、同一年份的同一指标在两处数值不同，须核对原稿。只比较名称、单位、范围、时间都相同的数据。',
    en: 'The same indicator of the same place and year stands in two places with two values. Only figures alike in name, unit, scope and time are compared.',
  },
  messages: {
    differ: { zh: '“{0}”前后不一：{1}与{2}', en: '“{0}” is given as {1} and as {2}' },
  },
  examples: [
    {
      text: '# 教育\n## 综述\n【概况】\n2019年，云陂县有专任教师4,387人。\n## 学前教育\n【概况】\n2019年，云陂县有专任教师4,378人。',
      quotes: ['云陂县有专任教师4,387人', '云陂县有专任教师4,378人'],
    },
    {
      text: '# 教育\n## 综述\n【概况】\n2019年，云陂县有专任教师4,387人。\n## 学前教育\n【概况】\n2018年，云陂县有专任教师4,378人。',
      quotes: null,
    },
  ],
  *checkBook(reading) {
    for (const { a, b, points } of unlikePairs(reading))
      yield {
        message: 'differ',
        values: [a.action + a.topic + a.noun, printed(a), printed(b)],
        a: markOf(a),
        b: markOf(b),
        confidence: Math.min(0.95, 0.5 + points / 16),
      }
    for (const { a, b } of attributePairs(reading))
      yield {
        message: 'differ',
        values: [a.noun, printed(a), printed(b)],
        a: markOf(a),
        b: markOf(b),
        confidence: 0.7,
      }
  },
}
