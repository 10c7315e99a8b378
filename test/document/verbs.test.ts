import { describe, expect, test } from 'vitest'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import type { Document } from '../../src/core/document/document.ts'
import { joinBlocks, mergeBlocks } from '../../src/core/document/verbs/join-blocks.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { splitBlock } from '../../src/core/document/verbs/split-block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { cleanOffset, rawOffset, rawSpan } from '../../src/core/text/offset.ts'
import { expectBalanced } from '../laws/support/check-laws.ts'
import { after, attempt, blockId, correctionId, documentOf, read, typed } from './support.ts'

const names = { correction: correctionId('join'), move: correctionId('move') }

function textOf(doc: Document, id: string): string {
  return correctedText(doc.raw, doc.blocks.get(blockId(id))!)
}

describe('splitting a block', () => {
  const doc = documentOf(
    '新建粮站。\n另建\n学校。\n',
    [{ id: 'a', role: 'paragraph', owns: ['新建粮站。\n另建\n学校。\n'] }],
    [
      { id: 'j1', block: 'a', replaces: '\n', insert: '' },
      { id: 'j2', block: 'a', replaces: '\n', insert: '', nth: 1 },
    ],
  )

  test('between two kept characters', () => {
    const now = after(doc, splitBlock(doc, blockId('a'), cleanOffset(3), blockId('b')))
    expect(read(now)).toEqual(['paragraph:新建粮', 'paragraph:站。另建学校。'])
    expectBalanced(now)
  })

  test('at a line join, which stays with the first part', () => {
    const now = after(doc, splitBlock(doc, blockId('a'), cleanOffset(5), blockId('b'), 'list'))
    expect(read(now)).toEqual(['paragraph:新建粮站。', 'list:另建学校。'])
    expect(now.blocks.get(blockId('a'))!.edits).toHaveLength(1)
  })

  test('inside text that was typed in, which is divided and keeps its name', () => {
    const longer = typed(doc, 'a', '另建', '扩建', 'm')
    const now = after(longer, splitBlock(longer, blockId('a'), cleanOffset(6), blockId('b')))
    expect(read(now)).toEqual(['paragraph:新建粮站。扩', 'paragraph:建学校。'])
    expectBalanced(now)
    const inserted = typed(doc, 'a', '新', '新甲乙', 'm')
    const cut = after(inserted, splitBlock(inserted, blockId('a'), cleanOffset(2), blockId('b')))
    expect(read(cut)).toEqual(['paragraph:新甲', 'paragraph:乙建粮站。另建学校。'])
    const correction = cut.corrections.get(correctionId('m'))
    expect(correction?.kind === 'replace' && correction.edits.map((e) => [e.insert, e.block])).toEqual([
      ['甲', undefined],
      ['乙', 'b'],
    ])
    expectBalanced(cut)
  })

  test('is refused at the ends', () => {
    expect(splitBlock(doc, blockId('a'), cleanOffset(1), blockId('b')).ok).toBe(true)
    for (const at of [0, 10, 11, -1, 0.5 - 1])
      expect(splitBlock(doc, blockId('a'), cleanOffset(at), blockId('b')).ok).toBe(false)
  })
})

