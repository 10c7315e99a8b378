import { isDigit } from '../text/characters.ts'
import { matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule, type RuleFix } from './rule.ts'

/** A number with a middle dot in it, what stands before it, and what follows. */
const MARKED =
  /(?<![0-9·・])(?<before>[A-Za-z±∶:-]?)(?<whole>[0-9]{1,6})[·・](?<part>[0-9]{1,4})(?![0-9·・])/g
/** What only a quantity has after it. */
const UNIT =
  /^(?:%|‰|℃|°|[万亿千百]|个|元|吨|[公英]?[顷里亩]|平方|立方|[千毫厘微]?米|[千毫]?克|[毫]?升|倍|岁|[分秒]|∶| ?(?:[a-zA-Zμ]{1,2}[²³]?(?![A-Za-z])|[kM]W))/

/** 57。7%: what follows is no number that a sentence begins with, as far as its unit tells. */
const STOPPED = /^[0-9]。[0-9]{1,2}(?:[%‰℃∶万亿元吨亩]|公顷|[千毫厘]?米|平方|立方| ?[a-zμ])/

/** · read for the decimal point. */
export const decimalMark: Rule = {
  id: ruleId('number/decimal-mark'),
  version: 5,
  title: { zh: '小数点误识', en: 'Decimal point misread' },
  why: {
    zh: '后接单位、前接字母或正负号，或不能读作月日的数中，“·”只能是小数点；“3·15”一类日名不在此列。',
    en: 'Inside a number with a unit after it, a letter or sign before it, or values that no month and day have, · can only be the decimal point; names of days such as “3·15” are not touched.',
  },
  messages: {
    stopped: {
      zh: '数间的“。”疑为小数点',
      en: 'the full stop between digits may be their decimal point',
    },
    point: {
      zh: '数中的这一点只能是小数点，已改，请看一眼',
      en: 'this mark inside a number can only be its decimal point: changed, to be looked at',
    },
  },
  roles: ['title', 'paragraph', 'list', 'caption', 'table'],
  between: [{ signs: '·・。', behind: '0–9', ahead: '0–9' }],
  conduct: ['reading', 'asks'],
  examples: [
    { before: '有57。7万元', after: '有57。7万元' },
    { before: '占57。7%', after: '占57。7%' },
    { before: '化解率96·5%', after: '化解率96.5%' },
    { before: '经费286·5万元', after: '经费286.5万元' },
    { before: 'PM2·5平均浓度', after: 'PM2.5平均浓度' },
    { before: '城乡收入比1∶0·86', after: '城乡收入比1∶0.86' },
    { before: '由2·02∶1缩小', after: '由2.02∶1缩小' },
    { before: '面积3·16 km²', after: '面积3.16 km²' },
    { before: '“3·15”消费者权益日', after: null },
    { before: '2019·9·12', after: null },
    { before: '“12·4”国家宪法日', after: null },
    { before: '"4·20"突击检查', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (let from = text.indexOf('。'); from >= 0; from = text.indexOf('。', from + 1)) {
      if (!isDigit(text.charCodeAt(from - 1)) || !isDigit(text.charCodeAt(from + 1))) continue
      if (!STOPPED.test(text.slice(from - 1, from + 8)) && text.slice(from - 3, from - 1) !== 'PM') continue
      yield { from, to: from + 1, message: 'stopped', confidence: 0.7, apply: false, fixes: [point(from)] }
    }
    if (!text.includes('·') && !text.includes('・')) return
    for (const m of matchesOf(text, MARKED)) {
      const { before, whole, part } = m.groups as { before: string; whole: string; part: string }
      const from = m.index + before.length + whole.length
      const to = from + 1
      const after = text.slice(to + part.length, to + part.length + 4)
      // “12·4” and 5·12地震 name a day.
      const isDay =
        Number(whole) >= 1 &&
        Number(whole) <= 12 &&
        Number(part) >= 1 &&
        Number(part) <= 31 &&
        /^[1-9][0-9]?$/.test(part)
      const quoted = '“"'.includes(text[m.index - 1] ?? ' ') && /^[”"]/.test(after)
      if (quoted || (isDay && before === '' && !UNIT.test(after))) continue
      yield { from, to, message: 'point', confidence: 0.98, apply: true, fixes: [point(from)] }
    }
  },
}

function point(from: number): RuleFix {
  return { id: 'point', layer: 'substance', from, to: from + 1, insert: '.', markedReading: true }
}
