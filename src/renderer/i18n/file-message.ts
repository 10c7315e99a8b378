import type { FileError } from '../../contract/shell.ts'
import type { I18n } from './i18n.svelte.ts'

/** Why a file could not be written, and what to do about it. */
export function saveMessage(error: FileError, { t }: I18n): string {
  switch (error.kind) {
    case 'is-source':
    case 'full':
    case 'denied':
    case 'gone':
      return t(`file.${error.kind}`)
    default:
      return t('file.failed', { reason: `${error.kind}, ${error.detail}` })
  }
}