describe('joining blocks', () => {
  test('turns the break between them into a removed edit with a name', () => {
    const doc = documentOf('新建粮站18\n\n座。\n', [
      { id: 'a', role: 'paragraph', owns: ['新建粮站18\n\n'] },
      { id: 'b', role: 'paragraph', owns: ['座。\n'] },
    ])
    const now = after(doc, joinBlocks(doc, blockId('a'), blockId('b'), names))
    expect(read(now)).toEqual(['paragraph:新建粮站18座。'])
    expect(now.corrections.get(names.correction)).toMatchObject({
      origin: { kind: 'manual' },
      layer: 'layout',
      edits: [{ span: { from: 6, to: 8 }, insert: '' }],
      replaces: ['\n\n'],
    })
    expectBalanced(now)
  })

  test('leaves a space between digits and between Latin words, which nobody has said are one', () => {
    const sketch = (a: string, b: string): Document =>
      documentOf(`${a}\n${b}\n`, [
        { id: 'a', role: 'paragraph', owns: [`${a}\n`] },
        { id: 'b', role: 'paragraph', owns: [`${b}\n`] },
      ])
    const join = (doc: Document): string[] =>
      read(after(doc, joinBlocks(doc, blockId('a'), blockId('b'), names)))
    expect(join(sketch('共18', '5座'))).toEqual(['paragraph:共18 5座'])
    expect(join(sketch('Science', 'and'))).toEqual(['paragraph:Science and'])
    expect(join(sketch('共18', '座'))).toEqual(['paragraph:共18座'])
  })

  test('goes past furniture, and past a caption with a relocation', () => {
    const doc = documentOf('甲\n12\n图\n乙\n', [
      { id: 'a', role: 'paragraph', owns: ['甲\n'] },
      { id: 'f', role: 'furniture', owns: ['12\n'] },
      { id: 'c', role: 'caption', owns: ['图\n'] },
      { id: 'b', role: 'paragraph', owns: ['乙\n'] },
    ])
    const event = joinBlocks(doc, blockId('a'), blockId('b'), names)
    const now = after(doc, event)
    expect(read(now)).toEqual(['paragraph:甲乙', 'furniture:12', 'caption:图'])
    expect(now.corrections.get(names.move)).toMatchObject({
      kind: 'move',
      block: 'a',
      after: 2,
      replaces: ['乙\n'],
    })
    expectBalanced(now)
    // Without a name for the relocation, or across a heading, it is none.
    const bare = {
      type: 'joined',
      first: blockId('a'),
      second: blockId('b'),
      at: rawOffset(7),
      added: [],
      withdrawn: [],
    } as const
    expect(attempt(doc, bare)).toMatchObject({ ok: false, error: { reason: 'not-neighbours' } })
    const across = documentOf('甲\n综述\n乙\n', [
      { id: 'a', role: 'paragraph', owns: ['甲\n'] },
      { id: 'h', role: 'heading', owns: ['综述\n'] },
      { id: 'b', role: 'paragraph', owns: ['乙\n'] },
    ])
    const wrong = joinBlocks(across, blockId('a'), blockId('b'), names)
    expect(wrong.ok && attempt(across, wrong.value)).toMatchObject({
      ok: false,
      error: { reason: 'not-neighbours' },
    })
  })

  test('makes one insertion of two that meet at the border', () => {
    const doc = documentOf('甲乙', [
      { id: 'a', role: 'paragraph', owns: ['甲'] },
      { id: 'b', role: 'paragraph', owns: ['乙'] },
    ])
    const both = typed(typed(doc, 'a', '甲', '甲一', 'm1'), 'b', '乙', '二乙', 'm2')
    const now = after(both, joinBlocks(both, blockId('a'), blockId('b'), names))
    expect(read(now)).toEqual(['paragraph:甲一二乙'])
    expect([...now.corrections.keys()]).toEqual(['join'])
    expectBalanced(now)
  })

  test('takes several at once, brackets of a title included', () => {
    const doc = documentOf('甲\n【乙】丙\n', [
      { id: 'a', role: 'paragraph', owns: ['甲\n'] },
      { id: 'b', role: 'title', owns: ['【乙】'] },
      { id: 'c', role: 'paragraph', owns: ['丙\n'] },
    ])
    const now = after(doc, mergeBlocks(doc, [blockId('a'), blockId('b'), blockId('c')], names))
    expect(read(now)).toEqual(['paragraph:甲乙丙'])
    expectBalanced(now)
  })
})

