import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLines, type LineChange } from '../../src/core/diff/compare-lines.ts'
import { compareYearbooks, linesOf } from '../../src/core/diff/compare-yearbooks.ts'
import type { Yearbook } from '../../src/core/export/yearbook.ts'
import { growth } from '../growth.ts'

const line = fc.constantFrom(
  '',
  '甲',
  '粮食局新建粮站18座',
  '粮食局新建粮站19座',
  '综述',
  '全年收购粮食',
  '（周明远）',
)
const lines = fc.array(line, { maxLength: 16, size: 'max' })

/** One side of a comparison, put together again. */
function side(changes: readonly LineChange[], of: 'a' | 'b'): { numbers: number[]; texts: string[] } {
  const skipped = of === 'a' ? 'inserted' : 'removed'
  const own = changes.filter((c) => c.kind !== skipped)
  const texts = own.map((c) =>
    c.kind === 'changed' ? c.parts.flatMap((p) => (p.kind === skipped ? [] : [p.text])).join('') : c.text,
  )
  return { numbers: own.map((c) => (c as { a: number; b: number })[of]), texts }
}

describe('two texts line by line', () => {
  it('hold all lines of both, each once and in order', () =>
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const changes = compareLines(a, b)
        for (const [of, text] of [
          ['a', a],
          ['b', b],
        ] as const) {
          const { numbers, texts } = side(changes, of)
          expect(texts).toEqual(text)
          expect(numbers).toEqual(text.map((_, i) => i))
        }
      }),
      { numRuns: 2000, seed: 20261122 },
    ))

  it('are the same where they are the same', () =>
    fc.assert(
      fc.property(lines, (a) => {
        expect(compareLines(a, a).every((c) => c.kind === 'same')).toBe(true)
      }),
      { numRuns: 300, seed: 20261122 },
    ))

  it('pair a changed line with what was made of it', () => {
    const a = ['综述', '全县新建粮站18座，改造仓容3.2万吨。', '', '县粮食局开展检查。', '（周明远）']
    const b = [
      '综述',
      '',
      '全县新建粮站19座，改造仓容3.2万吨。',
      '另增一段，与前后都不相同。',
      '县粮食局开展检查。',
      '（周明远）',
    ]
    const changes = compareLines(a, b)
    expect(changes.map((c) => c.kind)).toEqual([
      'same',
      'inserted',
      'changed',
      'removed',
      'inserted',
      'same',
      'same',
    ])
    const changed = changes.find((c) => c.kind === 'changed')!
    expect(changed).toMatchObject({ a: 1, b: 2, figures: true })
    expect(changed.parts.filter((p) => p.kind !== 'same').map((p) => p.text)).toEqual(['8', '9'])
  })

  it('take a book of 40,000 lines in their stride', () => {
    const book = (lines: number): string[] =>
      Array.from({ length: lines }, (_, i) => `第${i}段，全年完成${(i * 7919) % 100_003}项。`)
    const compared = (a: readonly string[]): ReturnType<typeof compareLines> =>
      compareLines(
        a,
        a
          .filter((_, i) => i % 97 !== 0)
          .map((text, i) => (i % 101 === 0 ? text.replace('全年', '上半年') : text)),
      )
    const large = book(40_000)
    expect(growth(compared, book(5_000), large, 24)).toBeLessThan(24)
    expect(compared(large).filter((c) => c.kind === 'changed').length).toBeGreaterThan(390)
  })
})

describe('two exports', () => {
  const path = join(import.meta.dirname, '../../resources/sample/sample.clean.json')
  const read = (): Yearbook => {
    const { yearbook, categories, furniture } = JSON.parse(readFileSync(path, 'utf8')) as Yearbook
    return { format: 'jiaokan.yearbook', version: 1, sources: [], yearbook, categories, furniture }
  }

  it('name the place of a change on both sides', () => {
    const [a, b] = [read(), read()]
    const entry = b.categories[0]!.sections[0]!.entries[0]! as unknown as {
      paragraphs: string[]
      title: string
    }
    entry.paragraphs[0] = entry.paragraphs[0]!.replace('1,846.3', '1,846.8')
    const changes = compareYearbooks(a, b).filter((c) => c.kind !== 'same')
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ kind: 'changed', figures: true })
    expect(changes[0]!.before?.path).toEqual([
      a.categories[0]!.title,
      a.categories[0]!.sections[0]!.title,
      entry.title,
    ])
    expect(changes[0]!.after?.role).toBe('paragraph')
    if (changes[0]!.kind !== 'changed') throw new Error('not changed')
    expect(changes[0]!.parts.filter((p) => p.kind !== 'same').map((p) => p.text)).toEqual(['3', '8'])
  })

  it('show no mark that tells roles apart', () => {
    const book = read()
    const bare = { ...book, categories: [] }
    for (const [a, b] of [
      [book, bare],
      [bare, book],
      [book, book],
    ] as const)
      for (const c of compareYearbooks(a, b)) {
        const texts = c.kind === 'changed' ? c.parts.map((p) => p.text) : [c.text]
        expect(texts.join('')).not.toMatch(/[\ue000-\ue006]/)
      }
    expect(linesOf(book).length).toBeGreaterThan(40)
  })
})
