import { describe, expect, test } from 'vitest'
import { CORNERS, mixed } from './double/fates.ts'
import { END, firstLoss, goingOn, killedAt, moments, WORK } from './double/stories.ts'

const isLong = process.env['JIAOKAN_PROVE'] !== undefined
const seeds = isLong ? 40 : 2
const fates = [...CORNERS, ...Array.from({ length: seeds }, (_, seed) => mixed(seed))]

describe('a power cut', () => {
  test.each([
    ['work', WORK],
    ['the end of a book', END],
  ])('before any call of %s loses nothing that was saved', async (_name, story) => {
    const found = await moments(story)
    expect(found.length).toBeGreaterThan(100)
    const looked = isLong ? found : found.filter((_, i) => i % 4 === 0)
    expect(await firstLoss(looked, fates)).toBeNull()
  })

  test('after a kill at any call loses nothing that the next process has shown', async () => {
    let gone = 0
    for (let at = 0; ; at += isLong ? 1 : 9) {
      const moment = await killedAt(WORK, at)
      if (!moment) break
      const found = await goingOn(moment, { everyCall: isLong })
      gone += found.length
      expect(await firstLoss(found, CORNERS)).toBeNull()
    }
    expect(gone).toBeGreaterThan(40)
  }, 600_000)
})
