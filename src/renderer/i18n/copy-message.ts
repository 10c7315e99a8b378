import type { JournalError } from '../../contract/journal.ts'
import type { I18n } from './i18n.svelte.ts'

/** Why the copy of a book outside of the browser cannot be written, as a sentence. */
export function copyMessage({ kind, detail }: JournalError, { t }: I18n): string {
  switch (kind) {
    case 'no-such-book':
      return t('copy.gone')
    case 'unreachable':
    case 'full':
    case 'denied':
    case 'newer':
    case 'elsewhere':
    case 'damaged':
      return t(`copy.${kind}`)
    default:
      return t('copy.failed', { reason: `${kind}: ${detail}` })
  }
}
