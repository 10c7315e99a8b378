import type { I18n } from '../../i18n/i18n.svelte.ts'
import type { BookSession } from '../../session/book-session.svelte.ts'
import type { Notices } from '../../ui/notices.svelte.ts'

/** Says why the last verb of a session did nothing; nothing where it did, or had nothing to do. */
export function sayRefusal({ refused }: Pick<BookSession, 'refused'>, notices: Notices, { t }: I18n): void {
  if (refused) notices.say(t('review.refused', { reason: t(`refusal.${refused.reason}`) }))
}
