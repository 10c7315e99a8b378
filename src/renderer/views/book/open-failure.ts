import type { I18n } from '../../i18n/i18n.svelte.ts'
import { storeMessage } from '../../i18n/store-message.ts'
import type { OpenFailure } from './opened-book.svelte.ts'

/** Why a book cannot be shown, and what to do about it. */
export function openFailure(failure: OpenFailure, i18n: I18n): string {
  const { t } = i18n
  switch (failure.kind) {
    case 'store':
      return storeMessage(failure.error, i18n)
    case 'worker':
      return t('engine.failed', { reason: failure.reason })
    case 'book': {
      const { error } = failure
      if (error.kind === 'replay')
        return t('review.failed.replay', { seq: error.error.seq, reason: t(`refusal.${error.error.reason}`) })
      return error.kind === 'payload' && error.error.kind === 'newer-version'
        ? t('store.newer')
        : t('review.failed.payload', { reason: error.error.kind })
    }
  }
}
