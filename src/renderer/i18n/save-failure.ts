import type { SaveFailure } from '../session/save-project.ts'
import { saveMessage } from './file-message.ts'
import type { I18n } from './i18n.svelte.ts'
import { storeMessage } from './store-message.ts'

/** Why a book could not be saved as a project file, as a sentence. */
export function saveFailure(failure: SaveFailure, i18n: I18n): string {
  return failure.at === 'store' ? storeMessage(failure.error, i18n) : saveMessage(failure.error, i18n)
}
