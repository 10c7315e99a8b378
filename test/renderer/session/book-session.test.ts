import { LINES } from '../../e2e/review-texts.ts'
import { describe, expect, it } from 'vitest'
import type { CorrectionId } from '../../../src/core/corrections/edit.ts'
import { digitLock } from '../../../src/core/document/digit-lock.ts'
import { ledger } from '../../../src/core/document/ledger.ts'
import { cleanOffset } from '../../../src/core/text/offset.ts'
import type { BookSession } from '../../../src/renderer/session/book-session.svelte.ts'
import type { Finding } from '../../../src/renderer/session/findings.ts'
import { blockWith, content, Shelf, state, textOf } from './book.ts'

const TEXT = `云山年鉴

${LINES}`

function findingOn(session: BookSession, quote: string): Finding {
  const found = session.findings.find((f) =>
    f.kind === 'suggestion'
      ? f.suggestion.quote.includes(quote)
      : f.kind === 'reading' && f.correction.replaces.includes(quote),
  )
  if (!found) throw new Error(`nothing is said of ${quote}`)
  return found
}

/** Does something, and looks that the log says the same, that undo takes it back and redo does it again. */
async function lasting(shelf: Shelf, session: BookSession, act: () => unknown): Promise<void> {
  const before = content(session.doc)
  const waiting = session.findings.map((f) => f.id)
  act()
  expect(session.refused).toBeNull()
  const after = content(session.doc)
  const findings = session.findings.map((f) => f.id)
  expect(after).not.toEqual(before)
  await reloaded(shelf, session)
  expect(session.undo()).toBe(true)
  expect(content(session.doc)).toEqual(before)
  expect(session.findings.map((f) => f.id)).toEqual(waiting)
  await reloaded(shelf, session)
  expect(session.redo()).toBe(true)
  expect(content(session.doc)).toEqual(after)
  expect(session.findings.map((f) => f.id)).toEqual(findings)
  await reloaded(shelf, session)
}

async function reloaded(shelf: Shelf, session: BookSession): Promise<void> {
  await session.saved()
  expect(state(shelf.replayed())).toEqual(state(session.doc))
  const again = shelf.open()
  expect(again.findings.map((f) => f.id)).toEqual(session.findings.map((f) => f.id))
}

