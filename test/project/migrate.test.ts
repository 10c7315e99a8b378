import { expect, test } from 'vitest'
import { migrated, type Migration } from '../../src/core/project/migrate.ts'

/** As a later version might have them. */
const STEPS: readonly Migration[] = [
  { from: 1, event: (record) => ({ ...record, device: 'unknown' }) },
  { from: 2, book: (record) => ({ ...record, proof: 1 }), event: (record) => ({ ...record, device: null }) },
]

test('a record goes up by each step from its version on', () => {
  expect(migrated('event', { seq: 1 }, 1, STEPS)).toEqual({ seq: 1, device: null })
  expect(migrated('event', { seq: 1, device: 'a' }, 3, STEPS)).toEqual({ seq: 1, device: 'a' })
  expect(migrated('book', { title: '甲' }, 1, STEPS)).toEqual({ title: '甲', proof: 1 })
  expect(migrated('source', { name: 'x' }, 1, STEPS)).toEqual({ name: 'x' })
})
