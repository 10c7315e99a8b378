import { expect, test } from 'vitest'
import { clean } from '../damage/clean.ts'

const read = (raw: string): string[] =>
  clean(new TextEncoder().encode(raw)).book.categories.flatMap((c) =>
    c.sections.flatMap((s) => s.entries.flatMap((e) => e.paragraphs)),
  )

const RUNS = '【概况】\n\n2020\n\n年，全县有学校\n\n12\n\n所，教师\n\n386\n\n人。新建小学\n\n2\n\n所。\n\n'

test('where digits are set apart, name and page of a list of contents are one line', () => {
  const lines = read(
    `目 录\n\n综述\n\n……\n\n1\n\n农业\n\n12\n\n种 植 业\n\n15\n\n工业\n\n28\n\n农 业\n\n综 述\n\n${RUNS}`,
  )
  expect(lines.slice(0, 4)).toEqual(['综述……1', '农业12', '种植业15', '工业28'])
  expect(lines.at(-1)).toBe('2020年，全县有学校12所，教师386人。新建小学2所。')
})

test('the numbers of the text behind it are no pages', () => {
  const text = '全县有粮站\n\n30\n\n座，仓容\n\n45\n\n万吨。职工\n\n60\n\n人。\n\n'
  const lines = read(`目 录\n\n综述\n\n1\n\n农业\n\n12\n\n工业\n\n28\n\n${text}${RUNS}`)
  expect(lines.slice(0, 4)).toEqual(['综述1', '农业12', '工业28', '全县有粮站30座，仓容45万吨。职工60人。'])
})
