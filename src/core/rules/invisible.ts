import { ROLES } from '../structure/block.ts'
import { matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]+/g

/** Zero-width characters and soft hyphens that an extractor left inside words. */
export const invisible: Rule = {
  id: ruleId('character/invisible'),
  version: 1,
  title: { zh: '不可见字符', en: 'Invisible characters' },
  why: {
    zh: '零宽空格、软连字符等看不见，却会打断检索与比对；汉文中无意义，删去。',
    en: 'Zero-width spaces and soft hyphens cannot be seen, yet break search and comparison; in Han text they mean nothing.',
  },
  messages: { found: { zh: '此处有 {0} 个不可见字符', en: '{0} invisible characters here' } },
  roles: ROLES,
  signs: '\u200b\u200c\u200d\u2060\ufeff\u00ad',
  conduct: ['safe'],
  examples: [
    { before: '全县有粮\u200b站三座', after: '全县有粮站三座' },
    { before: 'Spodop\u00adtera', after: 'Spodoptera' },
    { before: '全县有粮站三座', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of matchesOf(text, INVISIBLE)) {
      const [from, to] = [m.index, m.index + m[0].length]
      const fixes = [{ id: 'remove', layer: 'character' as const, from, to, insert: '' }]
      yield { from, to, message: 'found', values: [m[0].length], confidence: 1, apply: true, fixes }
    }
  },
}
