import { ruleId, type Finding, type Rule } from './rule.ts'

/** A middle dot between digits before what only a quantity has after it. “3·15” and the like have a quote there. */
const MARK = /(?<=[0-9]{1,6})[·・](?=[0-9]{1,4}(?:%|‰|℃|[万亿千百]|个百分点|元|吨|公顷|平方|立方|千米|米|公里|千克|克|倍|岁|分))/g

/** · read for the decimal point. */
export const decimalMark: Rule = {
  id: ruleId('number/decimal-mark'),
  version: 1,
  title: { zh: '小数点误识', en: 'Decimal point misread' },
  why: {
    zh: '后接单位或百分号的数中，“·”只能是小数点；“3·15”一类节日名不在此列。',
    en: 'Inside a number with a unit after it, · can only be the decimal point; names of days such as “3·15” are not touched.',
  },
  messages: { point: { zh: '数中的“·”只能是小数点，已改，请看一眼', en: '· inside a number can only be its decimal point: changed, to be looked at' } },
  roles: ['title', 'paragraph', 'list', 'caption', 'table'],
  examples: [
    { before: '化解率96·5%', after: '化解率96.5%' },
    { before: '经费286·5万元', after: '经费286.5万元' },
    { before: '“3·15”消费者权益日', after: null },
    { before: '“12·4”国家宪法日', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of text.matchAll(MARK)) {
      const [from, to] = [m.index, m.index + 1]
      const fixes = [{ id: 'point', layer: 'substance' as const, from, to, insert: '.', markedReading: true as const }]
      yield { from, to, message: 'point', confidence: 0.98, apply: true, fixes }
    }
  },
}
