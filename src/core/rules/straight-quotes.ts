import { ruleId, type Finding, type Rule } from './rule.ts'

/** "…" in Han text: curved quotation marks, where they pair up within the paragraph. */
export const straightQuotes: Rule = {
  id: ruleId('character/straight-quotes'),
  version: 1,
  title: { zh: '直引号', en: 'Straight quotation marks' },
  why: {
    zh: '汉文用弯引号“ ”（GB/T 15834）；成对的直引号按次序改，不成对的只提示。',
    en: 'Han text takes curved quotation marks (GB/T 15834): straight ones that pair up are curved in turn; an odd one is only reported.',
  },
  messages: {
    curve: { zh: '直引号成对，改弯引号', en: 'a pair of straight quotation marks becomes curved' },
    odd: { zh: '直引号不成对', en: 'a straight quotation mark without its partner' },
  },
  roles: ['heading', 'title', 'paragraph', 'list', 'caption'],
  examples: [
    { before: '办好"家门口的粮站"为主线', after: '办好“家门口的粮站”为主线' },
    { before: '办好“家门口的粮站”为主线', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    const at: number[] = []
    for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) at.push(i)
    const paired = at.length % 2 === 0
    for (const [k, from] of at.entries()) {
      const insert = k % 2 === 0 ? '“' : '”'
      const fixes = [{ id: 'curve', layer: 'character' as const, from, to: from + 1, insert }]
      if (paired) yield { from, to: from + 1, message: 'curve', confidence: 0.95, apply: true, fixes }
      else yield { from, to: from + 1, message: 'odd', confidence: 0.7, apply: false, fixes }
    }
  },
}
