import type { StoreError } from '../store/errors.ts'
import type { I18n } from './i18n.svelte.ts'

/** What went wrong in the store, and what to do about it, as a sentence or two. */
export function storeMessage(error: StoreError, { t }: I18n): string {
  switch (error.kind) {
    case 'gap':
      return t('store.gap', { expected: error.expected, found: error.found })
    case 'broken':
      return t('store.broken', { reason: `${error.name}: ${error.message}` })
    case 'copy':
      return t(`copy.${error.why}`)
    case 'copy-unreachable':
      return t('copy.eraseLater')
    case 'full':
    case 'closed':
    case 'newer':
    case 'not-the-editor':
    case 'no-such-book':
      return t(`store.${error.kind}`)
  }
}
