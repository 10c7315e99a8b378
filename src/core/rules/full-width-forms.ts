import { isDigit } from '../text/characters.ts'
import { ROLES } from '../structure/block.ts'
import { matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

/** Runs that begin with a full-width digit or letter; points and signs between them come along. */
const RUN =
  /[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ0-9A-Za-z．.，％＋／]*(?:：[0-5０-５][0-9０-９](?![0-9０-９]))?|(?<=[0-9])(?:[．](?=[0-9])|％|：(?=[0-5][0-9](?![0-9])))/g

/** Full-width digits, letters, decimal points and percent signs, whose value half-width ones have. */
export const fullWidthForms: Rule = {
  id: ruleId('character/full-width-forms'),
  version: 1,
  title: { zh: '全角数字与字母', en: 'Full-width digits and letters' },
  why: {
    zh: '阿拉伯数字与拉丁字母用半角（GB/T 15835），值不变。',
    en: 'Arabic numerals and Latin letters are set half-width (GB/T 15835); their value stays.',
  },
  norm: 'GB/T 15835',
  messages: {
    form: { zh: '“{0}”是全角，改半角“{1}”，值不变', en: '“{0}” is full-width; “{1}” has the same value' },
    comma: {
      zh: '“{0}”中的逗号分隔三位一组的数，读作千分位“{1}”',
      en: 'the comma of “{0}” stands between groups of three: read as a thousands mark, “{1}”',
    },
  },
  roles: ROLES,
  signs: '０–９Ａ–Ｚａ–ｚ',
  between: [
    { signs: '％', behind: '0–9' },
    { signs: '．：，', behind: '0–9', ahead: '0–9' },
  ],
  conduct: ['safe', 'reading', 'asks'],
  examples: [
    { before: '产茶２８．６万斤', after: '产茶28.6万斤' },
    { before: '成交１，２２４万元', after: '成交1,224万元' },
    { before: '占８５％以上', after: '占85%以上' },
    { before: '占地9．8公顷', after: '占地9.8公顷' },
    { before: '获ＳＣ认证', after: '获SC认证' },
    { before: '有教职工4，387人', after: '有教职工4，387人' },
    { before: '占85%，其中', after: null },
    { before: '2019年，387人参加', after: null },
    { before: '分别为１２，３４５６', after: '分别为12，3456' },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of matchesOf(text, RUN)) {
      // A trailing point or comma ends a clause and is no part of the number.
      const run = m[0].length > 1 ? m[0].replace(/[．.，]+$/, '') : m[0]
      const half = run.replace(/[０-９Ａ-Ｚａ-ｚ．％＋／：]/g, (c) =>
        String.fromCharCode(c.charCodeAt(0) - 0xfee0),
      )
      const grouped = /^\d{1,3}(?:，\d{3})+(?![0-9])/.test(half)
      const insert = grouped ? half.replaceAll('，', ',') : half
      if (insert === run) continue
      const [from, to] = [m.index, m.index + run.length]
      const fix = {
        id: 'half-width',
        layer: grouped ? ('substance' as const) : ('character' as const),
        from,
        to,
        insert,
      }
      yield {
        from,
        to,
        message: grouped ? 'comma' : 'form',
        values: [run, insert],
        confidence: 1,
        apply: true,
        fixes: [grouped ? { ...fix, markedReading: true as const } : fix],
      }
    }
    yield* wideCommas(text)
  },
}

/** 4，387人: the comma of a clause between half-width digits, where a group of three follows. */
function* wideCommas(text: string): Iterable<Finding> {
  for (let from = text.indexOf('，'); from >= 0; from = text.indexOf('，', from + 1)) {
    if (!isDigit(text.charCodeAt(from - 1)) || !isDigit(text.charCodeAt(from + 1))) continue
    const before = /(?<![0-9.,，])[0-9]{1,3}(?:[,，][0-9]{3})*$/.exec(
      text.slice(Math.max(0, from - 12), from),
    )?.[0]
    const after = /^[0-9]{3}(?![0-9])/.exec(text.slice(from + 1, from + 5))?.[0]
    if (before === undefined || after === undefined) continue
    const fix = { id: 'comma', layer: 'substance' as const, from, to: from + 1, insert: ',' }
    const values = [`${before}，${after}`, `${before},${after}`]
    const fixes = [{ ...fix, markedReading: true as const }]
    yield { from, to: from + 1, message: 'comma', values, confidence: 0.7, apply: false, fixes }
  }
}
