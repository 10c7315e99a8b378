import { ruleId, type Finding, type Rule } from './rule.ts'
import { HAN, SPACE, SPACES, matchesOf } from './patterns.ts'

/** Marks that belong to the number before them, so that no space stands before or after: % ‰ ℃ — ~. */
const TIGHT = '[%‰℃°〜～~—]'
const RUN = new RegExp(`${SPACE}+`, 'g')
/** Nor inside brackets, or where a sign of a sum has one on one side only: 128 +36, 9元/ 3千米. */
const NEEDS_NONE = new RegExp(`(?:${HAN}|${TIGHT}|\\(|(?<=[0-9\\p{Script=Han}])\\/|(?<=[0-9])[+×])$`, 'u')
const TAKES_NONE = new RegExp(`^(?:${HAN}|${TIGHT}|\\)|[+×/](?=[0-9])|[.．](?=\\p{Script=Han}))`, 'u')

/** Spaces in Han text: between Han characters, beside full-width punctuation, around digits. */
export const hanSpaces: Rule = {
  id: ruleId('layout/han-spaces'),
  version: 2,
  title: { zh: '汉文中的空格', en: 'Spaces in Han text' },
  why: {
    zh: '汉字之间、全角标点旁、汉字与数字之间不留空格；西文词组内的空格保留。',
    en: 'No space stands between Han characters, beside full-width punctuation or between Han and digits; those inside Latin phrases stay.',
  },
  messages: {
    remove: { zh: '汉文中不留空格', en: 'no space in Han text' },
    one: { zh: '西文之间留一个空格', en: 'one ordinary space between Latin words' },
    digits: {
      zh: '“{0}”两数之间有空格：是一个数被拆开，还是两个数，无从断定',
      en: '“{0}”: one number torn in two, or two numbers, cannot be told',
    },
  },
  roles: ['category', 'heading', 'title', 'paragraph', 'list', 'caption', 'furniture'],
  signs: SPACES,
  conduct: ['safe', 'asks'],
  examples: [
    { before: '共12 34人', after: '共12 34人' },
    { before: '新建粮站， 改造 18 座', after: '新建粮站，改造18座' },
    { before: '综　述', role: 'heading', after: '综述' },
    { before: '鱼类 Acrossocheilus  fasciatus 苗', after: '鱼类Acrossocheilus fasciatus苗' },
    { before: '浓度28 μg/m³', after: null },
    { before: '1 .新建粮站', after: '1.新建粮站' },
    { before: '完成赛事( 25 米)', after: '完成赛事(25米)' },
    { before: '跨径（128 +36+ 128）米', after: '跨径（128+36+128）米' },
    { before: '新建粮站18座', after: null },
  ],
  *check({ text, role }): Iterable<Finding> {
    for (const m of matchesOf(text, RUN)) {
      const [from, to] = [m.index, m.index + m[0].length]
      const before = text.slice(Math.max(0, from - 2), from)
      const after = text.slice(to, to + 2)
      // A running head is letter-spaced; the spaces of · 123 · and of a bilingual head are as printed, but for a gap.
      if (role === 'furniture' && !(/\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after))) {
        if (m[0].length > 1) yield single(from, to)
        continue
      }
      // 〇 beside a digit may be one, and digits are not joined without a yes.
      const digits =
        (/[0-9]$/.test(before) && /^[0-9〇○]/.test(after)) || (/[〇○]$/.test(before) && /^[0-9]/.test(after))
      const none = !digits && (NEEDS_NONE.test(before) || TAKES_NONE.test(after))
      const layer = 'layout' as const
      if (none) {
        yield {
          from,
          to,
          message: 'remove',
          confidence: 1,
          apply: true,
          fixes: [{ id: 'remove', layer, from, to, insert: '' }],
        }
      } else if (digits) {
        yield { ...torn(text, from, to), apply: false }
      } else if (m[0] !== ' ') {
        yield single(from, to)
      }
    }
  },
}

function single(from: number, to: number): Finding {
  const fixes = [{ id: 'one', layer: 'layout' as const, from, to, insert: ' ' }]
  return { from, to, message: 'one', confidence: 1, apply: true, fixes }
}

/** Two runs of digits with a space between: joining them would make another number, so it waits for a yes. */
function torn(text: string, from: number, to: number): Omit<Finding, 'apply'> {
  const left = /[0-9.,]*$/.exec(text.slice(Math.max(0, from - 12), from))![0]
  const right = /^[0-9.,]*/.exec(text.slice(to, to + 12))![0]
  return {
    from: from - left.length,
    to: to + right.length,
    message: 'digits',
    values: [`${left} ${right}`],
    confidence: 0.6,
    fixes: [{ id: 'join', layer: 'substance', from, to, insert: '' }],
  }
}
