import { describe, expect, it } from 'vitest'
import { rowOf, rowsOf } from '../../../src/renderer/panes/structure/rows.ts'
import { runsOf, type Run } from '../../../src/renderer/panes/structure/runs.ts'
import { mendedIn } from '../../../src/renderer/panes/structure/mended.ts'
import { blockText } from '../../../src/renderer/session/block-text.ts'
import { blockWith, Shelf } from '../session/book.ts'

const TEXT = `云山年鉴2O19

综 述

【概况】 2O19年，新建粮站18
座，维修仓房 7 处。。比上年增长3 1%。（县粮食局）
【仓储管理】 全县有国有粮库12个，总仓容6万吨。开展春秋
云山县粮食局举办仓储技能竞赛
（县粮食局 供稿）
两季粮油普查，查出隐患２３处，全部整改。
`

function runs(words: string): Run[] {
  const { doc, findings } = new Shelf(TEXT).open()
  const block = doc.blocks.get(blockWith(doc, words))!
  const { text, segments, mapping } = blockText(doc.raw, block)
  return runsOf({
    text,
    segments,
    layerOf: (id) => doc.corrections.get(id)?.layer ?? null,
    findings: findings
      .filter((f) => f.block === block.id)
      .map(({ id, span }) => ({
        id,
        from: mapping.toClean(span.from, 1)!,
        to: mapping.toClean(span.to, -1)!,
      })),
    asPrinted: [],
    notes: [],
    found: [],
  })
}

describe('rows', () => {
  it('run a title and its paragraph on, and a caption and its credit', () => {
    const { doc } = new Shelf(TEXT).open()
    const rows = rowsOf(doc, false)
    expect(rows.map((row) => [row.role, row.blocks.length])).toEqual(
      expect.arrayContaining([
        ['title', 2],
        ['caption', 2],
      ]),
    )
    rows.forEach((row, i) => row.blocks.forEach((id) => expect(rowOf(doc, rows, id)).toBe(i)))
  })

  it('leave furniture out unless it is asked for', () => {
    const { doc } = new Shelf(` 云山年鉴\n\n【概况】 全县。\n\n 云山年鉴\n\n【粮食】 全县。\n`).open()
    const furniture = doc.order.filter((id) => doc.blocks.get(id)?.role === 'furniture')
    expect(furniture.length).toBeGreaterThan(0)
    expect(rowsOf(doc, false).flatMap((row) => row.blocks)).not.toContain(furniture[0])
    expect(rowsOf(doc, true).flatMap((row) => row.blocks)).toContain(furniture[0])
    expect(rowOf(doc, rowsOf(doc, false), furniture[0]!)).toBeNull()
  })
})

describe('runs', () => {
  it('put the text together again', () => {
    const { doc } = new Shelf(TEXT).open()
    const block = doc.blocks.get(blockWith(doc, '粮站'))!
    const all = runs('粮站')
    expect(all.map((run) => run.text).join('')).toBe(blockText(doc.raw, block).text)
    let at = 0
    for (const run of all) {
      expect(run.at).toBe(at)
      at += run.text.length
    }
  })

  it('tell what was changed in form and in substance, what waits, what went', () => {
    expect(runs('粮站').find((run) => run.text === '0')).toMatchObject({ layer: 'substance' })
    expect(runs('粮站').find((run) => run.text === '3 1')?.finding).not.toBeNull()
    expect(runs('总仓容').find((run) => run.text === '23')).toMatchObject({ layer: 'character' })
    expect(runs('粮站').filter((run) => run.isSeam).length).toBeGreaterThan(0)
  })

  it('count the layout repairs of a block', () => {
    const { doc } = new Shelf(TEXT).open()
    const block = doc.blocks.get(blockWith(doc, '粮站'))!
    expect(mendedIn(doc, [block])).toBeGreaterThanOrEqual(2)
  })
})
