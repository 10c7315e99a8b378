import type { Language } from '../core/messages.ts'

/** The language of messages by the environment, as other programs read it; by the machine where that says nothing. */
export function languageOf(env: Readonly<Record<string, string | undefined>>, locale: string): Language {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  return (named ?? locale).toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** The language that `label` names, or null. */
export function parseLanguage(label: string): Language | null {
  return label === 'zh' || label === 'en' ? label : null
}
