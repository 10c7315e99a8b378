import { errorText } from '../core/error-text.ts'
import { copyMessage } from './i18n/copy-message.ts'
import type { I18n } from './i18n/i18n.svelte.ts'
import { projectMessage } from './i18n/project-message.ts'
import type { BrokenBook } from './session/check-restored.ts'
import type { Torn } from './store/copies.svelte.ts'
import type { Mended, Recovery, Restored } from './store/reconcile.ts'
import type { Notices } from './ui/notices.svelte.ts'

/** Tells the editor what was put right between the library and its copies. Stays until it is closed. */
export function announce({ restored, copied, faults }: Recovery, notices: Notices, i18n: I18n): void {
  const { t } = i18n
  const list = (names: readonly string[]): string => names.join(t('list.separator'))
  const named = (mended: readonly Mended[]): { count: number; books: string } => ({
    count: mended.reduce((sum, { events }) => sum + events, 0),
    // A book that is here again as a whole may have no correction yet.
    books: list(
      mended.map(({ title, events }) =>
        t(events > 0 ? 'recovery.book' : 'recovery.title', { title, count: events }),
      ),
    ),
  })
  if (restored.length > 0) {
    const { books } = named(restored)
    notices.complain(
      t('recovery.restored', { count: restored.length }),
      t('recovery.restoredDetail', { books }),
    )
  }
  // A book that is only now given its copy has lost nothing.
  if (copied.length > 0) {
    const { count, books } = named(copied)
    notices.complain(t('recovery.copied', { count }), t('recovery.copiedDetail', { books }))
  }
  if (faults.length > 0) {
    const books = faults.map(({ title, error }) =>
      t('recovery.bookFault', { title, reason: copyMessage(error, i18n) }),
    )
    notices.complain(t('recovery.fault', { count: faults.length }), list(books))
  }
}

/** Tells of books that came back from their copies, and are not what this program would have made of them. */
export function announceBroken(broken: readonly BrokenBook[], notices: Notices, i18n: I18n): void {
  if (broken.length === 0) return
  const { t } = i18n
  const books = broken.map(({ title, fault, count }) => {
    const first = count > 1 ? t('project.broken', { count }) : ''
    return t('recovery.bookFault', { title, reason: first + projectMessage(fault, i18n, 'copy') })
  })
  notices.complain(t('recovery.broken', { count: broken.length }), books.join(' '))
}

/** Tells that restored books could not be looked at, so that nobody takes silence for a yes. */
export function announceUnchecked(
  restored: readonly Restored[],
  error: unknown,
  notices: Notices,
  { t }: I18n,
): void {
  const books = restored.map(({ title }) => t('recovery.title', { title })).join(t('list.separator'))
  const reason = errorText(error)
  notices.complain(t('recovery.unchecked'), t('recovery.uncheckedDetail', { books, reason }))
}

/** Tells of ends of journals that had been half written. */
export function announceTorn(torn: readonly Torn[], notices: Notices, { t }: I18n): void {
  const count = torn.reduce((sum, { bytes }) => sum + bytes, 0)
  const books = torn.map(({ title }) => t('recovery.title', { title })).join(t('list.separator'))
  notices.complain(t('recovery.torn', { count }), t('recovery.tornDetail', { books }))
}
