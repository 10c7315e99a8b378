import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTyped } from '../../../src/core/figures/typed/read-typed.ts'
import type { Typed } from '../../../src/core/figures/typed/typed.ts'

/** The one quantity that a text is, or a failure that shows what it was taken for. */
function only(text: string): Typed {
  const found = readTyped(text)
  expect(found.map((q) => text.slice(q.from, q.to))).toEqual([text])
  return found[0]!
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

const HAN = '零一二三四五六七八九'

/** 10,203 → 一万零二百零三, as it is said. */
function han(n: number): string {
  if (n >= 1e8) return `${han(Math.floor(n / 1e8))}亿${rest(n % 1e8, 1e7)}`
  if (n >= 1e4) return `${han(Math.floor(n / 1e4))}万${rest(n % 1e4, 1e3)}`
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const)
    if (n >= unit) return `${HAN[Math.floor(n / unit)]!}${word}${rest(n % unit, unit / 10)}`
  return HAN[n]!
}

function rest(n: number, next: number): string {
  return n === 0 ? '' : (n < next ? '零' : '') + han(n)
}

const whole = fc.integer({ min: 0, max: 999_999_999 })
const runs = { numRuns: 2000, seed: 23 }

test('what is written with thousands, or without, reads as the same number', () => {
  fc.assert(
    fc.property(whole, fc.boolean(), (n, thousands) => {
      const text = `${thousands ? grouped(n) : String(n)}人`
      expect(only(text)).toMatchObject({ kind: 'count', value: String(n), high: null, unit: '人' })
    }),
    runs,
  )
})

test('万 and 亿 scale a decimal by what they say', () => {
  const scales = fc.constantFrom(['', 0], ['万', 4], ['亿', 8], ['万亿', 12])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: 4 }),
      scales,
      (n, point, scale) => {
        const [word, power] = scale as [string, number]
        const digits = String(n).padStart(point + 1, '0')
        const text = `${digits.slice(0, -point)}.${digits.slice(-point)}${word}元`
        const zeros = `${digits.slice(0, -point)}${digits.slice(-point).padEnd(power, '0')}`
        const exact =
          power >= point
            ? String(BigInt(zeros.slice(0, digits.length - point + power)))
            : String(Number((n / 10 ** (point - power)).toFixed(point - power)))
        expect(only(text)).toMatchObject({
          kind: 'money',
          value: exact,
          normal: { value: exact, unit: '元' },
        })
      },
    ),
    runs,
  )
})

test('a number in Han numerals reads as itself', () => {
  fc.assert(
    // 千方, 两百 and a bare 百 are for the table of cases.
    fc.property(fc.integer({ min: 11, max: 2_000_000_000 }), (n) => {
      expect(only(`${han(n)}元`)).toMatchObject({ kind: 'money', value: String(n) })
    }),
    runs,
  )
})

test('a share reads as itself, and a mill as a tenth of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (n) => {
      expect(only(`${String(n / 100)}%`)).toMatchObject({ kind: 'share', value: String(n / 100) })
      expect(Number((only(`${String(n / 100)}‰`) as { value: string }).value)).toBeCloseTo(n / 1000, 9)
      expect(only(`${String(n / 100)}个百分点`)).toMatchObject({ kind: 'points', value: String(n / 100) })
    }),
    runs,
  )
})

const two = (n: number): string => String(n).padStart(2, '0')
const year = fc.integer({ min: 1000, max: 2999 })
const month = fc.integer({ min: 1, max: 12 })
const day = fc.integer({ min: 1, max: 31 })

test('dates come back in ISO, as precise as they were written', () => {
  fc.assert(
    fc.property(year, month, day, (y, m, d) => {
      const [Y, M, D] = [String(y), String(m), String(d)]
      expect(only(`${Y}年${M}月${D}日`)).toMatchObject({
        start: `${Y}-${two(m)}-${two(d)}`,
        precision: 'day',
      })
      expect(only(`${Y}年${M}月`)).toMatchObject({ start: `${Y}-${two(m)}`, precision: 'month' })
      expect(only(`${Y}年`)).toMatchObject({ start: Y, precision: 'year', end: null })
      expect(only(`${M}月${D}日`)).toMatchObject({ start: `--${two(m)}-${two(d)}`, precision: 'day' })
      expect(only(`${Y}年上半年`)).toMatchObject({ start: `${Y}-01`, end: `${Y}-06`, precision: 'half' })
    }),
    runs,
  )
})

test('ranges keep both ends', () => {
  fc.assert(
    fc.property(whole, whole, year, month, day, day, (a, b, y, m, d, e) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(only(`${String(low)}~${String(high)}吨`)).toMatchObject({
        value: String(low),
        high: String(high),
      })
      const printed = `${String(y)}年${String(m)}月${String(d)}—${String(e)}日`
      const iso = (n: number): string => `${String(y)}-${two(m)}-${two(n)}`
      expect(only(printed)).toMatchObject({ start: iso(d), end: iso(e) })
    }),
    runs,
  )
})

const PIECES = [
  ...Array.from('0123456789一二三四上下前第年月日旬季度半〔〕（）—~:：.,，%‰元人号'),
  ...['2019', '5月', '上半年', '季度', '9:30', '岚委发', '亿元', '上年', '百分之', 'ISBN 978-7-5555-1234-9'],
]

test('whatever the text, what is read lies in it, in order, without overlap', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (t) => {
      let end = 0
      for (const q of readTyped(t)) {
        expect(q.from).toBeGreaterThanOrEqual(end)
        expect(q.to).toBeGreaterThan(q.from)
        end = q.to
      }
      expect(end).toBeLessThanOrEqual(t.length)
    }),
    { numRuns: 6000, seed: 3 },
  )
})
