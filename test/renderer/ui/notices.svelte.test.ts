import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../../src/renderer/ui/notices.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const texts = (notices: Notices): string[] => notices.list.map(({ text }) => text)

test('what is said again is not said twice', () => {
  const notices = new Notices()
  notices.say('后面没有了')
  notices.say('未作改动')
  notices.say('后面没有了')
  expect(texts(notices)).toEqual(['未作改动', '后面没有了'])
  // Its time begins anew: the first one's end is not its own.
  vi.advanceTimersByTime(3_000)
  notices.say('后面没有了')
  vi.advanceTimersByTime(3_000)
  expect(texts(notices)).toEqual(['后面没有了'])
  vi.advanceTimersByTime(3_000)
  expect(texts(notices)).toEqual([])
})

test('two that offer something are two', () => {
  const notices = new Notices()
  for (let i = 0; i < 2; i++) notices.say('已删除', { label: '撤销', run: () => undefined })
  expect(notices.list).toHaveLength(2)
  vi.advanceTimersByTime(9_000)
  expect(notices.list).toHaveLength(2)
})

test('an error stays until it is closed', () => {
  const notices = new Notices()
  const close = notices.complain('没有写进去', '请再试')
  vi.advanceTimersByTime(60_000)
  expect(notices.list).toHaveLength(1)
  close()
  expect(notices.list).toEqual([])
})