describe('a book under review', () => {
  it('queues suggestions and marked readings in reading order', () => {
    const session = new Shelf(TEXT).open()
    expect(session.findings.map((f) => f.kind)).toEqual(['reading', 'suggestion', 'reading'])
    expect(session.progress).toEqual({ findings: 3, read: 0 })
  })

  it('has its state kept right before many findings are accepted at once, and only then', () => {
    const session = new Shelf(TEXT).open()
    const kept: number[] = []
    session.beforeBulk = () => kept.push(session.doc.seq)
    const [first, ...rest] = session.findings.filter((f) => f.kind === 'reading')
    session.acceptAll([first!])
    expect(kept).toEqual([])
    const { seq } = session.doc
    expect(session.undo()).toBe(true)
    session.acceptAll([first!, ...rest])
    expect(kept).toEqual([seq + 1])
    expect(session.doc.seq).toBeGreaterThan(seq + 1)
  })

  it('accepts a suggestion', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const finding = findingOn(session, '3 1')
    await lasting(shelf, session, () => session.accept(finding))
    expect(textOf(session.doc, finding.block)).toContain('增长31%')
    expect(session.findings).toHaveLength(2)
    expect(session.doc.accepted.size).toBe(1)
  })

  it('confirms a reading, and takes one back', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const confirmed = findingOn(session, 'O')
    await lasting(shelf, session, () => session.accept(confirmed))
    expect(textOf(session.doc, confirmed.block)).toContain('2019年')
    const rejected = findingOn(session, 'l')
    await lasting(shelf, session, () => session.reject(rejected))
    expect(textOf(session.doc, rejected.block)).toContain('合格率l00%')
    // The rule would read it so again; it has been told.
    expect(session.findings.map((f) => f.kind)).toEqual(['suggestion'])
  })

  it('turns a suggestion down, and lets one stand as printed', async () => {
    const shelf = new Shelf(TEXT, true)
    const session = shelf.open()
    await lasting(shelf, session, () => session.reject(findingOn(session, '2O19'), '原书如此'))
    await lasting(shelf, session, () => session.asPrinted(findingOn(session, '3 1')))
    expect([...session.doc.dismissed.values()][0]?.note).toBe('原书如此')
    expect([...session.doc.asPrinted.values()]).toHaveLength(1)
    expect(session.findings).toHaveLength(1)
  })

  it('accepts many at once, and takes them back as one', async () => {
    const shelf = new Shelf(TEXT, true)
    const session = shelf.open()
    await lasting(shelf, session, () => session.acceptAll(session.findings))
    expect(session.findings).toHaveLength(0)
    expect(textOf(session.doc, blockWith(session.doc, '粮站'))).toContain('2019年')
  })

  it('retypes in several places as one stroke of small corrections', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const block = blockWith(session.doc, '粮站')
    const text = textOf(session.doc, block)
      .replace('围绕', '紧扣')
      .replace('18座', '16座')
      .replace('4.5', '4.6')
    const joins = [...session.doc.corrections.values()].filter((c) => c.layer === 'layout').length
    await lasting(shelf, session, () => session.retype(block, text))
    expect(textOf(session.doc, block)).toBe(text)
    const manual = [...session.doc.corrections.values()].filter((c) => c.origin.kind === 'manual')
    expect(manual).toHaveLength(3)
    // What the editor did not touch is still signed by the rule that made it.
    expect([...session.doc.corrections.values()].filter((c) => c.layer === 'layout')).toHaveLength(joins)
  })

  it('looks again at what was typed', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const block = blockWith(session.doc, '放心粮油店')
    const text = textOf(session.doc, block).replace('45家', '4S5家').replace('年内抽检', '年内 抽检')
    await lasting(shelf, session, () => session.retype(block, text.replace('4S5', '4l5')))
    const fresh = session.findings.filter((f) => f.kind === 'suggestion' && f.isFresh)
    expect(fresh.length).toBeGreaterThan(0)
    const [first] = fresh
    if (!first) return
    await lasting(shelf, session, () => session.reject(first))
    expect(session.findings.some((f) => f.id === first.id)).toBe(false)
    const second = session.findings.find((f) => f.kind === 'suggestion' && f.isFresh)
    if (second) await lasting(shelf, session, () => session.accept(second))
  })

  it('splits, joins, lifts and sets roles', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const block = blockWith(session.doc, '粮站')
    const whole = textOf(session.doc, block)
    const at = cleanOffset(whole.indexOf('全年收购'))
    await lasting(shelf, session, () => session.split(block, at))
    expect(textOf(session.doc, block)).toBe(whole.slice(0, at))
    await lasting(shelf, session, () => session.join(block))
    expect(textOf(session.doc, block)).toBe(whole)
    const from = whole.indexOf('维修仓房')
    const selection = { from: cleanOffset(from), to: cleanOffset(from + 6) }
    await lasting(shelf, session, () => session.lift(block, selection, 'caption'))
    expect(textOf(session.doc, block)).toBe(whole.slice(0, from) + whole.slice(from + 6))
    expect(session.doc.blocks.get(blockWith(session.doc, '维修仓房'))?.role).toBe('caption')
    await lasting(shelf, session, () => session.setRole(block, 'list'))
    expect(session.doc.blocks.get(block)?.role).toBe('list')
  })

  it('joins past a caption', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const block = blockWith(session.doc, '总仓容')
    const next = blockWith(session.doc, '粮油供应')
    await lasting(shelf, session, () => session.join(block))
    expect(session.doc.blocks.has(next)).toBe(false)
    expect(textOf(session.doc, block)).toContain('整改。粮油供应')
  })

  it('keeps notes, read marks and bookmarks', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const finding = session.findings[0]!
    await lasting(shelf, session, () => session.note(finding.span, '查原书第 3 页'))
    const entry = session.outline.nodes.findIndex((n) => n.kind === 'entry')
    const { blocks } = session.outline.nodes[entry]!
    await lasting(shelf, session, () => session.markRead(blocks, true))
    expect(session.readEntries.has(entry)).toBe(true)
    await lasting(shelf, session, () => session.markRead(blocks, false))
    expect(session.readEntries.has(entry)).toBe(false)
    await lasting(shelf, session, () => session.bookmark(finding.span.from, '待查'))
  })

  it('says why something cannot be done, and changes nothing', () => {
    const session = new Shelf(TEXT).open()
    const before = state(session.doc)
    expect(session.join(session.doc.order.at(-1)!)).toBe(false)
    expect(session.refused?.reason).toBe('not-neighbours')
    expect(session.revert('none' as CorrectionId)).toBe(false)
    expect(session.refused?.reason).toBe('no-such-correction')
    expect(session.split(session.doc.order[0]!, cleanOffset(0))).toBeNull()
    expect(state(session.doc)).toEqual(before)
    expect(session.undo()).toBe(false)
  })

  it('undoes and redoes strokes in their order, over a reload', async () => {
    const shelf = new Shelf(TEXT, true)
    let session = shelf.open()
    const states = [content(session.doc)]
    for (const act of [
      () => session.acceptAll(session.findings.slice(0, 2)),
      () => session.retype(blockWith(session.doc, '总仓容'), '改过。'),
      () => session.reject(session.findings[0]!),
    ]) {
      expect(act()).toBe(true)
      states.push(content(session.doc))
    }
    for (const back of [2, 1, 0]) {
      await session.saved()
      session = shelf.open()
      expect(session.undo()).toBe(true)
      expect(content(session.doc)).toEqual(states[back])
    }
    expect(session.undo()).toBe(false)
    for (const forth of [1, 2, 3]) {
      await session.saved()
      session = shelf.open()
      expect(session.redo()).toBe(true)
      expect(content(session.doc)).toEqual(states[forth])
    }
    expect(session.redo()).toBe(false)
  })

  it('writes nothing where it may only be read', () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    session.log?.end({ kind: 'not-the-editor' })
    expect(session.canEdit).toBe(false)
    expect(session.accept(session.findings[0]!)).toBe(false)
    expect(shelf.written).toHaveLength(1)
  })
})

