import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../src/core/structure/block.ts'
import { tree, type SectionNode, type Tree } from '../../src/core/structure/tree.ts'

interface Leaf {
  readonly role: Role
  readonly level?: number
  readonly text: string
}

/** `heading2 县乡` is a heading of level 2 with the text 县乡. */
function leaves(...lines: string[]): Leaf[] {
  return lines.map((line) => {
    const [, role = '', level, text = ''] = /^([a-z-]+)(\d?) ?(.*)$/.exec(line) ?? []
    return { role: role as Role, text, ...(level ? { level: Number(level) } : {}) }
  })
}

/** A tree as nested plain values, to be compared at a glance. */
function shown({ categories, furniture }: Tree<Leaf>): unknown {
  const text = (b: Leaf | null): string | null => b?.text ?? null
  const section = (s: SectionNode<Leaf>): unknown => ({
    heading: text(s.heading),
    entries: s.entries.map((e) => ({
      title: text(e.title),
      paragraphs: e.paragraphs.map(text),
      ...(e.captions.length
        ? { captions: e.captions.map((c) => [text(c.caption), ...c.credits.map(text)]) }
        : {}),
      ...(e.contributors.length ? { signed: e.contributors.map(text) } : {}),
    })),
    ...(s.contributors.length ? { signed: s.contributors.map(text) } : {}),
    ...(s.sections.length ? { sections: s.sections.map(section) } : {}),
  })
  return {
    categories: categories.map((c) => ({
      title: text(c.title),
      ...(c.english.length ? { english: c.english.map(text) } : {}),
      sections: c.sections.map(section),
    })),
    ...(furniture.length ? { furniture: furniture.map(text) } : {}),
  }
}

const of = (...lines: string[]): unknown => shown(tree(leaves(...lines)))
/** The sections of the one category without a title. */
const sectionsOf = (...lines: string[]): unknown =>
  (of(...lines) as { categories: { sections: unknown }[] }).categories[0]?.sections

describe('the tree', () => {
  test('of nothing has nothing', () => {
    expect(of()).toEqual({ categories: [] })
    expect(of('furniture 12')).toEqual({ categories: [], furniture: ['12'] })
  })

  test('nests category, section, entry, paragraph', () => {
    expect(
      of(
        'category 农业',
        'category-en Agriculture',
        'heading 综述',
        'title 概况',
        'paragraph a',
        'furniture 1',
        'list b',
        'table c',
        'heading 种植业',
        'title 粮食',
        'paragraph d',
        'category 工业',
        'heading 综述',
        'title 概况',
      ),
    ).toEqual({
      categories: [
        {
          title: '农业',
          english: ['Agriculture'],
          sections: [
            { heading: '综述', entries: [{ title: '概况', paragraphs: ['a', 'b', 'c'] }] },
            { heading: '种植业', entries: [{ title: '粮食', paragraphs: ['d'] }] },
          ],
        },
        { title: '工业', sections: [{ heading: '综述', entries: [{ title: '概况', paragraphs: [] }] }] },
      ],
      furniture: ['1'],
    })
  })

  test('keeps text before the first title, heading and category under null', () => {
    expect(
      of(
        'paragraph a',
        'title 概况',
        'paragraph b',
        'category 农业',
        'paragraph c',
        'heading 综述',
        'paragraph d',
      ),
    ).toEqual({
      categories: [
        {
          title: null,
          sections: [
            {
              heading: null,
              entries: [
                { title: null, paragraphs: ['a'] },
                { title: '概况', paragraphs: ['b'] },
              ],
            },
          ],
        },
        {
          title: '农业',
          sections: [
            { heading: null, entries: [{ title: null, paragraphs: ['c'] }] },
            { heading: '综述', entries: [{ title: null, paragraphs: ['d'] }] },
          ],
        },
      ],
    })
  })

  test('takes an English line above its title, too, and a torn one as two', () => {
    expect(
      of(
        'category-en Farming',
        'category 农业',
        'heading 综述',
        'category-en Industry and',
        'category-en Trade',
        'category 工商',
      ),
    ).toEqual({
      categories: [
        { title: '农业', english: ['Farming'], sections: [{ heading: '综述', entries: [] }] },
        { title: '工商', english: ['Industry and', 'Trade'], sections: [] },
      ],
    })
  })

  test('nests sections by level and comes back out', () => {
    expect(
      sectionsOf(
        'heading1 乡镇',
        'heading2 石桥镇',
        'title 概况',
        'heading3 村',
        'heading2 云头乡',
        'title 概况',
        'heading1 街道',
      ),
    ).toEqual([
      {
        heading: '乡镇',
        entries: [],
        sections: [
          {
            heading: '石桥镇',
            entries: [{ title: '概况', paragraphs: [] }],
            sections: [{ heading: '村', entries: [] }],
          },
          { heading: '云头乡', entries: [{ title: '概况', paragraphs: [] }] },
        ],
      },
      { heading: '街道', entries: [] },
    ])
    expect(sectionsOf('heading2 石桥镇', 'heading1 乡镇')).toEqual([
      { heading: '石桥镇', entries: [] },
      { heading: '乡镇', entries: [] },
    ])
  })
})

