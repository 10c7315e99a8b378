import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { packAnalysis, unpackAnalysis } from '../../src/core/document/codec.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { step } from '../../src/core/document/replay.ts'
import { acceptFix } from '../../src/core/document/verbs/accept-fix.ts'
import { reasonText } from '../../src/core/messages.ts'
import { obey } from '../../src/core/obey.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import type { Id } from '../../src/core/text/offset.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'
import { tryRule } from '../../src/core/try-rule.ts'
import { previewRules } from '../../src/core/user-rules/preview.ts'
import { asRule, type UserRule } from '../../src/core/user-rules/user-rule.ts'
import { readRuleFile } from '../../src/rule-files/rule-file.ts'

const raw = (text: string): RawText => ({ text, sha256: 'none' as Id<'Sha256'> })

function rules(...given: readonly object[]): readonly UserRule[] {
  const read = readRuleFile(JSON.stringify({ 'jiaokan-rules': 1, rules: given }))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const JIN = {
  id: '市斤',
  find: '市斤',
  replace: '斤',
  note: { zh: '本书统一用斤', en: 'this book says jin' },
}
const YEAR = { id: '年份', pattern: '(?<![0-9])([0-9]{2})年', replace: '20$1年', note: '年份写全' }
const POINTS = { id: '左右', find: '左右', note: '年鉴不写约数' }

function opened(text: string, userRules: readonly UserRule[], off?: string): Document {
  const source = raw(text)
  const analysis = obey(
    source,
    analyse(source, { userRules, off: new Set(off === undefined ? [] : [off as Id<'Rule'>]) }),
  )
  const packed = unpackAnalysis(source, packAnalysis(analysis))
  expect(packed).toEqual({ ok: true, value: analysis })
  const doc = fromAnalysis(source, analysis)
  if (!doc.ok) throw new Error('no document')
  return doc.value
}

const said = (doc: Document) => [...doc.suggestions.values()].filter((s) => s.rule.startsWith('user/'))

function acceptAll(doc: Document): Document {
  let now = doc
  for (const [i, { key, fixes }] of said(doc).entries()) {
    const [fix] = fixes
    if (!fix) continue
    const names = {
      correction: `c${i}` as CorrectionId,
      move: `m${i}` as CorrectionId,
      created: `b${i}` as BlockId,
    }
    const event = acceptFix(now, key, fix.id, names)
    if (!event.ok) throw new Error(event.error.reason)
    const after = step(now, {
      seq: now.seq + 1,
      at: '2026-11-22T00:00:00Z',
      by: 'editor',
      event: event.value,
    })
    if (!after.ok) throw new Error(after.error.reason)
    now = after.value
  }
  return now
}

const cleanText = (doc: Document): string =>
  blocksOf(doc)
    .map((b) => correctedText(doc.raw, b))
    .join('|')

describe('a rule of the editor', () => {
  test('proposes, with its note, and changes nothing by itself', () => {
    const doc = opened('【概况】亩产500市斤，比98年多100市斤左右。\n', rules(JIN, YEAR, POINTS))
    expect(cleanText(doc)).toContain('亩产500市斤，比98年多100市斤左右')
    expect(said(doc).map((s) => [s.rule, s.quote, reasonText(s.rule, s.reason, 'zh')])).toEqual([
      ['user/市斤', '市斤', '本书统一用斤'],
      ['user/年份', '98年', '年份写全（采纳会改动数字：“98年”改为“2098年”）'],
      ['user/市斤', '市斤', '本书统一用斤'],
      ['user/左右', '左右', '年鉴不写约数'],
    ])
    expect(said(doc).map((s) => s.fixes.length)).toEqual([1, 1, 1, 0])
    expect(said(doc).map((s) => s.reason.key)).toEqual(['note', 'digits', 'note', 'note'])
    const [first] = said(doc)
    expect(reasonText(first!.rule, first!.reason, 'en')).toBe('this book says jin')
    expect(doc.rules.map((r) => r.rule)).toContain('user/左右')
  })

  test('does what it proposes once that is accepted, and the laws hold', () => {
    const after = acceptAll(opened('【概况】亩产500市斤，比98年多。\n', rules(JIN, YEAR)))
    expect(cleanText(after)).toContain('亩产500斤，比2098年多')
    expect(ledger(after).imbalances).toEqual([])
    // The editor answers for the digits.
    const lock = digitLock(after)
    expect(lock.violations).toEqual([])
    expect(lock.explained.map((e) => [e.raw, e.clean])).toEqual([[['98'], ['2098']]])
  })

  test('can be switched off, and then it is not on record', () => {
    const doc = opened('【概况】亩产500市斤左右。\n', rules(JIN, POINTS), 'user/市斤')
    expect(said(doc).map((s) => s.rule)).toEqual(['user/左右'])
    expect(doc.rules.map((r) => r.rule)).not.toContain('user/市斤')
  })

  test('looks in its roles only', () => {
    const doc = opened('【市斤】亩产500市斤。\n', rules({ ...JIN, roles: ['title'] }))
    expect(said(doc)).toHaveLength(1)
    expect(said(doc)[0]?.span.from).toBe(1)
  })

  test('sees what the rules before it have left', () => {
    const doc = opened('【概况】亩产500市\n斤，全县粮站多。\n', rules(JIN))
    expect(said(doc).map((s) => s.quote)).toEqual(['市斤'])
  })

  test('puts what it inserts behind a break that was closed with a space', () => {
    const [only] = said(opened('234\n\n98年', rules(YEAR)))
    expect(only?.fixes).toMatchObject([{ edits: [{ span: { from: 5, to: 5 }, insert: '20' }] }])
  })

  test('takes signs of patterns in a text as they stand', () => {
    const [rule] = rules({ ...JIN, find: '（a.b*$&', replace: '$1$&' })
    expect(tryRule(asRule(rule!), '亩（aXb（a.b*$&').findings).toHaveLength(1)
    const doc = opened('【概况】亩产a.b*$&。\n', rules({ ...JIN, find: 'a.b*$&', replace: '$1$&' }))
    expect(cleanText(acceptAll(doc))).toContain('亩产$1$&。')
  })

  test('gets another version where it finds or proposes something else, none for a new note', () => {
    const version = (given: object): number => asRule(rules(given)[0]!).version
    expect(version({ ...JIN, note: '另' })).toBe(version(JIN))
    expect(version({ ...JIN, replace: '公斤' })).not.toBe(version(JIN))
    expect(version({ ...JIN, roles: ['title'] })).not.toBe(version(JIN))
    expect(Number.isSafeInteger(version(JIN))).toBe(true)
  })
})

test('a long paragraph is read in stretches that end with sentences', () => {
  const [rule] = rules({ id: 'a', pattern: '粮站[^，。]*座', note: '量' })
  const text = '全县新建粮站18座。'.repeat(5_000)
  expect(tryRule(asRule(rule!), text).findings).toHaveLength(5_000)
})

test('a paragraph without any mark is cut where it must be, between characters', () => {
  const [rule] = rules({ id: 'a', pattern: '.', note: '字' })
  // 999 + 1,000 + 1,000 + 1,000 + 2 units; each stretch stops at 100 strikes.
  expect(tryRule(asRule(rule!), `a${'𠮷'.repeat(2_000)}`).findings).toHaveLength(401)
})

test('a preview counts, and shows the first places, as the rules would strike', () => {
  const definitions = rules(JIN, YEAR, POINTS, { id: '无', find: '没有的', note: '无' })
  const doc = opened('【概况】亩产500市斤，98年400市斤，97年300市斤，96年200市斤。\n', definitions)
  const preview = previewRules(doc.raw, blocksOf(doc), definitions)
  expect(preview.map(({ id, count, first }) => [id, count, first.length])).toEqual([
    ['市斤', 4, 3],
    ['年份', 3, 3],
    ['左右', 0, 0],
    ['无', 0, 0],
  ])
  expect(preview[1]?.first[0]).toEqual({ at: 12, quote: '98年', insert: '2098年', changesDigits: true })
  expect(preview.reduce((sum, { count }) => sum + count, 0)).toBe(said(doc).length)
})

const PIECES = [
  '全县',
  '市斤',
  '98年',
  '粮站',
  '18',
  '座',
  '，',
  '。',
  '\n',
  '\n【概况】',
  '（周明远）',
  ' ',
  '1,',
  '234',
  '2O19年',
  '左右',
  '。。',
  '“',
  '\f',
]

test('laws hold on any text, whatever the rules and whatever is accepted of them', () => {
  const definitions = rules(
    JIN,
    YEAR,
    POINTS,
    { id: '删', pattern: '[座。]+', replace: '', note: '删' },
    { id: '数', pattern: '([0-9]+)([年座])', replace: '$2$1$1', note: '换' },
    { id: '字', pattern: '.', replace: '$&$&', roles: ['title', 'contributor', 'heading'], note: '重' },
  )
  let accepted = 0
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
      fc.subarray([...definitions]),
      (parts, some) => {
        const doc = opened(parts.join(''), some)
        expect(ledger(doc).imbalances).toEqual([])
        expect(digitLock(doc).violations).toEqual([])
        // One rule at a time: two may want to change the same words.
        for (const definition of some) {
          const alone = opened(parts.join(''), [definition])
          const after = acceptAll(alone)
          accepted += after.seq - alone.seq
          expect(ledger(after).imbalances).toEqual([])
          expect(digitLock(after).violations).toEqual([])
        }
      },
    ),
    { seed: 501, numRuns: 120 },
  )
  expect(accepted).toBeGreaterThan(100)
})
