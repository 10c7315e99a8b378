import { placesOf, SPACE, SPACES } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

/** A digit, or a letter that is read for one. */
const D = '[0-9０-９OoIl]'
const DASHES = '–－‐‑一-'
/** A digit follows every dash of a range. */
const DASH = new RegExp(`[${DASHES}](?=${SPACE}?${D})`, 'g')
/** What stands before a dash, and what after it: each pair is one kind of range. 一 beside an Arabic digit is a dash. */
const RANGES: readonly { readonly marks: string; readonly before: RegExp; readonly after: RegExp }[] = [
  { marks: '－‐‑–一', before: /[0-9０-９OoIl年月日时]$/, after: new RegExp(`^${D}+(?:年|月|日|时|%|％)`) },
  { marks: '一', before: /[0-9０-９OoIl年月日]$/, after: new RegExp(`^${D}`) },
  {
    marks: '-',
    before: new RegExp(`${D}月${D}{1,2}日?$`),
    after: new RegExp(`^(?:${D}{1,2}月)?${D}{1,2}日`),
  },
  // 3—8月
  { marks: '-', before: new RegExp(`(?<![0-9A-Za-z./-])${D}{1,2}$`), after: new RegExp(`^${D}{1,2}月`) },
  // 5—7层, 11—12世纪
  {
    marks: '－‐‑–',
    before: /(?<![0-9０-９A-Za-z./－‐‑–-])[0-9０-９OoIl.]{1,5}$/,
    after: new RegExp(
      `^[0-9０-９OoIl.]{1,5}(?:世纪|层|楼|岁|周|天|小时|分钟|[个人名倍次届期级]|[万亿]?(?:元|吨|亩)|公顷|公里|[千毫厘]?米|千克|公斤)`,
    ),
  },
  // 2016—2020年, （2016—2020）
  {
    marks: '－‐‑–-',
    before: new RegExp(`(?<![0-9A-Za-z./-])(?:19|20|１９|２０)${D}{2}年?$`),
    after: new RegExp(`^(?:19|20|１９|２０)${D}{2}[年）)]`),
  },
  // 9:30—11:00, GB/T 28001—2011
  {
    marks: '－‐‑–一-',
    before: new RegExp(`${D}[:∶：][0-5０-５]${D}$`),
    after: new RegExp(`^${D}{1,2}[:∶：][0-5０-５]${D}`),
  },
  {
    marks: '－‐‑–一',
    before: new RegExp(`[A-Z](?:/T)?\\s?${D}[0-9０-９.]{1,7}$`),
    after: new RegExp(`^(?:19|20)${D}{2}(?!${D})`),
  },
]
const REACH = 14
const EACH_SPACE = new RegExp(SPACE, 'g')
/** 450米—600米: one unit on both sides. */
const UNIT = /[0-9](%|‰|℃|[万亿]?(?:元|吨|亩|公顷|公里|[千毫厘]?米|平方米|千克|公斤)|人|户|岁|天|小时)$/

function sameUnit(mark: string, before: string, after: string): boolean {
  const unit = '－‐‑–一'.includes(mark) ? UNIT.exec(before)?.[1] : undefined
  return unit !== undefined && (/^[0-9.,]+(.*)$/.exec(after)?.[1] ?? '').startsWith(unit)
}

/** A hyphen of another width in a range of dates or times: the long dash of the norm. */
export const rangeDash: Rule = {
  id: ruleId('character/range-dash'),
  version: 6,
  title: { zh: '起止号', en: 'Dash of a range' },
  why: {
    zh: '日期、时间的起止与标准号用一字线（GB/T 15834）；全角短横、数字旁的汉字一是提取所致。',
    en: 'A range of dates or times, and a standard’s number, take the long dash (GB/T 15834); a wide hyphen, or the numeral 一 beside digits, comes from extraction.',
  },
  norm: 'GB/T 15834',
  messages: { dash: { zh: '起止日期间的“{0}”改一字线', en: '“{0}” between dates becomes the long dash' } },
  roles: ['title', 'paragraph', 'list', 'caption'],
  between: [
    {
      signs: DASHES,
      behind: '0–9０–９OoIl.年月日时%‰℃元吨亩顷里米克斤人户岁天',
      ahead: `0–9０–９OoIl${SPACES}`,
    },
  ],
  conduct: ['safe'],
  examples: [
    { before: '3月5－9日，举办', after: '3月5—9日，举办' },
    { before: '3月5—9日，举办', after: null },
    { before: '3月5－9 日，举办', after: '3月5—9 日，举办' },
    { before: '2016一2020年', after: '2016—2020年' },
    { before: '3月15–l8日', after: '3月15—l8日' },
    { before: '每日8:30－17:00开放', after: '每日8:30—17:00开放' },
    { before: '按GB/T 20001一2015执行', after: '按GB/T 20001—2015执行' },
    { before: '5月20-31日', after: '5月20—31日' },
    { before: '三年行动（2016-2018）', after: '三年行动（2016—2018）' },
    { before: '每日11:00-12:00最多', after: '每日11:00—12:00最多' },
    { before: '2019年3-8月，举办', after: '2019年3—8月，举办' },
    { before: '位于5－7层', after: '位于5—7层' },
    { before: '编号YS-2016-2018年', after: null },
    { before: '海拔450米一600米', after: '海拔450米—600米' },
    { before: '2020年一季度', after: null },
    { before: '电话0500-8612', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (const from of placesOf(text, DASH)) {
      const mark = text[from]!
      const before = text.slice(Math.max(0, from - REACH), from)
      // A space may have strayed in before the unit.
      const after = text.slice(from + 1, from + REACH).replace(EACH_SPACE, '')
      const dates = RANGES.some((r) => r.marks.includes(mark) && r.after.test(after) && r.before.test(before))
      if (!dates && !sameUnit(mark, before, after)) continue
      const to = from + 1
      const fixes = [{ id: 'dash', layer: 'character' as const, from, to, insert: '—' }]
      yield { from, to, message: 'dash', values: [mark], confidence: 0.98, apply: true, fixes }
    }
  },
}