it('what the engine did is confirmed, a move as well, and can be taken back', async () => {
  const shelf = new Shelf(TEXT)
  const session = shelf.open()
  const before = content(session.doc)
  const origins = (kind: string): string[] =>
    [...session.doc.corrections.values()].filter((c) => c.origin.kind === kind).map((c) => c.id)
  const rules = origins('rule')
  const isMove = (id: string): boolean => session.doc.corrections.get(id as CorrectionId)?.kind === 'move'
  const move = rules.find(isMove) as CorrectionId
  const text = textOf(session.doc, blockWith(session.doc, '仓储技能'))
  expect(session.confirm(move)).toBe(true)
  // The caption and its credit were one repair.
  expect(origins('accepted').every(isMove)).toBe(true)
  expect(origins('accepted')).toHaveLength(2)
  expect(textOf(session.doc, blockWith(session.doc, '仓储技能'))).toBe(text)
  expect(session.confirm(move)).toBe(false)
  expect(session.refused?.reason).toBe('no-effect')
  const join = rules.find((id) => !isMove(id)) as CorrectionId
  expect(session.confirm(join)).toBe(true)
  await session.saved()
  expect(state(shelf.open().doc)).toEqual(state(session.doc))
  session.undo()
  session.undo()
  expect(content(session.doc)).toEqual(before)
})

it('joins two paragraphs where that was proposed, and what waits in them waits on', async () => {
  const text = [
    '【仓储管理】 全县有国有粮库十二个，总仓容六',
    '万吨，比上年增加一万吨。全年开展春秋两季粮',
    '油普查，查出各类安全隐患，已经整改完毕。',
    '县粮食局新建粮站一座，位于城东街道，仓容三',
    '万吨，配套烘干设备两台。',
    '全年收购粮食十八万吨，销售粮食二十万吨，轮换',
    '储备粮五万吨。',
  ].join('\n')
  const shelf = new Shelf(text)
  const session = shelf.open()
  const [first, second] = session.findings
  await lasting(shelf, session, () => expect(session.accept(first!)).toBe(true))
  expect(textOf(session.doc, blockWith(session.doc, '整改'))).toContain('整改完毕。县粮食局')
  expect(session.findings.map((f) => f.id)).toEqual([second!.id])
  expect(session.accept(second!)).toBe(true)
  expect(session.findings).toEqual([])
})

