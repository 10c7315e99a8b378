import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keyed } from '../../src/core/document/keyed.ts'

const things = (ids: readonly string[]): { id: string; place: number }[] =>
  ids.map((id, place) => ({ id, place }))

test('finds what a map of the first of each id finds', () => {
  const id = fc
    .tuple(fc.constantFrom('a', 'rule/x', ''), fc.constantFrom('@', ''), fc.nat(30))
    .map((p) => p.join(''))
  fc.assert(
    fc.property(fc.array(id), (ids) => {
      const keyed = new Keyed(things(ids))
      expect(keyed.size).toBe(new Set(ids).size)
      for (const wanted of [...ids, 'none', 'a@31']) expect(keyed.placeOf(wanted)).toBe(ids.indexOf(wanted))
    }),
  )
})

test('ids that all end alike take no longer than others', () => {
  // Searched one by one these would be twenty thousand million looks.
  const ids = Array.from({ length: 200_000 }, (_, i) => `x${i}@7`)
  const keyed = new Keyed(things(ids))
  expect(keyed.size).toBe(ids.length)
  expect(ids.every((id, place) => keyed.placeOf(id) === place)).toBe(true)
  expect(keyed.has('y@7')).toBe(false)
})
