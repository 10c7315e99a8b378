import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, compareFigures } from '../../src/core/analyse.ts'
import { FIGURE_RULES } from '../../src/core/figures/checks/index.ts'
import { figureFindings } from '../../src/core/figures/figures.ts'
import { openFigures } from '../../src/core/figures/suggestions.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'
import { growth } from '../growth.ts'
import { written } from './written.ts'

/** Clauses that the checks look at, in any order. */
const CLAUSES = [
  '2019年，云陂县有学校138所',
  '其中小学42所、初中16所',
  '全县有教师4,387人',
  '教师4,378人',
  '比上年增加312人，增长7.6%',
  '占90.1%',
  '由412户增至386户',
  '甲公司、乙公司被认定为市孵化器',
  '共5家',
  '9月31日25:70',
  '分别是甲获奖，乙获奖',
  '（其中女性3人）',
  '完成投资1.45亿元',
  '五项措施：',
  '2109年',
]
const LINES = [
  '# 科技',
  '## 综述',
  '【概况】',
  '【新增市孵化器3个】',
  '- （一）甲',
  '| 甲 1 2',
  '| 类别 数（个） 率（%）',
]
const book = fc
  .array(
    fc.oneof(
      fc.constantFrom(...LINES),
      fc.array(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 6 }).map((c) => `${c.join('，')}。`),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 16 },
  )
  .map((lines) => lines.join('\n'))

test('any book can be checked, and every quote stands where it says', () => {
  fc.assert(
    fc.property(book, (text) => {
      const b = written(text)
      const texts = new Map(
        b.entries.flatMap((e) => (e.title ? [e.title, ...e.body] : e.body)).map((x) => [x.id, x.text]),
      )
      for (const f of figureFindings(b)) {
        f.places.forEach((p, i) => {
          expect(texts.get(p.block)?.slice(p.from, p.to)).toBe(f.quotes[i])
        })
        const rule = FIGURE_RULES.find((r) => r.id === f.rule)
        expect(Object.keys(rule?.messages ?? {})).toContain(f.message)
        expect(f.confidence).toBeGreaterThan(0)
        expect(f.confidence).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 800, seed: 5 },
  )
})

test('the rules have names of their own, and a message for every value they give', () => {
  expect(new Set(FIGURE_RULES.map((r) => r.id)).size).toBe(FIGURE_RULES.length)
  for (const r of FIGURE_RULES) {
    expect(r.id).toMatch(/^figures\/[a-z-]+$/)
    for (const m of Object.values(r.messages)) {
      const values = (s: string): string[] => [...s.matchAll(/\{\d\}/g)].map((x) => x[0]).sort()
      expect(values(m.en)).toEqual(values(m.zh))
    }
  }
})

test('in raw text a finding has the span under its first quote, line breaks and all', () => {
  const text = readFileSync(new URL('../golden/figures-that-disagree/raw.txt', import.meta.url), 'utf8')
  const raw = { text, sha256: '' } as RawText
  const { blocks } = analyse(raw)
  const open = openFigures(raw, blocks, compareFigures(raw, blocks, {}))
  expect(open.map((o) => o.finding.rule)).toEqual([
    'figures/total-and-parts',
    'figures/stated-twice',
    'figures/impossible-date',
    'figures/title-and-body',
  ])
  for (const o of open) {
    expect(o.quote).toBe(o.finding.quotes[0])
    expect(text.slice(o.from, o.to).replace(/\n/g, '')).toBe(o.quote)
  }
})

test('checking eight times as much takes about eight times as long', () => {
  const entry = (i: number): string =>
    `【第${String(i)}届会议】\n2019年，云陂县有学校${String(100 + i)}所，其中小学42所、初中16所，比上年增长7.6%，占90.1%；完成投资1.45亿元。\n`
  const text = (entries: number): string =>
    `# 科技\n## 综述\n${Array.from({ length: entries }, (_, i) => entry(i)).join('')}`
  expect(growth((t) => figureFindings(written(t)), text(200), text(1600), 24)).toBeLessThan(24)
})

test('a block with eight times as many findings takes about eight times as long', () => {
  const book = (lines: number): RawText => ({
    text: `粮食\n\n综述\n\n【概况】 2019年。\n${'…3\n…31月村民（一）\n'.repeat(lines)}`,
    sha256: '' as RawText['sha256'],
  })
  expect(analyse(book(10)).suggestions.length).toBeGreaterThan(5)
  expect(growth(analyse, book(500), book(4000), 24)).toBeLessThan(24)
})
