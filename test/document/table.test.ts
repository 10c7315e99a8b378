import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Table } from '../../src/core/document/table.ts'

const change = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.option(fc.nat(), { nil: undefined })), {
  maxLength: 8,
})

test('a table is a map of which every version stays as it was', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let table = Table.of<number, number>([[1, 1]])
      const model = new Map([[1, 1]])
      const versions = [{ table, entries: [...model].sort() }]
      for (const step of changes) {
        table = table.with(new Map(step))
        for (const [key, value] of new Map(step)) {
          if (value === undefined) model.delete(key)
          else model.set(key, value)
        }
        versions.push({ table, entries: [...model].sort() })
      }
      for (const { table: version, entries } of versions) {
        expect([...version].sort()).toEqual(entries)
        expect([...version.keys()].sort()).toEqual(entries.map(([k]) => k).sort())
        expect([...version.values()].sort()).toEqual(entries.map(([, v]) => v).sort())
        expect(version.size).toBe(entries.length)
        for (let key = 0; key <= 60; key++) {
          const value = new Map(entries).get(key)
          expect([version.get(key), version.has(key)]).toEqual([value, value !== undefined])
        }
      }
    }),
    { seed: 20260106, numRuns: 40 },
  )
})