describe('lines that are not to be joined', () => {
  const text = '【仓储管理】 全县有国有粮库12个，总仓容6万吨，\n开展春秋两季粮油普查，查出隐患2\n3处。\n'

  function revertJoinAfter(session: BookSession, words: string): void {
    const { raw, corrections } = session.doc
    const at = raw.text.indexOf(words) + words.length
    const join = [...corrections.values()].find(
      (c) => c.kind === 'replace' && c.edits.some(({ span }) => span.from === at),
    )
    expect(session.revert(join!.id)).toBe(true)
  }

  it('are paragraphs of their own, as one step', async () => {
    const shelf = new Shelf(text)
    const session = shelf.open()
    await lasting(shelf, session, () => revertJoinAfter(session, '6万吨，'))
    expect(textOf(session.doc, blockWith(session.doc, '仓容'))).toBe('全县有国有粮库12个，总仓容6万吨，')
    expect(textOf(session.doc, blockWith(session.doc, '春秋'))).toMatch(/^开展春秋两季粮油普查/u)
    expect(ledger(session.doc).imbalances).toEqual([])
    expect(digitLock(session.doc).violations).toEqual([])
  })

  it('but half a number is none', () => {
    const session = new Shelf(text).open()
    revertJoinAfter(session, '隐患2')
    expect(textOf(session.doc, blockWith(session.doc, '隐患'))).toContain('隐患2\n3处。')
  })
})

describe('a lifted caption that is put back', () => {
  const lines = [
    '【仓储管理】 全县有国有粮库12个，总仓容6万吨。开展春秋\n云山县粮食局举办仓储技能竞赛\n（县粮食局 供稿）\n两季粮油普查，查出隐患23处，全部整改。\n',
  ].join('')

  it.each(['仓储技能竞赛', '县粮食局 供稿'])(
    'stands in its sentence again (%s), as one step',
    async (words) => {
      const shelf = new Shelf(lines)
      const session = shelf.open()
      const before = content(session.doc)
      const caption = session.doc.blocks.get(blockWith(session.doc, words))!
      const move = caption.spans.find((s) => s.moved !== undefined)!.moved!
      expect(session.revert(move)).toBe(true)
      const paragraph = blockWith(session.doc, '开展春秋')
      expect(textOf(session.doc, paragraph)).toContain(
        '开展春秋云山县粮食局举办仓储技能竞赛（县粮食局 供稿）两季粮油普查',
      )
      expect(
        [...session.doc.blocks.values()].filter((b) => b.role === 'caption' || b.role === 'credit'),
      ).toEqual([])
      expect(ledger(session.doc).imbalances).toEqual([])
      expect(digitLock(session.doc).violations).toEqual([])
      expect(session.undo()).toBe(true)
      expect(content(session.doc)).toEqual(before)
      expect(session.canUndo).toBe(false)
      await session.saved()
      expect(state(shelf.open().doc)).toEqual(state(session.doc))
    },
  )

  it('leaves another photo of the same sentence where it is', () => {
    const second = '云山县水利局举行防汛演练\n（县水利局 供稿）\n'
    const session = new Shelf(lines.replace('两季粮油', `${second}两季粮油`)).open()
    const caption = session.doc.blocks.get(blockWith(session.doc, '防汛演练'))!
    session.revert(caption.spans[0].moved!)
    const { doc } = session
    expect(textOf(doc, blockWith(doc, '开展春秋'))).toContain(
      '开展春秋云山县水利局举行防汛演练（县水利局 供稿）两季',
    )
    expect(textOf(doc, blockWith(doc, '仓储技能'))).toBe('云山县粮食局举办仓储技能竞赛')
    expect(ledger(doc).imbalances).toEqual([])
  })
})
