import { expect, test } from 'vitest'
import { announceUnchecked } from '../../src/renderer/announce.ts'
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
