import { MENU_COMMANDS, type MenuEntry, type MenuCommand, type MenuState } from '../contract/menu.ts'
import type { Language } from './i18n/i18n.svelte.ts'
import type { Commands } from './ui/commands.svelte.ts'

/** What the native menu shows: of each command its key, and whether it would do something now. */
export function menuState(commands: Commands, language: Language): MenuState {
  const entries: Partial<Record<MenuCommand, MenuEntry>> = {}
  for (const id of MENU_COMMANDS) {
    const command = commands.all.findLast((one) => one.id === id)
    if (!command) continue
    entries[id] = { key: commands.keysOf(command)[0] ?? null, enabled: command.enabled?.() !== false }
  }
  return { language, commands: entries }
}
