import { placesOf, UNITS_OF_HAN } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const MARKS = Object.keys(FULL).join('')
const MARK = new RegExp(`[${MARKS}]`, 'g')
const BESIDE = '“”‘’《》（）〔〕】、。，；：%‰℃°′″'
const HAN = new RegExp(`[\\p{Script=Han}${BESIDE}]`, 'u')
const HAN_SIGNS = UNITS_OF_HAN + BESIDE

/** Half-width , ; : ? ! in Han text. Between digits they are parts of numbers and times, and stay. */
export const punctuationWidth: Rule = {
  id: ruleId('character/punctuation-width'),
  version: 1,
  title: { zh: '标点宽度', en: 'Width of punctuation' },
  why: {
    zh: '汉文中用全角标点（GB/T 15834）；数字之间的是千分位、时刻，保留。',
    en: 'Han text takes full-width punctuation (GB/T 15834); between digits it is part of a number or a time, and stays.',
  },
  norm: 'GB/T 15834',
  messages: { width: { zh: '汉文中的“{0}”改全角', en: '“{0}” in Han text becomes full-width' } },
  roles: ['title', 'paragraph', 'list', 'caption'],
  between: [
    { signs: MARKS, behind: HAN_SIGNS },
    { signs: MARKS, ahead: HAN_SIGNS },
  ],
  conduct: ['safe'],
  examples: [
    { before: '新建粮站,改造仓房', after: '新建粮站，改造仓房' },
    { before: '2019年,全县', after: '2019年，全县' },
    { before: '有4,387人，9:30开会', after: null },
    { before: '产品A,B两种', after: null },
    { before: '占85%,增长', after: '占85%，增长' },
    { before: '坡度14°;2号窑', after: '坡度14°；2号窑' },
  ],
  *check({ text }): Iterable<Finding> {
    for (const from of placesOf(text, MARK)) {
      const mark = text[from]!
      const before = text[from - 1] ?? ''
      const after = text[from + 1] ?? ''
      if (isInNumber(text, from, before, after)) continue
      // A half-width mark is Han punctuation where Han stands on either side.
      if (!HAN.test(before) && !HAN.test(after)) continue
      const fixes = [{ id: 'full', layer: 'character' as const, from, to: from + 1, insert: FULL[mark]! }]
      yield { from, to: from + 1, message: 'width', values: [mark], confidence: 1, apply: true, fixes }
    }
  },
}

/** Between digits a mark is part of a number or a time; but a comma before a year parts two clauses. */
function isInNumber(text: string, at: number, before: string, after: string): boolean {
  if (!/[0-9]/.test(after)) return false
  if (!/[0-9A-Za-z]/.test(before)) return false
  return !(/[0-9]/.test(before) && /^[,;][0-9]{4}年/.test(text.slice(at, at + 6)))
}
