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

describe('tables whose title, header or rows are torn', () => {
  const rowsOf = (raw: string): string[] =>
    clean(new TextEncoder().encode(HEAD + raw)).book.categories.flatMap((k) =>
      k.sections.flatMap((s) => s.entries[0]!.paragraphs.slice(1)),
    )
  const CLEAN = [
    '2019年云山县重点粮站项目',
    '项目名称 仓容（吨） 面积（平方米） 投资（万元） 开工时间',
    '溪口粮站扩建 1,860 7.5 4,180 2019.11',
    '城东粮站 921 9.0 638.5 2019.6',
    '石渡粮库（一期） 204 6.0 2,875 2019.3',
  ]
  const table = CLEAN.join('\n')
  const BLOCK = `\n【储备】 ${'云山县推进各项工作，'.repeat(7)}收效良好。`

  it.each([
    ['a title that has its year, but no 表', table],
    ['its year in wide digits', table.replace('2019年云', '２０１９年云')],
    ['a header torn behind its first cell', table.replace('名称 ', '名称\n\n')],
    ['a header torn before a unit', table.replace('投资（', '投资\n（')],
    ['a header torn in a word where its line was full', table.replace('开工时间', '开工\n时间')],
    ['a row torn behind a wide comma of a number', table.replace('4,180', '４，\n\n１８０')],
    ['a row torn before a bracket', table.replace('（一', '\n\n（一')],
    ['a row torn in a word, among blocks of print', `${table.replace('粮站扩建', '粮\n\n站扩建')}${BLOCK}`],
  ])('%s', (_, raw) => {
    expect(rowsOf(`${raw}\n`)).toEqual(CLEAN)
  })

  it.each(['2019年云\n山县各镇粮站情况一览表', '2019年云山县各镇粮站情况一览\n表'])(
    '%j is one title',
    (title) => {
      const [, ...rest] = CLEAN
      const rows = rowsOf([title, ...rest].join('\n') + '\n')
      expect(rows).toEqual(['2019年云山县各镇粮站情况一览表', ...rest])
    },
  )
})
