import { ROLES } from '../structure/block.ts'
import { matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

/** Kangxi radicals, CJK radicals and compatibility ideographs: other code points for ordinary characters. */
const FORMS = /[\u2e80-\u2fd5\uf900-\ufaff]/g

/** Radicals and compatibility ideographs, which look the same and are not found by a search. */
export const compatibilityForms: Rule = {
  id: ruleId('character/compatibility-forms'),
  version: 1,
  title: { zh: '兼容字形', en: 'Compatibility forms' },
  why: {
    zh: '康熙部首、兼容汉字与通用字同形异码，检索不到；改为通用字。',
    en: 'Kangxi radicals and compatibility ideographs look like ordinary characters under other codes; search misses them.',
  },
  messages: { form: { zh: '“{0}”是兼容字形，改通用字“{1}”', en: '“{0}” is a compatibility form of “{1}”' } },
  roles: ROLES,
  signs: '\u2e80–\u2fd5\uf900–\ufaff',
  conduct: ['safe'],
  examples: [
    { before: '采伐\u2f4a材', after: '采伐木材' },
    { before: '采伐木材', after: null },
    { before: '12万m³', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of matchesOf(text, FORMS)) {
      const insert = m[0].normalize('NFKC')
      if (insert === m[0] || insert.length !== 1) continue
      const [from, to] = [m.index, m.index + 1]
      const fixes = [{ id: 'ordinary', layer: 'character' as const, from, to, insert }]
      yield { from, to, message: 'form', values: [m[0], insert], confidence: 1, apply: true, fixes }
    }
  },
}
