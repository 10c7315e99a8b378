import { type Role, ROLES } from '../../../core/structure/block.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'

/** A letter for each role, in the language of the window. */
export function roleLetters(t: I18n['t']): Readonly<Record<Role, string>> {
  return Object.fromEntries(ROLES.map((role) => [role, t(`role.letter.${role}`)])) as Record<Role, string>
}
