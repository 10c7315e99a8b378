import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const book = (raw: string) => clean(new TextEncoder().encode(raw)).book.categories
const shape = (raw: string): string[] =>
  book(raw).flatMap((k) => [
    `类目 ${k.title ?? ''}`,
    ...k.sections.map((s) => {
      const names = [...s.contributors, ...s.entries.flatMap((e) => e.contributors)]
      return `${s.title ?? ''}（${names.join('、')}）${s.entries.flatMap((e) => e.paragraphs).join(' / ')}`
    }),
  ])
const text = (last: string, next = '收购'): string =>
  `粮食\n\nGrain\n\n储备\n\n【概况】全县新建粮站十八座，改造旧仓七座，${last}\n\n${next}\n\n【秋粮】全县收购稻谷四万吨，比上年增长一成。\n`

describe('a section signed by a body', () => {
  it.each([
    ['建成晒场五处。\n\n（县委组织部）', '县委组织部'],
    ['建成晒场五处。（县粮食局）', '县粮食局'],
    ['建成晒场五处。\n\n（县粮食局　石门粮库管理中心）', '县粮食局、石门粮库管理中心'],
    ['建成晒\n\n（县委组织部\n\n场五处。\n\n）', '县委组织部'],
  ])('%j', (last, names) => {
    expect(shape(text(last))).toEqual([
      '类目 粮食',
      `储备（${names}）全县新建粮站十八座，改造旧仓七座，建成晒场五处。`,
      '收购（）全县收购稻谷四万吨，比上年增长一成。',
    ])
  })

  it.each([
    '牵头单位三家\n\n（县粮食局）\n\n参与单位五家。',
    '由牵头单位（县粮食局\n\n牵头，县财政局配合）验收。',
  ])('is not meant by a remark in the text: %j', (last) => {
    const [, first] = shape(text(last))
    expect(first).toMatch(/^储备（）/)
    expect(first).toContain('（县粮食局')
  })

  it('is not meant under a photo', () => {
    const raw = text('建成晒场五处。\n\n2019年9月，石门粮库开仓\n（县粮食局供图）\n\n全县')
    expect(shape(raw)[1]).toMatch(/^储备（）/)
  })
})
