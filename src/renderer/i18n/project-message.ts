import type { ProjectFault } from '../../core/project/fault.ts'
import type { I18n } from './i18n.svelte.ts'

/** Why a project file is not taken in, where, and what to do about it. */
export function projectMessage({ kind, line, rawLine }: ProjectFault, { t }: I18n): string {
  const where = [
    ...(line === null ? [] : [t('project.line', { line })]),
    ...(rawLine === null ? [] : [t('project.rawLine', { line: rawLine })]),
  ].join('')
  const advice = kind === 'newer' ? 'newer' : kind === 'not-a-project' ? 'other' : 'damaged'
  return `${where}${t(`project.fault.${kind}`)}${t(`project.advice.${advice}`)}`
}
