import { describe, expect, test } from 'vitest'
import type { BlockId, Correction, RuleId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import type { Exportable, ExportOptions } from '../../src/core/export/exporter.ts'
import { json } from '../../src/core/export/json.ts'
import { rawOffset, rawSpan } from '../../src/core/text/offset.ts'
import { book, files, options, source, suggestion, type Piece } from './book.ts'
import { assertValid } from './schema.ts'

function written(input: Exportable, more: Partial<ExportOptions> = {}): string {
  const text = files(json.write(input, { ...options, ...more }))['x.json']!
  assertValid(JSON.parse(text))
  return text
}

const read = (input: Exportable, more?: Partial<ExportOptions>): Record<string, unknown> =>
  JSON.parse(written(input, more)) as Record<string, unknown>

const PIECES: readonly Piece[] = [
  ['furniture', '云山年鉴2020\n\n'],
  ['category', '科 学 技 术\n\n', '科学技术'],
  ['category-en', 'Science & Technology\n\n'],
  ['heading', '综 述\n\n', '综述'],
  ['title', '【概况】 '],
  ['paragraph', '新建粮站18\n\n座。\n', '新建粮站18座。'],
  ['caption', '粮站一角\n'],
  ['credit', '（县粮食局 供稿）\n'],
  ['contributor', '　　（周明远）\n'],
]

test('the bytes of the format', () => {
  expect(written(book(PIECES))).toBe(`{
  "format": "jiaokan.yearbook",
  "version": 1,
  "sources": [
    {
      "name": "x.txt",
      "sha256": "${'ab'.repeat(32)}",
      "encoding": "utf-8",
      "characters": 85
    }
  ],
  "yearbook": "云山年鉴",
  "categories": [
    {
      "title": "科学技术",
      "titleEn": "Science & Technology",
      "sections": [
        {
          "title": "综述",
          "entries": [
            {
              "title": "概况",
              "paragraphs": [
                "新建粮站18座。"
              ],
              "captions": [
                {
                  "text": "粮站一角",
                  "credit": "县粮食局 供稿"
                }
              ],
              "contributors": []
            }
          ],
          "contributors": [
            "周明远"
          ],
          "sections": []
        }
      ]
    }
  ],
  "furniture": [
    "云山年鉴2020"
  ]
}
`)
})

test('a text without any mark of structure goes out whole, under null', () => {
  expect(
    read(
      book([
        ['paragraph', '甲。\n'],
        ['paragraph', '乙。\n'],
      ]),
    ),
  ).toMatchObject({
    yearbook: null,
    categories: [
      {
        title: null,
        titleEn: null,
        sections: [
          { title: null, entries: [{ title: null, paragraphs: ['甲。', '乙。'] }], contributors: [] },
        ],
      },
    ],
    furniture: [],
  })
  expect(read(book([]))).toMatchObject({ categories: [], furniture: [] })
})

test('a block of which nothing is left is left out', () => {
  const twice = book([
    ['title', '【概况】\n'],
    ['paragraph', '甲。\n'],
    ['paragraph', '甲。\n', ''],
    ['title', '【】\n', ''],
  ])
  expect(read(twice)).toMatchObject({
    categories: [{ sections: [{ entries: [{ title: '概况', paragraphs: ['甲。'] }] }] }],
  })
  expect(JSON.stringify(read(twice))).not.toContain('""')
})

test('characters count a pair of surrogates once', () => {
  expect(read(book([['paragraph', '𠮷野\n']]))).toMatchObject({ sources: [{ characters: 3 }] })
})

test('two names in one bracket are two, a credit in two brackets is one line, a lost caption is empty', () => {
  expect(
    read(
      book([
        ['title', '【概况】\n'],
        ['credit', '（甲 摄）\n'],
        ['credit', '（乙供图）\n'],
        ['contributor', '（陆 珊　何静）\n', '陆珊 何静'],
      ]),
    ),
  ).toMatchObject({
    categories: [
      {
        sections: [
          { entries: [{ captions: [{ text: '', credit: '甲 摄 乙供图' }] }], contributors: ['陆珊', '何静'] },
        ],
      },
    ],
  })
})

describe('running heads', () => {
  const titled = (...heads: string[]): unknown =>
    read(book(heads.map((head): Piece => ['furniture', head + '\n'])))['yearbook']

  test.each([
    '云山年鉴2020',
    '2020云山年鉴',
    '云山年鉴（2020）',
    '2020年云山年鉴',
    '云 山 年 鉴 ２０２０',
    '云山年鉴·2020',
    '云山年鉴二〇二〇',
    '云山年鉴2019—2020',
    '云山年鉴2020卷',
    '云山年鉴',
  ])('%s names the yearbook', (head) => {
    expect(titled('· 12 ·', head)).toBe('云山年鉴')
  })

  test.each(['农业', '云山年鉴编纂委员会', '年鉴', '· 2020 ·'])('%s does not', (head) => {
    expect(titled(head)).toBeNull()
  })

  test('the most frequent one does, of equals the first', () => {
    expect(titled('云山年鉴2020', '东湖年鉴2020')).toBe('云山年鉴')
    expect(titled('云山年鉴2020', '东湖年鉴2020', '2020东湖年鉴')).toBe('东湖年鉴')
  })

  test('go out once each, as first seen', () => {
    const heads = ['农业', '· 1 ·', '云山年鉴2020', '农业', '· 2 ·'].map((head): Piece => [
      'furniture',
      head + '\n',
    ])
    expect(read(book(heads))['furniture']).toEqual(['农业', '· 1 ·', '云山年鉴2020', '· 2 ·'])
  })
})

describe('several sources', () => {
  const two: Exportable = {
    sources: [
      source('a.txt', [
        ['category', '农业\n'],
        ['title', '【概况】\n'],
        ['paragraph', '甲。\n'],
      ]),
      source(
        'b.txt',
        [
          ['paragraph', '乙。\n'],
          ['title', '【粮食】\n'],
        ],
        { encoding: 'gb18030' },
      ),
    ],
  }

  test('are one book, read one after the other', () => {
    expect(read(two)).toMatchObject({
      sources: [{ name: 'a.txt' }, { name: 'b.txt', encoding: 'gb18030' }],
      categories: [
        {
          title: '农业',
          sections: [{ entries: [{ title: '概况', paragraphs: ['甲。', '乙。'] }, { title: '粮食' }] }],
        },
      ],
    })
  })

  test('have their own offsets', () => {
    expect(read(two, { spans: true })).toMatchObject({
      categories: [
        {
          source: { title: [{ source: 0, from: 0, to: 3 }], titleEn: [] },
          sections: [
            {
              source: { title: [], contributors: [] },
              entries: [
                {
                  source: {
                    title: [{ source: 0, from: 3, to: 8 }],
                    paragraphs: [[{ source: 0, from: 8, to: 11 }], [{ source: 1, from: 0, to: 3 }]],
                    contributors: [],
                  },
                },
                {},
              ],
            },
          ],
        },
      ],
    })
  })
})

describe('options', () => {
  const pages = [
    { from: rawOffset(0), mark: 'start', printed: null },
    { from: rawOffset(6), mark: 'form-feed', printed: '12' },
  ] as const
  const pieces: readonly Piece[] = [
    ['paragraph', '甲甲\n\n'],
    ['paragraph', '乙  乙\n丙\n', '乙乙丙'],
  ]

  test('findings, in the order of their places, with page and line', () => {
    const suggestions = [
      suggestion('figures/total', 9, 11, {
        quotes: ['42所', '41所'],
        confidence: 0.75,
        reason: { key: 'sum', values: [42, 41] },
      }),
      suggestion('digit-confusion', 1, 2),
    ]
    const out = read(book(pieces, { suggestions, pages }), { findings: true })
    expect(out['findings']).toEqual([
      {
        rule: 'digit-confusion',
        message: 'digit-confusion: why',
        quote: 'quote',
        place: { source: 0, page: null, line: 1 },
        confidence: 0.5,
      },
      {
        rule: 'figures/total',
        message: 'figures/total: sum 42 41',
        quotes: ['42所', '41所'],
        quote: 'quote',
        place: { source: 0, page: '12', line: 4 },
        confidence: 0.75,
      },
    ])
    expect(Object.keys((out['findings'] as object[])[1]!)).toEqual([
      'rule',
      'message',
      'quotes',
      'quote',
      'place',
      'confidence',
    ])
    expect(read(book(pieces, { suggestions }))).not.toHaveProperty('findings')
  })

  test('corrections, with what stood there before', () => {
    const [made] = source('x', pieces).corrections
    const move: Correction = {
      kind: 'move',
      id: 'm' as CorrectionId,
      origin: { kind: 'manual' },
      layer: 'layout',
      reason: { key: 'by-hand' },
      spans: [rawSpan(0, 2)],
      replaces: ['甲甲'],
      block: 'b0' as BlockId,
      after: null,
    }
    const accepted: Correction = {
      ...(made as Extract<Correction, { kind: 'replace' }>),
      origin: { kind: 'accepted', rule: 'figures/total' as RuleId, version: 1, suggestion: 'k' as never },
    }
    const out = read(book(pieces, { corrections: [accepted, move], pages }), { corrections: true })
    expect(out['corrections']).toEqual([
      {
        id: 'm',
        kind: 'move',
        origin: 'manual',
        rule: null,
        message: null,
        layer: 'layout',
        place: { source: 0, page: null, line: 1 },
        changes: [{ from: 0, to: 2, before: '甲甲', after: '甲甲' }],
        movedAfter: null,
      },
      {
        id: 'c4',
        kind: 'replace',
        origin: 'accepted',
        rule: 'figures/total',
        message: 'figures/total: between',
        layer: 'layout',
        place: { source: 0, page: null, line: 3 },
        changes: [{ from: 4, to: 11, before: '乙  乙\n丙\n', after: '乙乙丙' }],
      },
    ])
  })

  test('all at once are valid, and come after what is always there', () => {
    const all = { findings: true, corrections: true, spans: true }
    const out = read(book(PIECES, { suggestions: [suggestion('x', 0, 1)], pages }), all)
    expect(Object.keys(out)).toEqual([
      'format',
      'version',
      'sources',
      'yearbook',
      'categories',
      'furniture',
      'findings',
      'corrections',
    ])
    expect(written(book(PIECES), all)).toBe(written(book(PIECES), all))
  })
})
