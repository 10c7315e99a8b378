import { describe, expect, test } from 'vitest'
import { editList } from '../../src/core/corrections/edit.ts'
import type { Replacement, SuggestionKey } from '../../src/core/corrections/correction.ts'
import { blockAt } from '../../src/core/document/document.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { replay } from '../../src/core/document/replay.ts'
import type { Analysis, Block } from '../../src/core/structure/block.ts'
import { rawOffset, rawSpan } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'
import { analysisOf, blockId, correctionId } from './support.ts'

const text = '甲𠮷18\n座。\n乙。\n'
const made = rawText(text, '0')
if (!made.ok) throw new Error()
const raw = made.value
const good = analysisOf(
  text,
  [
    { id: 'a', role: 'paragraph', owns: ['甲𠮷18\n座。\n'] },
    { id: 'b', role: 'paragraph', owns: ['乙。\n'] },
  ],
  [{ id: 'j', block: 'a', replaces: '\n', insert: '' }],
)
const [a, b] = good.blocks as [Block, Block]
const [join] = good.corrections as [Replacement]

function verdict(change: Partial<Analysis>): string {
  const doc = fromAnalysis(raw, { ...good, ...change })
  if (doc.ok) return 'fine'
  expect(doc.error.seq).toBe(0)
  return doc.error.reason
}

describe('a document is made of an analysis', () => {
  test('that is consistent', () => {
    expect(verdict({})).toBe('fine')
    const empty = rawText('', '0')
    const none = { ...good, blocks: [], corrections: [] }
    expect(empty.ok && fromAnalysis(empty.value, none).ok).toBe(true)
  })

  test('whose blocks partition the text', () => {
    const spans = (from: number, to: number): Partial<Analysis> => ({
      blocks: [a, { ...b, spans: [rawSpan(from, to)] }],
    })
    const { from, to } = b.spans[0]
    expect(verdict(spans(from, to))).toBe('fine')
    expect(verdict({ blocks: [a] })).toBe('gap')
    expect(verdict(spans(from + 1, to))).toBe('gap')
    expect(verdict(spans(from - 1, to))).toBe('overlap')
    expect(verdict(spans(from, to + 1))).toBe('out-of-range')
    expect(verdict(spans(2, to))).toBe('splits-character')
    expect(verdict({ blocks: [a, b, { ...b, id: a.id }] })).toBe('id-taken')
    expect(verdict({ blocks: [a, { ...b, spans: [] as never }] })).toBe('empty-block')
  })

  test('whose corrections are what its blocks hold', () => {
    const correction = (change: Partial<Replacement>): Partial<Analysis> => ({
      corrections: [{ ...join, ...change }],
    })
    expect(verdict(correction({}))).toBe('fine')
    expect(verdict({ corrections: [] })).toBe('no-such-correction')
    expect(verdict(correction({ replaces: ['x'] }))).toBe('raw-mismatch')
    expect(verdict(correction({ replaces: [''] }))).toBe('raw-mismatch')
    expect(verdict(correction({ replaces: [] }))).toBe('raw-mismatch')
    expect(verdict(correction({ id: correctionId('other') }))).toBe('no-such-correction')
    expect(verdict(correction({ block: b.id }))).toBe('no-such-correction')
    expect(verdict(correction({ block: blockId('x') }))).toBe('no-such-block')
    expect(verdict(correction({ edits: [{ ...join.edits[0]!, insert: '\ud800' }] }))).toBe('lone-surrogate')
    expect(verdict({ blocks: [{ ...a, edits: [] as never }, b] })).toBe('not-owned')
    const [e] = a.edits
    const other = [{ ...e!, insert: '，' }] as never
    expect(verdict({ blocks: [{ ...a, edits: other }, b] })).toBe('no-such-correction')
    const twice = [e!, e!] as never
    expect(verdict({ blocks: [{ ...a, edits: twice }, b] })).toBe('overlap')
    const moved = editList([{ ...e!, span: rawSpan(7, 10) }])
    expect(moved.ok && verdict({ blocks: [{ ...a, edits: moved.value }, b] })).toBe('not-owned')
    expect(verdict({ blocks: [a, { ...b, spans: [{ ...b.spans[0], moved: join.id }] }] })).toBe(
      'no-such-correction',
    )
  })

  test('whose suggestions and pages lie in the text', () => {
    const at = (from: number, to: number): Partial<Analysis> => ({
      suggestions: [
        {
          key: 's' as SuggestionKey,
          rule: 'r' as never,
          version: 1,
          block: a.id,
          span: { from: rawOffset(from), to: rawOffset(to) },
          quote: '',
          reason: { key: 'r' },
          confidence: 1,
          fixes: [],
        },
      ],
    })
    expect(verdict(at(0, 3))).toBe('fine')
    expect(verdict(at(0, 2))).toBe('splits-character')
    expect(verdict(at(0, 99))).toBe('out-of-range')
    expect(verdict(at(-1, 0))).toBe('out-of-range')
    expect(verdict({ pages: [{ from: rawOffset(99), mark: 'start', printed: null }] })).toBe('out-of-range')
  })
})

test('a log is laid over the analysis that it was written on, in order', () => {
  const analysed = { type: 'analysed', engine: '1', payload: '' } as const
  const line = { seq: 1, at: '', by: '' }
  const reason = (...log: Parameters<typeof replay>[2] extends Iterable<infer L> ? L[] : never) => {
    const doc = replay(raw, good, log)
    return doc.ok ? 'fine' : `${doc.error.seq} ${doc.error.reason}`
  }
  expect(reason({ ...line, event: analysed })).toBe('fine')
  expect(reason({ ...line, event: { ...analysed, engine: '2' } })).toBe('1 wrong-analysis')
  expect(reason({ ...line, seq: 2, event: analysed })).toBe('2 out-of-order')
  expect(reason({ ...line, event: analysed }, { ...line, seq: 2, event: analysed })).toBe('2 out-of-order')
  expect(reason({ ...line, event: analysed }, { ...line, seq: 2, event: { type: 'undone', seq: 1 } })).toBe(
    '2 no-effect',
  )
})

test('blockAt names the owner of a character', () => {
  const doc = fromAnalysis(raw, good)
  if (!doc.ok) throw new Error()
  expect(blockAt(doc.value, rawOffset(0))?.id).toBe('a')
  expect(blockAt(doc.value, rawOffset(text.length - 1))?.id).toBe('b')
  expect(blockAt(doc.value, rawOffset(text.length))).toBeNull()
})
