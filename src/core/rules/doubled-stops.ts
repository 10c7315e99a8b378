import { ruleId, type Finding, type Rule } from './rule.ts'

/** 。。 and ，，: a mark extracted twice at a join. */
export const doubledStops: Rule = {
  id: ruleId('character/doubled-punctuation'),
  version: 1,
  title: { zh: '标点重出', en: 'Doubled punctuation' },
  why: {
    zh: '换页、分栏处的标点可能提取两次；移位的句号已先行移回，余下的是重出。',
    en: 'At a page or column end a mark may be extracted twice. Full stops that floated away have gone back by now; what is left is a double.',
  },
  messages: { doubled: { zh: '“{0}”重出，留一', en: '“{0}” stands twice; one stays' } },
  roles: ['paragraph', 'list', 'caption'],
  between: [{ signs: '、。，；', behind: '、。，； \u3000' }],
  conduct: ['safe'],
  examples: [
    { before: '建粮站三座。。全年', after: '建粮站三座。全年' },
    { before: '建粮站三座。全年', after: null },
    { before: '等等……其后', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (let i = 0; i + 1 < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c < 0x3001 || (c > 0x3002 && c !== 0xff0c && c !== 0xff1b)) continue
      const mark = text[i]!
      const from = i + 1
      let to = from
      while (text[to] === ' ' || text[to] === '\u3000') to++
      if (text[to] !== mark) continue
      while (text[to] === mark) to++
      i = to - 1
      const fixes = [{ id: 'single', layer: 'character' as const, from, to, insert: '' }]
      yield { from, to, message: 'doubled', values: [mark], confidence: 0.95, apply: true, fixes }
    }
  },
}
