import { describe, expect, it } from 'vitest'
import { clean } from './clean.ts'
import { PAGE_LAYOUTS, PAGE_NUMBERS, turnPages } from './page-turns.ts'

describe.each(Object.entries(PAGE_LAYOUTS))('numbers at the turn of a page: %s', (name, layout) => {
  it.each(PAGE_NUMBERS.map((print) => [print(9), print] as const))('%j', (shape, print) => {
    const wrong: string[] = []
    for (let i = 0; i < 6; i++) {
      const turned = turnPages(`${name}/${shape}/${i}`, print, layout, 1 + (i % 3))
      if (turned.fate === 'wrong') wrong.push(`${turned.raw}\n=> ${turned.got}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a number that marks something is not joined with the number after it', () => {
  it.each([
    ['of an item', '1.\n2020年新建粮站18座。', '1. 2020年'],
    ['of an item, with a space', '1. 2020年新建粮站18座。', '1. 2020年'],
    ['of an item, set apart', '1.\n\n2020\n\n年新建粮站\n\n18\n\n座。', '1. 2020年'],
    ['of a reference', '全县有粮站[1]\n2020年新建3座。', '[1]2020年'],
  ])('%s', (_, raw, kept) => {
    const text = `综述\n【概况】 全年主要工作如下：\n${raw}\n【学校建设】 全县各部门协同配合。\n`
    expect(JSON.stringify(clean(new TextEncoder().encode(text)).book)).toContain(kept)
  })
})
