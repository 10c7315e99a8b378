import { describe, expect, it } from 'vitest'
import { countsOf, readIn } from '../../../src/renderer/panes/outline/counts.ts'
import { stretchesOf } from '../../../src/renderer/panes/outline/strip.ts'
import { Cursor } from '../../../src/renderer/session/cursor.svelte.ts'
import { lineOf } from '../../../src/renderer/session/outline.ts'
import { targets } from '../../../src/renderer/views/review/targets.ts'
import { Shelf } from './book.ts'

const TEXT = `粮食

综 述

【概况】 2O19年，新建粮站18座，比上年增长3 1%。
【仓储管理】 全县有国有粮库12个，总仓容6万吨。

科技创新

【概况】 年内开展春秋两季粮油普查，合格率l00%。
`

describe('the outline', () => {
  const session = new Shelf(TEXT).open()
  const { doc, outline } = session

  it('lists sections and entries with their depth', () => {
    expect(outline.nodes.map((n) => [n.kind, lineOf(doc, n).text])).toEqual([
      ['category', '粮食'],
      ['section', '综述'],
      ['entry', '概况'],
      ['entry', '仓储管理'],
      ['section', '科技创新'],
      ['entry', '概况'],
    ])
    expect(outline.entries).toBe(3)
    expect(outline.nodes[1]?.end).toBe(4)
  })

  it('counts what waits, and what was read, in all that is around it', () => {
    expect([...countsOf(outline, session.findings)]).toEqual([3, 2, 2, 0, 1, 1])
    const { read, all } = readIn(outline, new Set([2]))
    expect([...all]).toEqual([3, 2, 1, 1, 1, 1])
    expect([...read]).toEqual([1, 1, 1, 0, 0, 0])
  })

  it('is cut into as many stretches as there is room for', () => {
    const counts = countsOf(outline, session.findings)
    expect(stretchesOf(outline, counts, new Set([3]), 2).map((s) => [s.node, s.findings, s.read])).toEqual([
      [2, 2, 0.5],
      [5, 1, 0],
    ])
    expect(stretchesOf(outline, counts, new Set(), 0)).toHaveLength(1)
  })

  it('is gone to by line and by title', () => {
    expect(targets(doc, outline, '仓储').map((one) => one.line)).toEqual([6])
    expect(targets(doc, outline, '5')).toMatchObject([{ kind: 'line', line: 5 }])
    expect(targets(doc, outline, '第 5 行')).toMatchObject([{ kind: 'line', line: 5 }])
    expect(targets(doc, outline, '99')).toEqual([])
    expect(targets(doc, outline, ' ')).toEqual([])
  })
})

describe('the cursor', () => {
  it('goes from finding to finding, and from entry to entry', () => {
    const session = new Shelf(TEXT).open()
    const cursor = new Cursor(session)
    expect(cursor.step(1)).toBe(true)
    expect(cursor.number).toBe(1)
    expect(cursor.step(-1)).toBe(false)
    cursor.step(1)
    cursor.step(1)
    expect(cursor.number).toBe(3)
    expect(cursor.step(1)).toBe(false)
    expect(cursor.stepEntry(-1)).toBe(true)
    expect(lineOf(session.doc, session.outline.nodes[cursor.node]!).text).toBe('仓储管理')
    // From a place without a finding it goes on from there.
    expect(cursor.finding).toBeNull()
    cursor.step(-1)
    expect(cursor.number).toBe(2)
  })

  it('goes on after a decision, and stays where it was refused', () => {
    const session = new Shelf(TEXT).open()
    const cursor = new Cursor(session)
    cursor.step(1)
    const first = cursor.finding!
    expect(cursor.settle(() => false)).toBe(false)
    expect(cursor.finding).toBe(first)
    expect(cursor.settle(() => session.accept(first))).toBe(true)
    expect(cursor.number).toBe(1)
    expect(cursor.finding?.id).not.toBe(first.id)
    cursor.settle(() => session.reject(cursor.finding!))
    cursor.settle(() => session.accept(cursor.finding!))
    expect(session.findings).toEqual([])
    expect(cursor.finding).toBeNull()
    expect(cursor.place).not.toBeNull()
  })

  it('keeps its place in the raw text when the text around it changes', () => {
    const session = new Shelf(TEXT).open()
    const cursor = new Cursor(session)
    cursor.goRaw(TEXT.indexOf('总仓容'))
    const { block } = cursor.place!
    session.retype(block, '全县国有粮库12个，总仓容6万吨。')
    cursor.refresh()
    expect(cursor.place?.raw).toBe(TEXT.indexOf('总仓容'))
    expect(cursor.place?.clean).toBe('全县国有粮库12个，'.length)
  })
})