describe('a signature', () => {
  test('at the end of a section signs for the section', () => {
    expect(
      sectionsOf(
        'heading 综述',
        'title 概况',
        'paragraph a',
        'contributor 周明远',
        'caption p',
        'furniture 1',
        'heading 林业',
      ),
    ).toEqual([
      {
        heading: '综述',
        entries: [{ title: '概况', paragraphs: ['a'], captions: [['p']] }],
        signed: ['周明远'],
      },
      { heading: '林业', entries: [] },
    ])
  })

  test.each(['title 防汛', 'paragraph b', 'list b', 'table b'])(
    'before %s of the same section signs for the entry',
    (next) => {
      const [section] = sectionsOf(
        'heading 综述',
        'title 概况',
        'paragraph a',
        'contributor 周明远',
        next,
        'contributor 何静',
      ) as [{ entries: unknown[]; signed: unknown }]
      expect(section.entries[0]).toMatchObject({ title: '概况', signed: ['周明远'] })
      expect(section.signed).toEqual(['何静'])
    },
  )

  test('before a section inside its own signs for the outer one', () => {
    expect(
      sectionsOf(
        'heading1 乡镇',
        'title 概况',
        'contributor 甲',
        'heading2 石桥镇',
        'paragraph a',
        'contributor 乙',
      ),
    ).toEqual([
      {
        heading: '乡镇',
        entries: [{ title: '概况', paragraphs: [] }],
        signed: ['甲'],
        sections: [{ heading: '石桥镇', entries: [{ title: null, paragraphs: ['a'] }], signed: ['乙'] }],
      },
    ])
  })

  test('right under the heading signs for the section, whatever follows', () => {
    expect(sectionsOf('heading 综述', 'contributor 周明远', 'title 概况')).toEqual([
      { heading: '综述', entries: [{ title: '概况', paragraphs: [] }], signed: ['周明远'] },
    ])
  })
})

describe('a caption', () => {
  test('stays with the entry it interrupts and takes the credits that follow it', () => {
    expect(
      sectionsOf(
        'title 概况',
        'paragraph a',
        'caption p',
        'furniture 1',
        'credit 甲 摄',
        'credit 乙 供图',
        'caption q',
        'title 粮食',
      ),
    ).toEqual([
      {
        heading: null,
        entries: [
          { title: '概况', paragraphs: ['a'], captions: [['p', '甲 摄', '乙 供图'], ['q']] },
          { title: '粮食', paragraphs: [] },
        ],
      },
    ])
  })

  test('before any entry goes to the first one, over headings and categories', () => {
    expect(of('caption p', 'category 农业', 'credit 甲 摄', 'heading 综述', 'title 概况')).toEqual({
      categories: [
        {
          title: '农业',
          sections: [
            {
              heading: '综述',
              entries: [{ title: '概况', paragraphs: [], captions: [['p'], [null, '甲 摄']] }],
            },
          ],
        },
      ],
    })
  })

  test('alone is kept, and so is a credit whose caption is lost', () => {
    expect(sectionsOf('caption p')).toEqual([
      { heading: null, entries: [{ title: null, paragraphs: [], captions: [['p']] }] },
    ])
    expect(sectionsOf('paragraph a', 'caption p', 'paragraph b', 'credit 甲 摄')).toEqual([
      {
        heading: null,
        entries: [{ title: null, paragraphs: ['a', 'b'], captions: [['p'], [null, '甲 摄']] }],
      },
    ])
  })
})

test('every block stands in the tree exactly once, and text stays in its order', () => {
  const leaf = fc.record({ role: fc.constantFrom(...ROLES), level: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 40 }), (list) => {
      const blocks: Leaf[] = list.map((l, i) => ({ ...l, text: String(i) }))
      const found: Leaf[] = []
      const reading: Leaf[] = []
      const built = tree(blocks)
      const section = (s: SectionNode<Leaf>): void => {
        if (s.heading) found.push(s.heading)
        for (const e of s.entries) {
          reading.push(...(e.title ? [e.title] : []), ...e.paragraphs)
          found.push(...e.contributors)
          for (const c of e.captions) found.push(...(c.caption ? [c.caption] : []), ...c.credits)
        }
        found.push(...s.contributors)
        s.sections.forEach(section)
      }
      for (const c of built.categories) {
        found.push(...(c.title ? [c.title] : []), ...c.english)
        c.sections.forEach(section)
      }
      const inText = (b: Leaf): boolean => ['title', 'paragraph', 'list', 'table'].includes(b.role)
      expect(reading).toEqual(blocks.filter(inText))
      const all = [...found, ...reading, ...built.furniture].map((b) => Number(b.text)).sort((a, b) => a - b)
      expect(all).toEqual(blocks.map((_, i) => i))
    }),
    { seed: 20201122, numRuns: 1000 },
  )
})
