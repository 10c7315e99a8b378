import { expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

it.each([
  [
    'wide, with a blank behind the comma',
    '成交１， ２２４万元，防控4， ３００公顷',
    '成交1,224万元，防控4,300公顷',
  ],
  ['wide, with blanks around the point', '下降1 ． 2%，投入３ ．25亿元', '下降1.2%，投入3.25亿元'],
  [
    'wide, with a letter for a digit',
    '企业１，１４〇家，粮仓３，２O０平方米',
    '企业1,140家，粮仓3,200平方米',
  ],
  ['a letter beside a blank and a point', '合格率95 .I%，结余O . 33亿元', '合格率95.1%，结余0.33亿元'],
])('a number that is %s, is one number', (_, damaged, text) => {
  const { book } = clean(new TextEncoder().encode(`综述\n\n【概况】 ${damaged}。\n`))
  expect(book.categories[0]!.sections[0]!.entries[0]!.paragraphs).toEqual([`${text}。`])
})
