import { describe, expect, test } from 'vitest'
import type { Replacement } from '../../src/core/corrections/correction.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import type { Document } from '../../src/core/document/document.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { after, blockId, correctionId, documentOf, typed } from '../document/support.ts'

const text = '新建粮站18\n座，学校\n三所。\n'
const sketch = { id: 'a', role: 'paragraph', owns: [text] } as const
const doc = documentOf(
  text,
  [sketch],
  [
    { id: 'j1', block: 'a', replaces: '\n', insert: '' },
    { id: 'j2', block: 'a', replaces: '\n', insert: '', nth: 1 },
    { id: 'w', block: 'a', replaces: '学校', insert: '小学' },
  ],
)

/** The edits of the new correction as `raw→typed`, and what was withdrawn. */
function change(now: Document, words: string, insert: string): [string[], string[]] {
  const clean = correctedText(now.raw, now.blocks.get(blockId('a'))!)
  const from = clean.indexOf(words)
  const made = retype(
    now,
    blockId('a'),
    { span: cleanSpan(from, from + words.length), insert },
    correctionId('m'),
  )
  if (!made.ok || !made.value) throw new Error(JSON.stringify(made))
  const mine = made.value.added.find((c) => c.id === 'm')
  return [mine?.edits.map((e, i) => `${mine.replaces[i]}→${e.insert}`) ?? [], [...made.value.withdrawn]]
}

describe('a change of corrected text is anchored', () => {
  test('on the raw characters that it really changes', () => {
    expect(change(doc, '新建粮站', '新建米站')).toEqual([['粮→米'], []])
    expect(change(doc, '粮站', '粮油站')).toEqual([['→油'], []])
    expect(change(doc, '粮站', '粮')).toEqual([['站→'], []])
  })

  test('beside a line join, which stays', () => {
    expect(change(doc, '8座', '9座')).toEqual([['8→9'], []])
    expect(change(doc, '座，', '所，')).toEqual([['座→所'], []])
    expect(change(doc, '8座', '8多座')).toEqual([['→多'], []])
  })

  test('over a line join, which it takes in', () => {
    expect(change(doc, '8座', '个')).toEqual([['8\n座→个'], ['j1']])
  })

  test('over an edit that it cuts, keeping what stands beside the cut', () => {
    expect(change(doc, '，小', '、大')).toEqual([['，学校→、大学'], ['w']])
    expect(change(doc, '小学', '小中学')).toEqual([['学校→小中学'], ['w']])
    // What was printed there comes back: then there is no correction left.
    expect(change(doc, '小学', '学校')).toEqual([[], ['w']])
  })

  test('as nothing where nothing is changed', () => {
    expect(retype(doc, blockId('a'), { span: cleanSpan(0, 2), insert: '新建' }, correctionId('m'))).toEqual({
      ok: true,
      value: null,
    })
  })

  test('on whole characters only', () => {
    const rare = documentOf('𠮷𠮾\n', [{ id: 'a', role: 'paragraph', owns: ['𠮷𠮾\n'] }])
    // The two share their first half.
    expect(change(rare, '𠮷', '𠮸')).toEqual([['𠮷→𠮸'], []])
    expect(change(rare, '𠮾', '𡮾')).toEqual([['𠮾→𡮾'], []])
    const at = (from: number, to: number, insert: string) => {
      const made = retype(rare, blockId('a'), { span: cleanSpan(from, to), insert }, correctionId('m'))
      return made.ok ? 'fine' : made.error.reason
    }
    expect(at(0, 2, 'x')).toBe('fine')
    expect(at(0, 1, 'x')).toBe('splits-character')
    expect(at(0, 2, '\ud842')).toBe('lone-surrogate')
    expect(at(0, 5, 'x')).toBe('out-of-range')
  })

  test('once for each owned span, and never across a border', () => {
    const torn = documentOf(
      '新建粮\n图\n站。\n',
      [
        { id: 'a', role: 'paragraph', owns: ['新建粮\n', '站。\n'] },
        { id: 'c', role: 'caption', owns: ['图\n'] },
      ],
      [{ id: 'j', block: 'a', replaces: '\n', insert: '' }],
    )
    expect(change(torn, '建粮站。', '设米店！')).toEqual([['建粮→设米店！', '站。→'], []])
  })

  test('leaving the other edits of a correction that it cuts their name', () => {
    const pair = documentOf('甲(乙)丙\n', [{ id: 'a', role: 'paragraph', owns: ['甲(乙)丙\n'] }])
    const manual = typed(typed(pair, 'a', '(', '（', 'm1'), 'a', ')', '）', 'm2')
    const [m1, m2] = ['m1', 'm2'].map((id) => manual.corrections.get(correctionId(id)) as Replacement)
    const both = { ...m1!, edits: [...m1!.edits, ...m2!.edits], replaces: ['(', ')'] }
    const one = after(manual, { type: 'corrected', added: [both], withdrawn: [m1!.id, m2!.id] })
    const now = typed(one, 'a', '（乙', '〔乙', 'm3')
    expect(correctedText(now.raw, now.blocks.get(blockId('a'))!)).toBe('甲〔乙）丙')
    expect(now.corrections.get(correctionId('m1'))).toMatchObject({ replaces: [')'] })
    expect(now.corrections.get(correctionId('m3'))).toMatchObject({ replaces: ['('] })
  })

  test('over structural marks, so that a bracket that is typed is text', () => {
    const title = documentOf('【概况】\n', [{ id: 'a', role: 'title', owns: ['【概况】\n'] }])
    const now = typed(title, 'a', '概况', '【概况')
    expect(correctedText(now.raw, now.blocks.get(blockId('a'))!)).toBe('【概况')
    const again = typed(now, 'a', '【概况', '概述')
    expect(correctedText(again.raw, again.blocks.get(blockId('a'))!)).toBe('概述')
  })
})
