import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { quotePlaces } from '../../../src/renderer/worker/quote-places.ts'
import { Quantities, unitOf } from '../../../src/renderer/worker/quantities.ts'
import { bookStats } from '../../../src/renderer/worker/book-stats.ts'
import { valueText } from '../../../src/renderer/views/figures/value-text.ts'
import { readTyped } from '../../../src/core/figures/typed/read-typed.ts'
import { open, work } from '../../diff/worked-on.ts'

const SAMPLE = open(readFileSync(join(import.meta.dirname, '../../../resources/sample/sample.txt'), 'utf8'))
const ALL = { kind: null, unit: null, text: '' }

describe('the quantities of a book', () => {
  it('are selected by kind, unit and text, and lead to their place', async () => {
    const quantities = new Quantities()
    const all = await quantities.select(() => SAMPLE, ALL)
    expect(all?.total).toBeGreaterThan(20)
    expect(all?.matching).toBe(all?.total)
    expect(all?.kinds.reduce((n, [, count]) => n + count, 0)).toBe(all?.total)
    for (const row of quantities.rows(SAMPLE, 0, all?.total ?? 0)) {
      const first = row.context[1].replace(/^[约近逾不足超过]+/, '')[0] ?? ''
      expect(SAMPLE.raw.text.slice(row.at, row.at + 12).normalize('NFKC')).toContain(first.normalize('NFKC'))
    }
    const [kind] = all?.kinds[0] ?? []
    const some = await quantities.select(() => SAMPLE, { ...ALL, kind: kind ?? null })
    expect(some?.matching).toBe(all?.kinds[0]?.[1])
    expect(quantities.rows(SAMPLE, 0, 1000).every((r) => r.typed.kind === kind)).toBe(true)
    const money = await quantities.select(() => SAMPLE, { ...ALL, unit: '人' })
    expect(quantities.rows(SAMPLE, 0, 1000).every((r) => unitOf(r.typed) === '人')).toBe(true)
    expect(money?.matching).toBeLessThan(all?.total ?? 0)
    const none = await quantities.select(() => SAMPLE, { ...ALL, text: '没有这样的字' })
    expect(none?.matching).toBe(0)
  })

  it('are called off by a later call, and follow the book', async () => {
    let doc = SAMPLE
    const quantities = new Quantities()
    const busy = work(doc, 3, [0.2, 0.4, 0.6])
    const [late, now] = [quantities.select(() => doc, ALL), quantities.select(() => doc, ALL)]
    expect((await late) === null || (await late)?.seq === doc.seq).toBe(true)
    expect((await now)?.seq).toBe(SAMPLE.seq)
    doc = busy
    expect((await quantities.select(() => doc, ALL))?.seq).toBe(busy.seq)
  })
})

it('a second quote is found in the block nearest to the first', () => {
  const doc = open(
    '【甲】\n全县有学校138所，教师共4,387人。\n【乙】\n全县有教师4,378人，成绩突出。\n【丙】\n全县有教师4,378人，成绩突出。\n',
  )
  const block = [...doc.blocks.values()].find((b) =>
    doc.raw.text.slice(b.spans[0].from).startsWith('全县有学校'),
  )
  const quotes = ['教师共4,387人', '教师4,378人'] as const
  const found = quotePlaces(doc, [
    { block: block!.id, quotes },
    { block: block!.id, quotes: ['教师共4,387人', '没有这样的字'] },
  ])
  expect(found).toEqual([doc.raw.text.indexOf('教师4,378人'), null])
})

it('corrections are counted in equal parts, each once', () => {
  const stats = bookStats(SAMPLE, 40)
  const total = Object.values(stats.bins)
    .flatMap((b) => b)
    .reduce((a, b) => a + b, 0)
  expect(total).toBe(SAMPLE.corrections.size)
  stats.first.forEach((at, i) => {
    if (at === null) expect(Object.values(stats.bins).every((b) => b[i] === 0)).toBe(true)
    else expect(Math.min(39, Math.floor((at / stats.length) * 40))).toBe(i)
  })
})

it.each([
  ['1.45亿元', '145,000,000 元'],
  ['28.6万斤', '143,000 千克'],
  ['3—5万元', '30,000–50,000 元'],
  ['12.5%', '12.5 %'],
  ['2019年上半年', '2019-01 – 2019-06'],
  ['去年上半年', '本年−1 --01 – --06'],
  ['上年', '本年−1'],
  ['次年', '本年+1'],
  ['9:30—11:00', '09:30–11:00'],
  ['三分之二', '2 / 3'],
  ['ISBN 978-7-5555-1234-5', '9787555512345 ✗'],
])('%s reads %s', (text, value) => {
  expect(readTyped(text).map((q) => valueText(q, (years) => `本年${years}`))).toEqual([value])
})
