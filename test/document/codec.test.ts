import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockId, Replacement, RuleId } from '../../src/core/corrections/correction.ts'
import { type CorrectionId, editList } from '../../src/core/corrections/edit.ts'
import { packAnalysis, payloadHash, unpackAnalysis } from '../../src/core/document/codec.ts'
import { deltas, readColumn, sums, writeColumn } from '../../src/core/document/codec/columns.ts'
import type { Analysis } from '../../src/core/structure/block.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'
import { randomBook } from '../laws/support/random-book.ts'

const seeds = fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 80 }) })
const runs = { seed: 20260104, numRuns: 200 }

describe('a packed analysis', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const { raw, analysis } = randomBook(seed, size)
        const packed = packAnalysis(analysis)
        expect(JSON.parse(packed)).toMatchObject({ format: 'jiaokan.analysis', version: 1 })
        expect(unpackAnalysis(raw, packed)).toEqual({ ok: true, value: analysis })
        expect(packAnalysis(analysis)).toBe(packed)
      }),
      runs,
    )
  })

  test('that was damaged gives an error, and never an analysis', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.constantFrom('', 'A', '"', '9', '\u0000'),
        fc.nat({ max: 3 }),
        (book, where, put, cut) => {
          const { raw, analysis } = randomBook(book.seed, book.size)
          const packed = packAnalysis(analysis)
          const at = where % packed.length
          const damaged = packed.slice(0, at) + put + packed.slice(at + cut)
          fc.pre(damaged !== packed)
          const back = unpackAnalysis(raw, damaged)
          expect(back.ok ? 'an analysis' : back.error.kind).toMatch(
            /^(not-json|not-an-analysis|newer-version|damaged)$/,
          )
        },
      ),
      runs,
    )
  })

  test('with a forged check never throws', () => {
    const { raw, analysis } = randomBook(7, 80)
    const body = (JSON.parse(packAnalysis(analysis)) as { body: Record<string, unknown> }).body
    const junk = [
      null,
      0,
      -1,
      1.5,
      '',
      'p',
      'rA',
      'p////',
      'pg',
      'rAAAA',
      'pggggggggggggggggggA',
      [],
      {},
      [null],
      [{}],
    ]
    const forge = (value: unknown): string => {
      const text = JSON.stringify(value)
      return `{"format":"jiaokan.analysis","version":1,"check":"${payloadHash(text)}","body":${text}}`
    }
    expect(unpackAnalysis(raw, forge(body))).toEqual({ ok: true, value: analysis })
    for (const bad of junk) {
      for (const name of Object.keys(body))
        expect(() => unpackAnalysis(raw, forge({ ...body, [name]: bad }))).not.toThrow()
      for (const name of ['blocks', 'corrections', 'quoted'])
        expect(unpackAnalysis(raw, forge({ ...body, [name]: bad })).ok).toBe(false)
      for (const part of ['blocks', 'corrections'])
        for (const name of Object.keys(body[part] as object)) {
          const forged = forge({ ...body, [part]: { ...(body[part] as object), [name]: bad } })
          expect(() => unpackAnalysis(raw, forged)).not.toThrow()
        }
    }
  })

  test('says what it is when it is something else', () => {
    const { raw, analysis } = randomBook(7, 80)
    const packed = packAnalysis(analysis)
    const kind = (text: string, over = raw) => {
      const back = unpackAnalysis(over, text)
      return back.ok ? 'fine' : back.error.kind
    }
    expect(kind(packed)).toBe('fine')
    expect(kind('')).toBe('not-json')
    expect(kind('null')).toBe('not-an-analysis')
    expect(kind('{"format":"other"}')).toBe('not-an-analysis')
    expect(kind(packed.replace('"version":1', '"version":2'))).toBe('newer-version')
    expect(kind(` ${packed}`)).toBe('damaged')
    const edited = rawText(Array.from(raw.text).reverse().join(''), raw.sha256)
    const shorter = rawText(raw.text.slice(0, 10), raw.sha256)
    expect(edited.ok && kind(packed, edited.value)).toBe('other-text')
    expect(shorter.ok && kind(packed, shorter.value)).toBe('other-text')
  })

  test('spends a few bytes on a line join', () => {
    const count = 3_000
    const line = '新建粮站十八座，另建学校三所，全年完成投资四亿元。'
    const analysis = joined(line, count)
    const packed = packAnalysis(analysis)
    expect(packed.length / count).toBeLessThan(5)
    const raw = rawText(`${line}\n`.repeat(count), '0')
    expect(raw.ok && unpackAnalysis(raw.value, packed)).toEqual({ ok: true, value: analysis })
  })
})

/** One block for every 20 lines, with a join after each of them, as the engine writes them. */
function joined(line: string, count: number): Analysis {
  const size = line.length + 1
  const corrections = Array.from({ length: count }, (_, i): Replacement => {
    const at = i * size + line.length
    return {
      kind: 'replace',
      id: `layout/hard-wrap@${at}` as CorrectionId,
      origin: { kind: 'rule', rule: 'layout/hard-wrap' as RuleId, version: 1 },
      layer: 'layout',
      reason: { key: 'continued', values: [i + 1] },
      block: `b${Math.floor(i / 20) * 20 * size}` as BlockId,
      edits: [{ span: rawSpan(at, at + 1), insert: '' }],
      replaces: ['\n'],
    }
  })
  const blocks = Array.from({ length: Math.ceil(count / 20) }, (_, b) => {
    const mine = corrections.slice(b * 20, b * 20 + 20)
    const edits = editList(mine.map((c) => ({ ...c.edits[0]!, correction: c.id })))
    if (!edits.ok) throw new Error('joins overlap')
    const from = b * 20 * size
    return {
      id: `b${from}` as BlockId,
      role: 'paragraph' as const,
      decidedBy: 'engine' as const,
      spans: [rawSpan(from, Math.min(from + 20 * size, count * size))] as const,
      edits: edits.value,
    }
  })
  return { engine: '1', rules: [], blocks, corrections, suggestions: [], pages: [] }
}

describe('a column of numbers', () => {
  const numbers = fc.array(
    fc.oneof(
      fc.integer({ min: -40, max: 40 }),
      fc.maxSafeNat().map((n) => n % 2 ** 46),
    ),
  )

  test('comes back, plain or in runs, as it is or as distances', () => {
    fc.assert(
      fc.property(numbers, (column) => {
        expect(readColumn(writeColumn(column))).toEqual(column.map((n) => n + 0))
        expect(sums(deltas(column))).toEqual(column)
      }),
      runs,
    )
    expect(writeColumn(Array.from({ length: 1000 }, () => 7)).length).toBeLessThan(6)
  })
})
