import { ruleId, type Finding, type Rule } from './rule.ts'
import { SPACE, SPACES, matchesOf } from './patterns.ts'

const NUMBER = new RegExp(
  // 57 . 7   ３ .9   1. 26   12: 30   9l . 3%   97 . O%, and 4, 387 where a group of three follows, a letter in it or not
  `(?<=[0-9])(?:${SPACE}+[.:∶]${SPACE}*|${SPACE}*[.:∶]${SPACE}+)(?=[0-9]|[OoIl〇○](?![A-Za-z]))` +
    `|(?<=(?<![A-Za-z])[OoIl〇○])(?:${SPACE}+[.∶]${SPACE}*|${SPACE}*[.∶]${SPACE}+)(?=[0-9])` +
    `|(?<=[0-9]|(?<![A-Za-z])[Il])(?:${SPACE}+,${SPACE}*|${SPACE}*,${SPACE}+)(?=[0-9OoIl〇○]{3}(?![0-9A-Za-z]))`,
  'g',
)

/**
 * What belongs to a number and is never parted: 400 -861-2345, ISBN 978 -7, ± 2.5, 28 μ g/m³, 36.8 k m², PM 2.5, GB /T.
 * Spaces inside the match go.
 */
const PARTS = new RegExp(
  [
    `(?<![0-9])(?:0[0-9]{2,3}|[48]00)${SPACE}?-${SPACE}?[0-9]{3,8}(?:${SPACE}?-${SPACE}?[0-9]{3,4})?(?![0-9])`,
    `(?<=I${SPACE}?S${SPACE}?B${SPACE}?N${SPACE}?)97[89](?:${SPACE}?-${SPACE}?[0-9]+){3,4}`,
    `I${SPACE}?S${SPACE}?B${SPACE}?N(?=${SPACE}?97[89])`,
    `(?<=±)${SPACE}+(?=[0-9])`,
    `(?<=[0-9万亿]${SPACE}?)(?:[kcmnμ]${SPACE}?[mgL]|m|k${SPACE}?W)(?:${SPACE}?[²³])?(?:${SPACE}?/${SPACE}?(?:m${SPACE}?³|L|h|s))?(?![A-Za-z])`,
    `P${SPACE}?M${SPACE}?(?=2\\.5|10(?![0-9]))`,
    `G${SPACE}?B(?:${SPACE}?/${SPACE}?T)?(?=${SPACE}?[0-9]{3})`,
  ].join('|'),
  'g',
)

/** 1. 2020年…: where an item of a list may begin, its number stands before another. A share is a decimal all the same. */
const ITEM = /(?:^|[。！？：:；;])[0-9OoIl]{1,2}$/
const SHARE = /^[0-9]{1,2}[%‰℃]/

/** A number torn by spaces around its decimal point or thousands comma, or inside its unit. */
export const spacedNumber: Rule = {
  id: ruleId('number/spaced'),
  version: 4,
  title: { zh: '数中空格', en: 'Spaces inside a number' },
  why: {
    zh: '小数点、千分位两侧与单位、电话之内的空格是提取所致，数字本身不变。',
    en: 'Spaces around a decimal point or a thousands comma, inside a unit or a telephone number, come from extraction; the digits stay.',
  },
  messages: {
    spaced: {
      zh: '小数点或千分位旁有空格，数字不变',
      en: 'spaces beside a decimal point or thousands comma; the digits stay',
    },
    item: {
      zh: '“{0}”：是分项的序号与其后的数，还是小数中多了空格，无从断定',
      en: '“{0}”: the number of an item and one after it, or a decimal with a space in it, cannot be told',
    },
    parts: {
      zh: '电话、书号、单位之内有空格，数字不变',
      en: 'spaces inside a telephone number, an ISBN or a unit; the digits stay',
    },
  },
  roles: ['title', 'paragraph', 'list', 'caption', 'table'],
  between: [
    {
      signs: SPACES,
      behind: `${SPACES}0–9OoIl〇○.:∶,-SBPMG±kcmnμgLW²³/`,
      ahead: `${SPACES}0–9OoIl〇○.:∶,-SBNMTmgLWhs²³/`,
    },
  ],
  conduct: ['safe', 'asks'],
  examples: [
    { before: '流转率57 . 7%', after: '流转率57.7%' },
    { before: '治疗率95 .I%', after: '治疗率95.I%' },
    { before: '结余O . 33亿元', after: '结余O.33亿元' },
    { before: '有教职工4, 387人', after: '有教职工4,387人' },
    { before: '早诊率9l . 3%', after: '早诊率9l.3%' },
    { before: '优良率97 . O%', after: '优良率97.O%' },
    { before: '车位I, 86O个', after: '车位I,86O个' },
    { before: '共21 ,300亩', after: '共21,300亩' },
    { before: '热线400 -861- 2345', after: '热线400-861-2345' },
    { before: '浓度28 μ g/m ³', after: '浓度28 μg/m³' },
    { before: '第1, 25号', after: null },
    { before: '1. 新建', after: null },
    { before: '1. 2020年新建', after: '1. 2020年新建' },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of matchesOf(text, NUMBER)) {
      const after = text.slice(m.index + m[0].length, m.index + m[0].length + 4)
      const isItem =
        m[0].startsWith('.') && ITEM.test(text.slice(Math.max(0, m.index - 3), m.index)) && !SHARE.test(after)
      if (!isItem) yield* aroundMark(m)
      else {
        const values = [text.slice(Math.max(0, m.index - 2), m.index) + m[0] + after]
        yield { ...closed(m, 'item', true), values, confidence: 0.5, apply: false }
      }
    }
    for (const m of matchesOf(text, PARTS)) if (ANY_SPACE.test(m[0])) yield closed(m, 'parts', false)
  },
}

const ANY_SPACE = new RegExp(SPACE)
const EACH_SPACE = new RegExp(SPACE, 'g')

/** Each side for itself: the mark between may have been put in its form before, and stays as it is. */
function* aroundMark({ index, 0: match }: RegExpExecArray): Iterable<Finding> {
  const mark = match.search(MARK)
  for (const [from, to] of [
    [index, index + mark],
    [index + mark + 1, index + match.length],
  ] as const) {
    const fix = { id: 'close', layer: 'layout' as const, from, to, insert: '', rejoined: true as const }
    if (from < to) yield { from, to, message: 'spaced', confidence: 1, apply: true, fixes: [fix] }
  }
}

const MARK = /[.,:∶]/

function closed(m: RegExpExecArray, message: string, rejoined: boolean): Finding {
  const [from, to] = [m.index, m.index + m[0].length]
  const insert = m[0].replace(EACH_SPACE, '')
  const fix = { id: 'close', layer: 'layout' as const, from, to, insert }
  const fixes = [rejoined ? { ...fix, rejoined: true as const } : fix]
  return { from, to, message, confidence: 1, apply: true, fixes }
}
