import { expect, test } from 'vitest'
import { announce, announceUnchecked } from '../../src/renderer/announce.ts'
import { I18n } from '../../src/renderer/i18n/i18n.svelte.ts'
import type { Restored } from '../../src/renderer/store/reconcile.ts'
import { Notices } from '../../src/renderer/ui/notices.svelte.ts'

test.each([
  ['zh', '《甲志》、《乙志》：已经放回'],
  ['en', '“甲志”, “乙志”: restored'],
] as const)('restored books that could not be checked are named, with the reason (%s)', (language, start) => {
  const notices = new Notices()
  const restored = ['甲志', '乙志'].map((title) => ({ title }) as Restored)
  announceUnchecked(restored, new Error('worker gone'), notices, new I18n(language))
  const [notice] = notices.list
  expect(notice?.detail).toContain(start)
  expect(notice?.detail).toContain('worker gone')
})

test.each([
  ['zh', '从副本补回了 2 本书的内容', '《甲志》、《乙志》（更正 3 处）'],
  ['en', '2 books were filled up from their copies', '“甲志”, “乙志” (3 corrections)'],
] as const)(
  'books that come back are counted, a whole one without corrections, too (%s)',
  (language, said, books) => {
    const notices = new Notices()
    const restored = ['甲志', '乙志'].map((title, i) => ({ title, events: 3 * i }) as Restored)
    announce({ restored, copied: [], faults: [] }, notices, new I18n(language))
    const [notice] = notices.list
    expect(notice?.text).toBe(said)
    expect(notice?.detail).toContain(books)
  },
)
