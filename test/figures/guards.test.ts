import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { figureFindings } from '../../src/core/figures/figures.ts'
import { read, type Reading } from '../../src/core/figures/read/reading.ts'
import { AT_DIGIT, AT_HAN, formAtDigit, formAtHan } from '../../src/core/figures/scan/forms.ts'
import { quantities } from '../../src/core/figures/scan/scanner.ts'
import { NUMBER_FORMS } from '../damage/number-forms.ts'
import { written } from './written.ts'

/** All words that some pattern over figures holds, the guarded ones among them. */
const WORDS = ['read', 'scan', 'checks'].flatMap((folder) => {
  const url = new URL(`../../src/core/figures/${folder}/`, import.meta.url)
  return readdirSync(url).flatMap(
    (file) => readFileSync(new URL(file, url), 'utf8').match(/\p{Script=Han}+/gu) ?? [],
  )
})
const NUMBERS = [
  ...NUMBER_FORMS,
  ...'12 1,234万 0.86亿 45% 3.2‰ 2个百分点 2019年 28 9:30 三十二 五成 百分之六 3比1 4:4:2'.split(' '),
]
const UNITS = '人 元 万元 家 所 项 公顷 平方米 m km² /月 /m³ 左右 以上 多 余'.split(' ')
const SIGNS = Array.from('约近逾超-−±＋+—–~～至到/%‰.:：∶ ·号级届分之比成年月日〔［[第前同上本')

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  // Of a class of characters one is meant.
  fc.tuple(fc.constantFrom(...WORDS), fc.nat()).map(([w, at]) => w[at % w.length]!),
  fc.constantFrom(...SIGNS),
)
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { maxLength }).map((w) => w.join(''))
const text = fc
  .array(
    fc.tuple(
      words(3),
      fc.constantFrom(...NUMBERS),
      fc.constantFrom('', ...UNITS),
      words(2),
      fc.constantFrom('', '，', '、', '。'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((clauses) => clauses.flat().join(''))

function json(found: unknown): string {
  return JSON.stringify(found, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
}

test('what is read and found is the same without the guards before patterns', async () => {
  vi.resetModules()
  vi.doMock('../../src/core/figures/guard.ts', () => ({
    Guard: class {
      has(): boolean {
        return true
      }
      isIn(): boolean {
        return true
      }
    },
  }))
  const unguarded = {
    ...(await import('../../src/core/figures/figures.ts')),
    ...(await import('../../src/core/figures/read/reading.ts')),
    ...(await import('../../src/core/figures/scan/scanner.ts')),
  }
  vi.doUnmock('../../src/core/figures/guard.ts')
  expect(unguarded.quantities).not.toBe(quantities)
  const statements = (reading: Reading): unknown[] =>
    reading.entries
      .flatMap((e) => e.passages.flatMap((p) => p.statements))
      .map(({ passage, whole, ...s }) => [passage.text, whole?.noun, s])
  fc.assert(
    fc.property(text, (t) => {
      expect(json(unguarded.quantities(t))).toBe(json(quantities(t)))
      // Some is told twice, in an overview and in an entry, so that pairs are looked for.
      const book = written(`# 综合\n## 综述\n【概况】\n全县${t}\n【青螺河治理】\n${t}\n青螺河治理工程${t}`)
      expect(json(statements(unguarded.read(book)))).toBe(json(statements(read(book))))
      expect(json(unguarded.figureFindings(book))).toBe(json(figureFindings(book)))
    }),
    { numRuns: 2000, seed: 19 },
  )
})

test('a form that fits is tried: what may stand behind its first number is known', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(text, (t) => {
      for (const m of t.matchAll(/\d+|[〇零一二两三四五六七八九十百千万亿廿卅]+/g)) {
        const [forms, tried] = /\d/.test(m[0]) ? [AT_DIGIT, formAtDigit] : [AT_HAN, formAtHan]
        const wanted = forms.map(({ read: form }) => form(t, m.index)).find((q) => q !== null)
        if (wanted) seen.add(wanted.kind)
        expect(json(tried(t, m.index)), t).toBe(json(wanted ?? null))
      }
    }),
    { numRuns: 6000, seed: 23 },
  )
  expect([...seen].sort()).toEqual(['code', 'date', 'fraction', 'ordinal', 'ratio', 'score', 'share', 'time'])
})
