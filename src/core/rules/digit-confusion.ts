import { matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

/** A run that holds a digit and a letter or sign that extractors take for one. */
const RUN =
  /(?<![A-Za-z\u00c0-\u024f])[0-9OoIl|〇○０-９](?:[0-9OoIl|〇○０-９]|[.,．](?=[0-9OoIl|〇○０-９]))*(?![A-Za-z])/g
const READ: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  〇: '0',
  '○': '0',
  I: '1',
  l: '1',
  '|': '1',
  '．': '.',
}
/** What follows a number in this genre: a unit, a mark, an end. A lone letter before a word is a letter. */
const AFTER =
  /^(?:[\p{Script=Han}%％‰℃，。；、）)〕》”"～~— ]|[∶:][0-9OoIl]|[-·][0-9]|\/[0-9\p{Script=Han}]|$)/u

/** O for 0, l and I for 1, 〇 for 0 inside a number that holds digits: one reading only. */
export const digitConfusion: Rule = {
  id: ruleId('number/digit-confusion'),
  version: 7,
  title: { zh: '数字误识', en: 'Letters read for digits' },
  why: {
    zh: '数中的 O、o、l、I、〇 只有一种读法时按数字读，记为实质改动，列入待查。',
    en: 'O, o, l, I and 〇 inside a number, where one reading is possible, are read as digits: counted as substance and queued for a look.',
  },
  messages: {
    maybe: {
      zh: '“{0}”在数的位置上，疑为“{1}”',
      en: '“{0}” stands where a number does: it may be “{1}”',
    },
    read: {
      zh: '“{0}”只能读作“{1}”，已改，请看一眼',
      en: '“{0}” can only be read “{1}”: changed, to be looked at',
    },
  },
  roles: ['title', 'paragraph', 'list', 'caption', 'table'],
  // No other letter stands beside one that is read for a digit.
  between: [{ signs: 'OoIl|〇○', behind: '\0–@IO[–`lo{–\u00bf\u0250–\uffff', ahead: '\0–@IO[–`lo{–\uffff' }],
  conduct: ['reading', 'asks'],
  examples: [
    { before: '建成1O“样板”', after: '建成1O“样板”' },
    { before: '于2O19年建成', after: '于2019年建成' },
    { before: '共4,3O0亩', after: '共4,300亩' },
    { before: 'I2月11日', after: '12月11日' },
    { before: '产值4I．37亿元', after: '产值41.37亿元' },
    { before: '由2.02∶1至I.99∶1', after: '由2.02∶1至1.99∶1' },
    { before: '电话4O0-861-2345', after: '电话400-861-2345' },
    { before: '发病率25l.38/10万', after: '发病率251.38/10万' },
    { before: '于2O:30开演', after: '于20:30开演' },
    { before: '二〇一九年', after: null },
    { before: 'I类水质', after: null },
    { before: 'l月13日', after: 'l月13日' },
    { before: '收入比为1.86∶l。', after: '收入比为1.86∶l。' },
    { before: '投资lO万元', after: '投资lO万元' },
    { before: '增长OO%', after: '增长OO%' },
    { before: '新建小学l所', after: '新建小学l所' },
    { before: '第l届运动会', after: '第l届运动会' },
    { before: '产值l·35亿元', after: '产值l·35亿元' },
    { before: '税收I，234万元', after: '税收I，234万元' },
    { before: '增长3.l％', after: '增长3.1％' },
    { before: 'I期工程', after: null },
    { before: 'O型血', after: null },
    { before: '推广O2O模式', after: null },
    { before: '○○个', after: null },
    { before: '捕捞〇.48万吨', after: '捕捞0.48万吨' },
    { before: '于20|9年建成', after: '于2019年建成' },
    { before: '机械|26|980', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    const ruled = text.indexOf('|') !== text.lastIndexOf('|')
    for (const m of matchesOf(text, RUN)) {
      const run = m[0]
      if (!/[OoIl|〇○]/.test(run)) continue
      // Two bars rule off the cells of a row: 机械|26|980 is no 机械1261980.
      if (ruled && run.includes('|')) continue
      if (run === ONLINE) continue
      const from = m.index
      // Alone it is asked about: the digit lock takes no number for one that holds no digit.
      const alone = !/[0-9０-９]/.test(run)
      const rest = alone ? restOfNumber(text, from, from + run.length) : ''
      const to = from + run.length + rest.length
      if (alone && !rest && !standsForDigit(text, from, to) && !isCount(text, from, to)) continue
      const insert = (run + rest.replace('·', '.').replace('，', ',')).replace(
        /[OoIl|〇○．]/g,
        (c) => READ[c]!,
      )
      // 二〇一九: among Han numerals 〇 is right.
      if (
        /[一二三四五六七八九十]$/.test(text.slice(0, from)) ||
        /^[一二三四五六七八九十]/.test(text.slice(to))
      )
        continue
      const fixes = [
        { id: 'read', layer: 'substance' as const, from, to, insert, markedReading: true as const },
      ]
      const sure = !alone && AFTER.test(text.slice(to, to + 3))
      yield {
        from,
        to,
        message: sure ? 'read' : 'maybe',
        values: [run + rest, insert],
        confidence: sure ? 0.99 : alone ? 0.9 : 0.6,
        apply: sure,
        fixes,
      }
    }
  },
}

/** Online to offline: the one word that looks like such a number. */
const ONLINE = 'O2O'

/** What has a number before it, as far as no name begins so. */
const COUNTED =
  /^(?:[%％‰℃万亿元吨亩倍个家户所座项件名次台辆条处场批岁月日年人只头册套幢栋床例起篇艘]|公[顷里斤]|[平立]方|千[米克瓦伏]|米)/
/** Roman numerals stand before these as well: I期, II类. */
const ORDERED = /^[届期级类号版层楼段]/

/** lO万元, l所, OO%: nothing but letters, in the place of a number. */
function isCount(text: string, from: number, to: number): boolean {
  const run = text.slice(from, to)
  if (!/^[OoIl]+$/.test(run) || !isAfterWord(text, from)) return false
  const after = text.slice(to, to + 2)
  return COUNTED.test(after) || (run.includes('l') && ORDERED.test(after))
}

/** l·35亿元, I，234万元: the digits that go on behind a letter’s point or comma, with a unit after them. */
function restOfNumber(text: string, from: number, to: number): string {
  const after = text.slice(to, to + 8)
  if (!/^[·，]/.test(after) || !/^[OoIl]+$/.test(text.slice(from, to)) || !isAfterWord(text, from)) return ''
  const rest = /^(?:·[0-9]{1,4}|，[0-9]{3}(?![0-9]))/.exec(after)?.[0] ?? ''
  return COUNTED.test(after.slice(rest.length)) ? rest : ''
}

/** Han before it, or a mark: no letter, which it might belong to. */
function isAfterWord(text: string, from: number): boolean {
  return from === 0 || /[\p{Script=Han}，、；：（“]/u.test(text[from - 1]!)
}

/** A letter alone where nothing but a digit can stand: l月13日, 1.86∶l, the last place of an ISBN. */
function standsForDigit(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 18), from)
  const after = text.slice(to, to + 4)
  return (
    /^月[0-9]{1,2}日?/.test(after) ||
    /[0-9]∶$/.test(before) ||
    (/^∶[0-9]/.test(after) && !/[A-Za-z]$/.test(before)) ||
    /97[89]-(?:[0-9]-?){9}-$/.test(before)
  )
}
