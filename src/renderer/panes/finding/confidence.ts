import type { I18n } from '../../i18n/i18n.svelte.ts'

/** How sure a rule is, as a word: a number would say more than it knows. */
export function confidenceWord(confidence: number, t: I18n['t']): string {
  if (confidence >= 0.95) return t('confidence.certain')
  if (confidence >= 0.75) return t('confidence.likely')
  return confidence >= 0.5 ? t('confidence.possible') : t('confidence.doubtful')
}
