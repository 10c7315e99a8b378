import { expect, test } from 'vitest'
import { jsonInSlices } from '../../../src/renderer/host/json-in-slices.ts'

const events = Array.from({ length: 2_500 }, (_, i) => ({
  seq: i + 1,
  at: `“${i}”\n`,
  event: { spans: [[i]] },
}))

test.each([
  ['a call of two words', ['id', { title: '云山', deleted: null }]],
  ['a long list', ['id', events]],
  ['a list that ends with a slice', ['id', events.slice(0, 2_000)]],
  ['a book', [{ id: 'id', events, settings: {}, gone: undefined, sources: [{ text: '字\ud800' }] }]],
  ['nothing', []],
])('%s is written as JSON writes it', async (_what, value) => {
  expect(await jsonInSlices(value)).toBe(JSON.stringify(value))
})

test('nobody waits for a long list', async () => {
  let isOver = false
  let tasks = 0
  const count = (): void => {
    tasks++
    if (!isOver) setTimeout(count, 0)
  }
  setTimeout(count, 0)
  await jsonInSlices([events])
  isOver = true
  expect(tasks).toBeGreaterThan(1)
})
