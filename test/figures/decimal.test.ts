import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  approximately,
  compare,
  decimal,
  minus,
  plain,
  plus,
  shifted,
  sum,
  times,
  toStep,
} from '../../src/core/figures/decimal.ts'

test('sums of decimal fractions are exact', () => {
  expect(plain(plus(decimal('0.1'), decimal('0.2')))).toBe('0.3')
  expect(plain(sum(['61.2', '118.5', '402.7', '588.4', '675.5'].map(decimal)))).toBe('1846.3')
  expect(plain(times(decimal('1.45'), shifted(decimal('1'), 8)))).toBe('145000000')
})

test('the scale is kept as printed, and equal numbers are equal', () => {
  expect(decimal('4.50').scale).toBe(2)
  expect(compare(decimal('4.50'), decimal('4.5'))).toBe(0)
  expect(plain(decimal('4.50'))).toBe('4.5')
  expect(plain(decimal('-1,234.00'))).toBe('-1234')
})

test('rounds to the worth of a digit', () => {
  expect(plain(toStep(decimal('36274'), decimal('100')))).toBe('36300')
  expect(plain(toStep(decimal('2.345'), decimal('0.1')))).toBe('2.3')
})

test('agrees with floating point as far as that goes', () => {
  const number = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
  fc.assert(
    fc.property(number, number, ([a, i], [b, k]) => {
      const [x, y] = [
        { units: BigInt(a), scale: i },
        { units: BigInt(b), scale: k },
      ]
      expect(approximately(plus(x, y))).toBeCloseTo(approximately(x) + approximately(y), 5)
      expect(compare(minus(plus(x, y), y), x)).toBe(0)
      expect(compare(decimal(plain(x)), x)).toBe(0)
    }),
    { seed: 3 },
  )
})
