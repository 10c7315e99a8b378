import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import type { FigureRecord } from '../../src/core/export/figure-records.ts'
import { yearbook, type Yearbook } from '../../src/core/export/yearbook.ts'
import { decode } from '../../src/core/text/decode.ts'
import { decoder as port } from '../../src/cli/decoder.ts'
import { book, options } from './book.ts'
import { faults } from './schema.ts'

/** What a JSON Pointer points at. */
function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((node, key) => (node as Record<string, unknown>)[key], root)
}

function figuresOf(made: Yearbook): readonly FigureRecord[] {
  return made.figures!
}

const all = { ...options, figures: true }

test('a quantity is typed, with its place in the export and in the source', () => {
  const made = yearbook(
    book([
      ['category', '农业\n'],
      ['heading', '综述\n'],
      ['title', '【新增合作社6家】\n'],
      ['paragraph', '投资1.45\n', '投资1.45'],
      ['paragraph', '2019年5月，产茶28.6万斤\n'],
      ['caption', '9月9日，开镰\n'],
      ['furniture', '123\n'],
    ]),
    all,
  )
  expect(faults(made)).toEqual([])
  expect(
    figuresOf(made).map((f) => [f.kind, f.text, f.in.replace('/categories/0/sections/0', ''), f.from]),
  ).toEqual([
    ['count', '6家', '/entries/0/title', 5],
    ['number', '1.45', '/entries/0/paragraphs/0', 2],
    ['date', '2019年5月', '/entries/0/paragraphs/1', 0],
    ['mass', '28.6万斤', '/entries/0/paragraphs/1', 10],
    ['date', '9月9日', '/entries/0/captions/0/text', 0],
  ])
  expect(figuresOf(made)[3]).toMatchObject({
    value: '286000',
    unit: '斤',
    normal: { value: '143000', high: null, unit: '千克' },
    source: [{ source: 0, from: 33, to: 39 }],
    place: { source: 0, page: null, line: 5 },
  })
})

test('without the option there is none', () => {
  expect(yearbook(book([['paragraph', '3人\n']]), options)).not.toHaveProperty('figures')
})

const HERE = import.meta.dirname
const golden = join(HERE, '../golden')
const texts = [
  ...readdirSync(golden, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => join(golden, e.name, 'raw.txt')),
  join(HERE, '../../resources/sample/sample.txt'),
]

/** The digits of a text, in half width, as one string. */
function digits(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}

describe('each quantity stands where it says, in the export and in the source', () => {
  test.each(texts.map((path) => path.slice(path.indexOf('golden'))).map((name, i) => [name, texts[i]!]))(
    '%s',
    (_, path) => {
      const decoded = decode(readFileSync(path), port)
      if (!decoded.ok) throw new Error(decoded.error.kind)
      const { raw, encoding } = decoded.value
      const made = yearbook({ sources: [{ name: 'raw.txt', encoding, raw, ...analyse(raw) }] }, all)
      expect(faults(made)).toEqual([])
      for (const f of figuresOf(made)) {
        expect((at(made, f.in) as string).slice(f.from, f.to)).toBe(f.text)
        const under = f.source.map((s) => raw.text.slice(s.from, s.to)).join('')
        // Letters that were read for digits are no digits in the source.
        expect(digits(under.replace(/[OoIl〇○]/g, ''))).toBe(
          digits(
            Array.from(f.text)
              .filter((c, i) => !isReading(under, f.text, i, c))
              .join(''),
          ),
        )
      }
    },
  )
})

/** Is this digit one that a letter of the source was read for? Told by its place among the signs that are no blanks. */
function isReading(under: string, text: string, i: number, c: string): boolean {
  const bare = under.replace(/\s/g, '')
  return bare.length === text.length && /\d/.test(c) && /[OoIl〇○]/.test(bare[i]!)
}
