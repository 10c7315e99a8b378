import type { ProjectFault } from '../../core/project/fault.ts'
import type { I18n } from './i18n.svelte.ts'

/**
 * What is wrong with a book, where, what was kept, and what to do about it. `from`: a project file that is to be taken in, or the
 * copy that a book was restored from.
 */
export function projectMessage(
  { kind, line, rawLine }: ProjectFault,
  { t }: I18n,
  from: 'file' | 'copy' = 'file',
): string {
  const where = [
    ...(line === null ? [] : [t('project.line', { line })]),
    ...(rawLine === null ? [] : [t('project.rawLine', { line: rawLine })]),
  ].join('')
  return `${where}${t(`project.fault.${kind}`)}${t(`project.advice.${adviceFor(kind, from)}`)}`
}

function adviceFor(kind: ProjectFault['kind'], from: 'file' | 'copy') {
  if (kind === 'ledger' || kind === 'digits') return 'mend'
  if (from === 'copy') return 'copy'
  return kind === 'newer' ? 'newer' : kind === 'not-a-project' ? 'other' : 'damaged'
}
