import { ruleId, type Finding, type Rule } from './rule.ts'
import { SPACE, SPACES } from './patterns.ts'

const NUMBER = new RegExp(
  // 57 . 7   ３ .9   1. 26   12: 30, and 4, 387 where a group of three follows, a letter in it or not
  `(?<=[0-9])(?:${SPACE}+[.:∶]${SPACE}*|${SPACE}*[.:∶]${SPACE}+)(?=[0-9])` +
    `|(?<=[0-9])(?:${SPACE}+,${SPACE}*|${SPACE}*,${SPACE}+)(?=[0-9OoIl〇○]{3}(?![0-9A-Za-z]))`,
  'g',
)

/** A number torn by spaces around its decimal point or thousands comma. */
export const spacedNumber: Rule = {
  id: ruleId('number/spaced'),
  version: 2,
  title: { zh: '数中空格', en: 'Spaces inside a number' },
  why: {
    zh: '小数点、千分位两侧的空格是提取所致，数字本身不变。',
    en: 'Spaces around a decimal point or a thousands comma come from extraction; the digits stay.',
  },
  messages: {
    spaced: {
      zh: '小数点或千分位旁有空格，数字不变',
      en: 'spaces beside a decimal point or thousands comma; the digits stay',
    },
  },
  roles: ['title', 'paragraph', 'list', 'caption', 'table'],
  signs: SPACES,
  conduct: ['safe'],
  examples: [
    { before: '流转率57 . 7%', after: '流转率57.7%' },
    { before: '有教职工4, 387人', after: '有教职工4,387人' },
    { before: '共21 ,300亩', after: '共21,300亩' },
    { before: '第1, 25号', after: null },
    { before: '1. 新建', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of text.matchAll(NUMBER)) {
      const [from, to] = [m.index, m.index + m[0].length]
      const insert = m[0].replace(new RegExp(SPACE, 'g'), '')
      const fixes = [{ id: 'close', layer: 'layout' as const, from, to, insert, rejoined: true as const }]
      yield { from, to, message: 'spaced', confidence: 1, apply: true, fixes }
    }
  },
}
