import { expect, test } from 'vitest'
import { EXPORTERS } from '../../src/core/export/index.ts'
import { text } from '../../src/core/export/text.ts'
import { clean } from '../damage/clean.ts'
import { book, files, options, type Piece } from './book.ts'

const written = (...pieces: Piece[]): string => files(text.write(book(pieces), options))['x.txt']!

test('the lines of the format', () => {
  expect(
    written(
      ['furniture', '云山年鉴2020\n'],
      ['category', '科学技术\n'],
      ['category-en', 'Science & Technology\n'],
      ['heading', '综 述\n', '综述'],
      ['title', '[概况]\n'],
      ['paragraph', '甲。\n'],
      ['paragraph', '　　乙。\n'],
      ['caption', '粮站一角\n'],
      ['credit', '(县粮食局 供稿)\n'],
      ['caption', '旧影\n'],
      ['contributor', '（陆 珊　何静）\n', '陆珊 何静'],
      ['title', '【粮食】'],
      ['list', '一、丙\n'],
      ['table', '丁 1 2\n'],
      ['title', '【水利】\n'],
      ['contributor', '（周明远）\n'],
      ['heading', '乡镇\n'],
      ['section-2', '石桥镇\n'],
      ['paragraph', '戊。\n'],
      ['category', '工业\n'],
      ['paragraph', '己。\n'],
    ),
  ).toBe(`科学技术
Science & Technology

综述
【概况】甲。
乙。
〔图〕粮站一角（县粮食局 供稿）
〔图〕旧影
（陆珊 何静）
【粮食】一、丙
丁 1 2
【水利】
（周明远）

乡镇

石桥镇
戊。

工业

己。
`)
})

test('text without a head begins on the first line; a lost caption leaves its credit', () => {
  expect(written(['paragraph', '甲。\n'], ['credit', '（乙 摄）\n'])).toBe('甲。\n〔图〕（乙 摄）\n')
  expect(written()).toBe('')
  expect(written(['furniture', '12\n'])).toBe('')
})

test('a block is one line, whatever was typed into it', () => {
  expect(written(['paragraph', '甲\n', '甲 \n 乙\u2028丙\f丁'])).toBe('甲乙丙丁\n')
})

test('half a character is refused with its place, not written as another', () => {
  expect(written(['paragraph', '甲\n', '甲𠮷'])).toBe('甲𠮷\n')
  const half = book([['paragraph', '甲\n', '甲\ud842']])
  expect(text.write(half, options)).toEqual({
    ok: false,
    error: { kind: 'lone-surrogate', file: 'x.txt', at: 1 },
  })
})

test('exporters have distinct ids and file names, and a second run gives the same bytes', () => {
  const input = book([
    ['title', '【概况】'],
    ['paragraph', '甲\n'],
  ])
  const names = EXPORTERS.flatMap((e) => Object.keys(files(e.write(input, options))))
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(EXPORTERS.map((e) => e.id)).size).toBe(EXPORTERS.length)
  for (const e of EXPORTERS) {
    const made = files(e.write(input, options))
    expect(Object.keys(made)).toEqual([`x${e.extension}`])
    expect(files(e.write(input, options))).toEqual(made)
    const plain = e.id === 'json' || e.id === 'text'
    expect(plain || e.extension.startsWith(`.${e.id}.`)).toBe(true)
  }
})

test('comes out the same when it is read in again', () => {
  const once = `粮食
Grain

综述
【概况】2020年，全县有粮站18座，仓容4.5万吨，轮换储备粮3.6万吨。
〔图〕2020年5月1日，粮站落成（县粮食局 供稿）
〔图〕粮站外景
【安排】各乡镇负责实施。
（周明远）
`
  const { raw, analysis } = clean(new TextEncoder().encode(once))
  const source = { name: 'x.txt', encoding: 'utf-8' as const, raw, ...analysis }
  expect(files(text.write({ sources: [source] }, options))['x.txt']).toBe(once)
})
