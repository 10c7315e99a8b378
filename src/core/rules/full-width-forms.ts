import { codesOf, isWideDigit } from '../text/characters.ts'
import { ROLES } from '../structure/block.ts'
import { matchesOf, SPACE, SPACES } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

/** Runs that begin with a full-width digit or letter; points and signs between them come along. */
const RUN = new RegExp(
  '[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ0-9A-Za-z．.，％＋／〇○]*(?:：\\s?[0-5０-５][0-9０-９](?![0-9０-９]))?' +
    '|(?<=[0-9]|[0-9.][OoIl])％|(?<=[0-9])：(?=[0-5][0-9](?![0-9]))' +
    `|(?<=[0-9]|[0-9０-９]${SPACE})[．](?=${SPACE}?[0-9０-９])`,
  'g',
)

const ENDS_NUMBER = codesOf('0123456789０１２３４５６７８９OoIl〇')
/** Digits before a comma, and a group of three after it, and at most one space; letters read for digits among them. */
const HEAD =
  /(?<![0-9０-９A-Za-z.．,，])(?=[OoIl〇]{0,2}[0-9０-９])[0-9０-９OoIl〇]{1,3}(?:[,，][0-9０-９]{3})*$/
/** 4，387, with such letters; one digit at least in each part. */
const GROUPED = /^(?=[OoIl〇]{0,2}\d)[\dOoIl〇]{1,3}(?:，(?=[OoIl〇]{0,2}\d)[\dOoIl〇]{3})+(?![0-9A-Za-z〇])/
const GROUP = new RegExp(`^(${SPACE}?)((?=[OoIl〇]{0,2}[0-9０-９])[0-9０-９OoIl〇]{3})(?![0-9０-９A-Za-z])`)

/** Full-width digits, letters, decimal points and percent signs, whose value half-width ones have. */
export const fullWidthForms: Rule = {
  id: ruleId('character/full-width-forms'),
  version: 3,
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
    { signs: '％', behind: '0–9OoIl' },
    { signs: '．', behind: `${SPACES}0–9`, ahead: `${SPACES}0–9` },
    { signs: '：，', behind: '0–9', ahead: '0–9' },
  ],
  conduct: ['safe', 'reading', 'asks'],
  examples: [
    { before: '产茶２８．６万斤', after: '产茶28.6万斤' },
    { before: '成交１，２２４万元', after: '成交1,224万元' },
    { before: '占８５％以上', after: '占85%以上' },
    { before: '占地9．8公顷', after: '占地9.8公顷' },
    { before: '死亡率2．４９‰', after: '死亡率2.49‰' },
    { before: '每日9：00—１１： ３０开放', after: '每日9:00—11:30开放' },
    { before: '查处车辆2，０３７辆', after: '查处车辆2,037辆' },
    { before: '设桥１， ２３６米', after: '设桥1, 236米' },
    { before: '受益４，O７５人', after: '受益4,O75人' },
    { before: '占地９， ８６〇亩', after: '占地9, 86〇亩' },
    { before: '下降1 ． 2%', after: '下降1 . 2%' },
    { before: '获ＳＣ认证', after: '获SC认证' },
    { before: '有教职工4，387人', after: '有教职工4，387人' },
    { before: '占85%，其中', after: null },
    { before: '2019年，387人参加', after: null },
    { before: '分别为１２，３４５６', after: '分别为12，3456' },
  ],
  *check({ text }): Iterable<Finding> {
    const read = new Set<number>()
    for (const m of matchesOf(text, RUN)) {
      // A trailing point or comma ends a clause and is no part of the number.
      const run = m[0].length > 1 ? m[0].replace(/[．.，]+$/, '') : m[0]
      const half = halfWidth(run).replace(/\s/, '')
      const grouped = GROUPED.test(half)
      for (let k = run.indexOf('，'); k >= 0; k = run.indexOf('，', k + 1)) read.add(m.index + k)
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
    yield* wideCommas(text, read)
  },
}

function halfWidth(run: string): string {
  return run.replace(/[０-９Ａ-Ｚａ-ｚ．％＋／：]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

/**
 * 4，387人: the comma of a clause between half-width digits, where a group of three follows. Beside full-width digits, as in
 * 4，３８７人, it has become wide with them.
 */
function* wideCommas(text: string, read: ReadonlySet<number>): Iterable<Finding> {
  for (let from = text.indexOf('，'); from >= 0; from = text.indexOf('，', from + 1)) {
    if (!ENDS_NUMBER.has(text.charCodeAt(from - 1)) || read.has(from)) continue
    const before = HEAD.exec(text.slice(Math.max(0, from - 12), from))?.[0]
    if (before === undefined) continue
    const group = GROUP.exec(text.slice(from + 1, from + 6))
    if (!group) continue
    const [, gap, after] = group as unknown as [string, string, string]
    const isWide = [before.charCodeAt(before.length - 1), after.charCodeAt(0)].filter(isWideDigit).length
    // A gap stands in no clause, and letters are read for digits among wide ones.
    if (isWide === 0 && (gap !== '' || /[^0-9,，]/.test(before + after))) continue
    const fix = { id: 'comma', layer: 'substance' as const, from, to: from + 1, insert: ',' }
    const [left, right] = [halfWidth(before), halfWidth(after)]
    const values = [`${left}，${right}`, `${left},${right}`]
    const fixes = [{ ...fix, markedReading: true as const }]
    const sure = isWide > 0
    yield { from, to: from + 1, message: 'comma', values, confidence: sure ? 0.98 : 0.7, apply: sure, fixes }
  }
}
