import { matchesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

/** 云政发[2019]12号: the year of a document's number, in brackets that its own are read as. */
const NUMBER = /(?<=\p{Script=Han})([[［【])((?:19|20)[0-9]{2})([\]］】])(?=第?[0-9]{1,4}号)/gu

/** The year in a document's number stands in 〔〕, which extractors read as [ ] or 【 】. */
export const documentNumber: Rule = {
  id: ruleId('character/document-number'),
  version: 1,
  title: { zh: '发文字号的括号', en: 'Brackets of a document’s number' },
  why: {
    zh: '发文字号的年份用六角括号〔〕括入；［］、【】是误识。圆括号或为原书所印，保留。',
    en: 'The year in a document’s number stands in 〔〕; square brackets and 【】 are misread. Round ones may be as printed and stay.',
  },
  messages: {
    brackets: { zh: '发文字号的年份用〔〕', en: 'the year of a document’s number stands in 〔〕' },
  },
  roles: ['title', 'paragraph', 'list', 'caption'],
  between: [{ signs: '[［【', ahead: '12' }],
  conduct: ['safe'],
  examples: [
    { before: '印发云政发[2019]12号文件', after: '印发云政发〔2019〕12号文件' },
    { before: '印发云政办【2019】第6号文件', after: '印发云政办〔2019〕第6号文件' },
    { before: '印发云政发（2019）12号文件', after: null },
    { before: '见文献[2019]', after: null },
  ],
  *check({ text }): Iterable<Finding> {
    for (const m of matchesOf(text, NUMBER))
      for (const [at, insert] of [
        [m.index, '〔'],
        [m.index + 5, '〕'],
      ] as const) {
        const fix = { id: 'brackets', layer: 'character' as const, from: at, to: at + 1, insert }
        yield { from: at, to: at + 1, message: 'brackets', confidence: 0.99, apply: true, fixes: [fix] }
      }
  },
}
