import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { reasonText } from '../../src/core/messages.ts'
import { obey } from '../../src/core/obey.ts'
import type { Analysis, Block } from '../../src/core/structure/block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan, type Id } from '../../src/core/text/offset.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'
import { oddText, tornBook } from './support/odd-text.ts'

const raw = (text: string): RawText => ({ text, sha256: 'none' as Id<'Sha256'> })

/** What stands in the way of an export: null where nothing does. */
function broken(source: RawText, analysis: Analysis): unknown {
  const document = fromAnalysis(source, analysis)
  if (!document.ok) return document.error
  return ledger(document.value).imbalances[0] ?? digitLock(document.value).violations[0] ?? null
}

function obeyed(source: RawText, analysis: Analysis): Analysis {
  const mended = obey(source, analysis)
  expect(broken(source, mended)).toBeNull()
  return mended
}

const plainReports = ({ suggestions }: Analysis): Analysis['suggestions'] =>
  suggestions.filter((s) => s.reason.key === 'plain')

/** The engine's analysis, which is left as it is but for what is taken back: nothing of it need be dissolved. */
function checkText(text: string): void {
  const source = raw(text)
  expect(plainReports(obeyed(source, analyse(source)))).toEqual([])
}

describe('after taking back, the laws hold', () => {
  it('whatever marks, digits and breaks stand side by side', () => {
    fc.assert(fc.property(oddText, checkText), { seed: 20193, numRuns: 400 })
  })

  it('on torn pages of books that are damaged in all ways at once', () => {
    for (let seed = 0; seed < 15; seed++) checkText(tornBook(seed))
  })

  it('where a title without its closing bracket runs into a number', () => {
    for (const text of [
      '科技创新\n【概况182017年，云山县。\n',
      '科技创新\n【182017年，云山县。\n',
      '科技创新\n【概况18.2017年，云山县。\n',
      '科技创新\n【概况1\u200b2017年，云山县。\n',
      '科技创新\n【概况１2017年，云山县。\n',
    ]) {
      const source = raw(text)
      expect(broken(source, analyse(source))).toBeNull()
    }
  })
})

describe('an analysis that breaks the laws', () => {
  const text = '科技创新\n全县有粮站182017座。\n教育\n全县有学校35所。\n'
  const source = raw(text)
  const block = (from: number, to: number): Block => ({
    id: `b${from}` as BlockId,
    role: 'paragraph',
    decidedBy: 'engine',
    spans: [rawSpan(from, to)],
    edits: [] as never,
  })
  const cut = text.indexOf('2017')
  const next = text.indexOf('教育')
  const heading = (b: Block): Block => ({ ...b, role: 'heading' })
  const good = analyse(source)

  it('by a border in a number loses no more than the blocks beside it, and says so', () => {
    const blocks = [
      block(0, cut),
      block(cut, next),
      heading(block(next, next + 3)),
      block(next + 3, text.length),
    ]
    const lawless = { ...good, blocks, corrections: [], suggestions: [] }
    expect(broken(source, lawless)).toMatchObject({ kind: 'border' })
    const mended = obeyed(source, lawless)
    expect(mended.blocks.map((b) => [b.role, correctedText(source, b)])).toEqual([
      ['paragraph', '科技创新'],
      ['paragraph', '全县有粮站182017座。'],
      ['heading', '教育'],
      ['paragraph', '全县有学校35所。'],
    ])
    const [said, ...more] = plainReports(mended)
    expect(more).toEqual([])
    expect(said).toMatchObject({ block: 'b0', quote: '科技创新', fixes: [] })
    expect(reasonText(said!.rule, said!.reason, 'zh')).toContain('自此 2 行未作整理')
  })

  it('by owning text twice, or not at all, becomes plain lines', () => {
    for (const blocks of [[block(0, next)], [block(0, next), block(cut, text.length)]]) {
      const mended = obeyed(source, { ...good, blocks, corrections: [], suggestions: [] })
      expect(mended.blocks.map((b) => correctedText(source, b))).toEqual(text.trim().split('\n'))
      expect(plainReports(mended)).toHaveLength(1)
    }
  })
})
