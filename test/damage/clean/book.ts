import type { Chance } from '../chance.ts'
import type { Rates } from '../kinds.ts'
import type { CleanBook, CleanCaption, CleanEntry, CleanParagraph, CleanSection } from './model.ts'
import { contradicted } from './contradictions.ts'
import * as n from './numbers.ts'
import { fill, paragraph } from './sentences.ts'
import * as w from './words.ts'
import { person, world, type World } from './world.ts'

export interface BookSize {
  readonly categories: number
  /** Each of a category, a section. */
  readonly sections: number
  readonly entries: number
  /** Share with an English line under its categories. */
  readonly english: number
  /** Sections inside sections. */
  readonly nested: boolean
}

const TITLES = [
  '{phrase}',
  '{project}启动',
  '“{slogan}”{project}',
  '{facility}启用',
  '{thing}{event}',
  '{ordinal}届{thing}{event}',
  '《{thing}志》出版',
  '新增{thing}{count}',
  '{place}{phrase}',
  '{body}与{place}共建{thing}{project}',
  '{phrase}（{phrase}、{phrase}）',
  '{act}和{act}',
  '{thing}、{thing}{phrase}列入{next}年度“{slogan}”{project}',
]

export function cleanBook(c: Chance, size: BookSize, rates: Rates): { book: CleanBook; world: World } {
  const here = world(c)
  const categories = c.some(w.CATEGORIES, size.categories).map(([title, english]) => ({
    title,
    titleEn: c.hit(size.english) ? english : null,
    sections: sections(c, here, size, rates),
  }))
  return { book: { yearbook: `${here.county}年鉴`, year: here.year + 1, categories }, world: here }
}

function sections(c: Chance, here: World, size: BookSize, rates: Rates): CleanSection[] {
  const names = ['综述', ...c.some(w.SECTIONS, size.sections)]
    .slice(c.hit(0.7) ? 0 : 1)
    .slice(0, size.sections)
  return names.map((title, i) => {
    const signs = c.int(0, 3)
    const inner = size.nested && i > 0 && c.hit(0.4) ? c.some(w.SECTIONS, 2) : []
    return {
      title,
      entries: inner.length > 0 ? [] : entries(c, here, size.entries, rates),
      contributors:
        signs === 0 || inner.length > 0 ? [] : Array.from({ length: signs === 3 ? 2 : 1 }, () => person(c)),
      sections: inner.map((name) => ({
        title: name,
        entries: entries(c, here, 2, rates),
        contributors: [person(c)],
        sections: [],
      })),
    }
  })
}

function entries(c: Chance, here: World, most: number, rates: Rates): CleanEntry[] {
  const count = c.int(1, most)
  const used = new Set<string>()
  return Array.from({ length: count }, (_, i) => {
    let title = i === 0 && c.hit(0.8) ? '概况' : fill(c, here, c.pick(TITLES))
    while (used.has(title)) title = fill(c, here, c.pick(TITLES))
    used.add(title)
    return contradicted({ title, paragraphs: paragraphs(c, here), contributors: [] }, rates, c, here)
  })
}

function paragraphs(c: Chance, here: World): CleanParagraph[] {
  const text = (sentences: number, opens: boolean): CleanParagraph => ({
    kind: 'text',
    text: paragraph(c, here, sentences, opens),
  })
  const out = [text(c.int(1, 6), true)]
  for (let more = c.pick([0, 0, 0, 1, 1, 2]); more > 0; more--) out.push(text(c.int(1, 5), c.hit(0.3)))
  if (c.hit(0.08)) out.push(...list(c, here))
  if (c.hit(0.05)) out.push(...table(c, here))
  return out
}

/** A sentence that ends in a colon, and its items. */
function list(c: Chance, here: World): CleanParagraph[] {
  const mark = c.pick<(i: number) => string>([
    (i) => `（${'一二三四五六'[i]!}）`,
    (i) => '①②③④⑤⑥'[i]!,
    (i) => `${i + 1}.`,
    (i) => `${'一二三四五六'[i]!}、`,
  ])
  const count = c.int(2, 5)
  const items = Array.from({ length: count }, (_, i) => {
    const end = i === count - 1 ? '。' : '；'
    const body = fill(
      c,
      here,
      c.pick(['{act}{count}，{effect}', '{act}', '{act}，投入{money}，惠及{N}人', '{act}{q}']),
    )
    return { kind: 'list', text: mark(i) + body + end } as const
  })
  return [
    { kind: 'text', text: fill(c, here, c.pick(['{body}出台{n}条措施：', '{year}年主要任务包括：'])) },
    ...items,
  ]
}

/** Title, header, rows; one space between cells. */
function table(c: Chance, here: World): CleanParagraph[] {
  const columns = c.some(
    ['数量（个）', '面积（公顷）', '投资（万元）', '占比（%）', '受益人口（人）'],
    c.int(2, 4),
  )
  const cell = (head: string): string =>
    head.startsWith('占比')
      ? n.decimal(c)
      : head.startsWith('面积')
        ? n.decimal(c, 900)
        : n.grouped(c.int(3, 9000), here)
  const rows = c.some(here.towns, c.int(2, 5)).map((town) => [town, ...columns.map(cell)].join(' '))
  const title = fill(
    c,
    here,
    '{year}年{county}{phrase}情况{表}'.replace('{表}', c.pick(['表', '一览表', '统计表'])),
  )
  return [title, ['名称', ...columns].join(' '), ...rows].map((text) => ({ kind: 'table', text }))
}

/** A photo’s text and credit; its forms are a matter of damage. */
export function caption(c: Chance, here: World, form: { dated: boolean; credited: boolean }): CleanCaption {
  const scene = fill(c, here, c.pick(['{place}', '{facility}', '{venue}'])) + c.pick(w.SCENES)
  const date = form.dated ? fill(c, here, c.pick(['{year}年{md}，', '{year}年{md}，', '{md}，'])) : ''
  const credit = c.pick([
    () => `${fill(c, here, '{body}')} 供稿`,
    () => `${fill(c, here, '{body}')} 供图`,
    () => `${person(c)} 摄`,
    () => `${person(c)}摄`,
  ])()
  return { text: date + scene, credit: form.credited ? credit : null }
}
