import { expect, test } from 'vitest'
import { yearbook } from '../../src/core/export/yearbook.ts'
import { book, options, suggestion } from './book.ts'
import { faults } from './schema.ts'

type Tree = Record<string, unknown>

function exported(): Tree {
  const input = book(
    [
      ['category', '农业\n'],
      ['heading', '综述\n'],
      ['title', '【概况】\n'],
      ['paragraph', '甲\n'],
      ['caption', '图\n'],
      ['credit', '（乙 摄）\n'],
    ],
    { suggestions: [suggestion('x', 0, 1)] },
  )
  const all = { ...options, findings: true, corrections: true, spans: true }
  return JSON.parse(JSON.stringify(yearbook(input, all))) as Tree
}

/** The value under `path`, and a setter for it. */
function change(tree: Tree, path: string, to: unknown): Tree {
  const keys = path.split('.')
  const last = keys.pop()!
  let at = tree
  for (const key of keys) at = at[key] as Tree
  if (to === undefined) Reflect.deleteProperty(at, last)
  else at[last] = to
  return tree
}

test('what is exported is valid', () => {
  expect(faults(exported())).toEqual([])
})

const ENTRY = 'categories.0.sections.0.entries.0'

test.each([
  ['format', 'jiaokan.book'],
  ['version', 2],
  ['yearbook', ''],
  ['furniture', undefined],
  ['furniture', ['a', 'a']],
  ['furniture', ['']],
  ['more', true],
  ['sources.0.sha256', 'AB'],
  ['sources.0.encoding', 'latin1'],
  ['sources.0.characters', -1],
  ['categories.0.titleEn', undefined],
  ['categories.0.sections.0.sections', undefined],
  ['categories.0.sections.0.sections', [{}]],
  [`${ENTRY}.title`, ''],
  [`${ENTRY}.paragraphs`, ['']],
  [`${ENTRY}.paragraphs`, [null]],
  [`${ENTRY}.contributors`, '周明远'],
  [`${ENTRY}.captions.0.credit`, ''],
  [`${ENTRY}.captions.0.credit`, undefined],
  [`${ENTRY}.source.paragraphs.0.0.from`, 0.5],
  [`${ENTRY}.source.paragraphs.0.0.source`, undefined],
  ['findings.0.confidence', 1.5],
  ['findings.0.place.line', 0],
  ['findings.0.quotes', ['one']],
])('%s may not be %j', (path, to) => {
  expect(faults(change(exported(), path, to))).not.toEqual([])
})