describe('lifting text', () => {
  const text = '新建粮站图为粮站外景18座。\n'
  const doc = documentOf(text, [{ id: 'a', role: 'paragraph', owns: [text] }])
  const to = { created: blockId('c'), correction: correctionId('lift'), role: 'caption' } as const

  test('closes the sentence and moves what was lifted', () => {
    const now = after(doc, liftText(doc, blockId('a'), cleanSpan(4, 10), { ...to, place: 'after' }))
    expect(read(now)).toEqual(['paragraph:新建粮站18座。', 'caption:图为粮站外景'])
    expect(now.corrections.get(correctionId('lift'))).toMatchObject({
      kind: 'move',
      origin: { kind: 'manual' },
      block: 'c',
      spans: [{ from: 4, to: 10 }],
      after: text.length,
    })
    expectBalanced(now)
  })

  test('divides an edit at the border and lets it keep its name', () => {
    const typedOver = typed(doc, 'a', '站图', '店画', 'm')
    const raw = { span: rawSpan(4, 10), replaces: text.slice(4, 10) }
    const now = after(typedOver, {
      type: 'lifted',
      block: blockId('a'),
      spans: [raw.span],
      replaces: [raw.replaces],
      ...to,
      place: 'after',
      reason: { key: 'lifted' },
      along: [],
    })
    expect(read(now)).toEqual(['paragraph:新建粮店画18座。', 'caption:为粮站外景'])
    const correction = now.corrections.get(correctionId('m'))
    expect(correction?.kind === 'replace' && correction.edits).toEqual([
      { span: { from: 3, to: 4 }, insert: '店画' },
      { span: { from: 4, to: 5 }, insert: '', block: 'c' },
    ])
    expectBalanced(now)
  })

  test('at the edge of a block moves nothing', () => {
    const now = after(doc, liftText(doc, blockId('a'), cleanSpan(0, 4), { ...to, place: 'before' }))
    expect(read(now)).toEqual(['caption:新建粮站', 'paragraph:图为粮站外景18座。'])
    expect(now.corrections.size).toBe(0)
  })

  test('takes along what was typed at the border of the selection', () => {
    const longer = typed(doc, 'a', '外景', '外景（一）', 'm')
    const now = after(longer, liftText(longer, blockId('a'), cleanSpan(4, 13), { ...to, place: 'after' }))
    expect(read(now)).toEqual(['paragraph:新建粮站18座。', 'caption:图为粮站外景（一）'])
  })

  test('can be taken back by withdrawing its relocation', () => {
    const lifted = after(doc, liftText(doc, blockId('a'), cleanSpan(4, 10), { ...to, place: 'after' }))
    const now = after(lifted, { type: 'corrected', added: [], withdrawn: [correctionId('lift')] })
    expect(read(now)).toEqual(read(doc))
    expect(now.blocks.get(blockId('a'))).toEqual(doc.blocks.get(blockId('a')))
    expectBalanced(now)
  })

  test('is refused for text of another block, a wrong quote and the whole of a block', () => {
    const event = {
      type: 'lifted',
      block: blockId('a'),
      ...to,
      place: 'after',
      reason: { key: 'x' },
      along: [],
    } as const
    const lift = (from: number, to: number, replaces: string) =>
      attempt(doc, { ...event, spans: [rawSpan(from, to)], replaces: [replaces] })
    expect(lift(4, 10, text.slice(4, 10)).ok).toBe(true)
    expect(lift(4, 10, '图为粮站外观')).toMatchObject({ error: { seq: 1, reason: 'raw-mismatch', at: 4 } })
    expect(lift(0, text.length, text)).toMatchObject({ error: { reason: 'empty-block' } })
    expect(lift(4, 99, '')).toMatchObject({ error: { reason: 'out-of-range' } })
    expect(lift(4, 4, '')).toMatchObject({ error: { reason: 'no-effect' } })
  })
})

