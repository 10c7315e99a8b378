import { contributorNames, labelledRow, nameRow } from '../structure/names.ts'
import { SPACES, matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

const GAP = /[\s、，,]+/g

/** Letter-spaced names of contributors and credits: 陆 珊 is one name, 陆 珊 钟国平 are two. */
export const letterSpacing: Rule = {
  id: ruleId('layout/letter-spacing'),
  version: 2,
  title: { zh: '署名中的字距', en: 'Letter spacing in names' },
  why: {
    zh: '两字姓名为对齐而加空，复合；两人之间以一个空格相隔。',
    en: 'A name of two characters is spread to the width of three: closed; one space parts two names.',
  },
  messages: {
    name: { zh: '姓名中的字距，复合', en: 'letter spacing inside a name, closed' },
    part: { zh: '两人之间留一个空格', en: 'one space between two names' },
  },
  roles: ['contributor', 'credit', 'table'],
  signs: `${SPACES}\n\v\f\u1680\u2028\u2029\ufeff、，,`,
  conduct: ['safe'],
  examples: [
    { role: 'contributor', before: '陆 珊', after: '陆珊' },
    { role: 'contributor', before: '陆　珊　钟国平', after: '陆珊 钟国平' },
    { role: 'credit', before: '县粮食局　供稿', after: '县粮食局 供稿' },
    { role: 'contributor', before: '钟国平 陆珊', after: null },
    { role: 'table', before: '陈 芳（女）　县第一中学', after: '陈芳（女） 县第一中学' },
    { role: 'table', before: '县劳动模范　陈　芳　钟国平', after: '县劳动模范 陈芳 钟国平' },
    { role: 'table', before: '粮站 3 座', after: null },
  ],
  *check({ text, role }): Iterable<Finding> {
    const names = role === 'contributor' ? contributorNames(text) : role === 'table' ? namesOf(text) : null
    // Where in the text, blanks aside, one name ends and the next begins.
    const borders = new Set<number>()
    let done = 0
    for (const name of names ?? []) borders.add((done += name.length))
    let solid = 0
    let last = 0
    for (const m of matchesOf(text, GAP)) {
      solid += m.index - last
      last = m.index + m[0].length
      const parts = names === null || borders.has(solid)
      const insert = parts && solid > 0 && last < text.length ? ' ' : ''
      if (m[0] === insert) continue
      if (names === null && /\S/.test(m[0])) continue
      const fixes = [{ id: 'names', layer: 'layout' as const, from: m.index, to: last, insert }]
      const message = insert ? 'part' : 'name'
      yield { from: m.index, to: last, message, confidence: 1, apply: true, fixes }
    }
  },
}

/** The cells of a row of names, with what was awarded before them or without. */
function namesOf(text: string): readonly string[] | null {
  const row = labelledRow(text)
  return nameRow(text) ?? (row?.isListed ? null : row?.cells) ?? null
}
