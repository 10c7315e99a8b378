import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'
import { growth } from '../growth.ts'

const HEAD = '粮食\n\n综述\n\n【概况】 2019年，云山县收购粮食12万吨。\n'
const TABLE = '表1 粮站情况\n序号 粮站 仓容 面积\n'

describe('tables of lines without end', () => {
  const endless: Readonly<Record<string, (lines: number) => string>> = {
    'a bracket that never closes': (n) => `${HEAD}${TABLE}1 城东（老\n${'站\n'.repeat(n)}`,
    'a number that never ends': (n) => `${HEAD}${TABLE}${'1.\n'.repeat(n)}`,
    'one such table after another': (n) => HEAD + `${TABLE}1 城东（老\n站\n站\n站\n`.repeat(n / 6),
  }
  it.each(Object.entries(endless))('%s: eight times as many take about eight times as long', (_, text) => {
    const bytes = (lines: number): Uint8Array => new TextEncoder().encode(text(lines))
    expect(growth(clean, bytes(600), bytes(4800), 24)).toBeLessThan(24)
  })
})