describe('moving', () => {
  const doc = documentOf('第一句\n第二句。\n。\n', [
    { id: 'a', role: 'paragraph', owns: ['第一句\n'] },
    { id: 'b', role: 'paragraph', owns: ['第二句。\n。\n'] },
  ])

  test('a displaced full stop goes back to the sentence that lacks it', () => {
    const now = after(doc, {
      type: 'moved',
      correction: correctionId('stop'),
      reason: { key: 'moved' },
      what: {
        kind: 'text',
        spans: [rawSpan(9, 10)],
        replaces: ['。'],
        into: blockId('a'),
        after: rawOffset(3),
      },
    })
    expect(textOf(now, 'a')).toBe('第一句。')
    expect(textOf(now, 'b')).toBe('第二句。')
    expectBalanced(now)
    const home = after(now, { type: 'corrected', added: [], withdrawn: [correctionId('stop')] })
    expect(home.blocks.get(blockId('b'))).toEqual(doc.blocks.get(blockId('b')))
    expect(read(home)).toEqual(read(doc))
  })

  test('a block is read elsewhere, and comes back', () => {
    const what = { kind: 'block', block: blockId('b'), at: rawOffset(4), after: null } as const
    const now = after(doc, { type: 'moved', correction: correctionId('up'), reason: { key: 'moved' }, what })
    expect(now.order).toEqual(['b', 'a'])
    expectBalanced(now)
    const home = after(now, { type: 'corrected', added: [], withdrawn: [correctionId('up')] })
    expect(home.order).toEqual(doc.order)
    expect(
      attempt(doc, {
        type: 'moved',
        correction: correctionId('up'),
        reason: { key: 'moved' },
        what: { ...what, after: blockId('a') },
      }),
    ).toMatchObject({
      error: { reason: 'no-effect' },
    })
  })
})

describe('heads', () => {
  const doc = documentOf('综述\n【概况】甲\n【误】乙\n', [
    { id: 'h', role: 'heading', owns: ['综述\n'] },
    { id: 't', role: 'title', owns: ['【概况】'] },
    { id: 'p', role: 'paragraph', owns: ['甲\n'] },
    { id: 'x', role: 'title', owns: ['【误】'] },
    { id: 'q', role: 'paragraph', owns: ['乙\n'] },
  ])

  test('a heading is promoted, nothing else is', () => {
    const now = after(doc, { type: 'promoted', block: blockId('h'), at: rawOffset(0), level: 2 })
    expect(now.blocks.get(blockId('h'))).toMatchObject({ level: 2, decidedBy: 'editor' })
    const back = after(now, { type: 'promoted', block: blockId('h'), at: rawOffset(0), level: 1 })
    expect(back.blocks.get(blockId('h'))!.level).toBeUndefined()
    const wrong = attempt(doc, { type: 'promoted', block: blockId('p'), at: rawOffset(7), level: 2 })
    expect(wrong).toMatchObject({ error: { reason: 'wrong-role' } })
  })

  test('a role is set, by the block and the place where it starts', () => {
    const now = after(doc, { type: 'role-set', block: blockId('x'), at: rawOffset(9), role: 'paragraph' })
    expect(textOf(now, 'x')).toBe('【误】')
    const set = (at: number, level?: number) =>
      attempt(doc, {
        type: 'role-set',
        block: blockId('x'),
        at: rawOffset(at),
        role: 'list',
        ...(level ? { level } : {}),
      })
    expect(set(9).ok).toBe(true)
    expect(set(8)).toMatchObject({ error: { reason: 'wrong-place' } })
    expect(set(9, 2)).toMatchObject({ error: { reason: 'wrong-role' } })
  })

  test('an entry falls to the one before it', () => {
    const what = { kind: 'entry', title: blockId('x'), at: rawOffset(9), role: 'paragraph' } as const
    expect(after(doc, { type: 'merged', what }).blocks.get(blockId('x'))!.role).toBe('paragraph')
    const first = { ...what, title: blockId('t'), at: rawOffset(3) }
    expect(attempt(doc, { type: 'merged', what: first })).toMatchObject({
      error: { reason: 'not-neighbours' },
    })
  })

  test('a lost title is typed in', () => {
    const event = {
      type: 'typed-in',
      created: blockId('n'),
      after: blockId('p'),
      at: rawOffset(9),
      role: 'title',
      correction: correctionId('m'),
      text: '新题',
    } as const
    const now = after(doc, event)
    expect(read(now).slice(2, 5)).toEqual(['paragraph:甲', 'title:新题', 'title:误'])
    expectBalanced(now)
    const again = typed(now, 'n', '题', '标题')
    expect(textOf(again, 'n')).toBe('新标题')
    expect(attempt(doc, { ...event, at: rawOffset(8) })).toMatchObject({
      error: { reason: 'wrong-place', at: 9 },
    })
    expect(attempt(doc, { ...event, text: '' })).toMatchObject({ error: { reason: 'empty-block' } })
  })
})
