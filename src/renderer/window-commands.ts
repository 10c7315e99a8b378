import type { I18n } from './i18n/i18n.svelte.ts'
import { DEFAULTS, TEXT_SIZES, type Settings } from './store/settings.svelte.ts'
import type { Command } from './ui/commands.svelte.ts'
import { LIBRARY } from './ui/route.ts'
import type { Router } from './ui/router.svelte.ts'

export type Sheet = 'commands' | 'keys' | 'preferences'

interface Parts {
  readonly settings: Settings
  readonly router: Router
  readonly i18n: I18n
  readonly show: (sheet: Sheet) => void
}

/** What can be done in every view. */
export function windowCommands({ settings, router, i18n, show }: Parts): readonly Command[] {
  const size = (): number => settings.values.textSize
  const theme = (value: 'system' | 'light' | 'dark'): (() => void) => {
    return () => settings.set('theme', value)
  }
  const commands: readonly Omit<Command, 'group'>[] = [
    {
      id: 'window.commands',
      title: 'command.commands',
      keys: ['Mod+k'],
      whileTyping: true,
      unlisted: true,
      run: () => show('commands'),
    },
    { id: 'window.keys', title: 'command.keys', keys: ['Shift+/'], run: () => show('keys') },
    {
      id: 'window.preferences',
      title: 'command.preferences',
      keys: ['Mod+,'],
      whileTyping: true,
      run: () => show('preferences'),
    },
    {
      id: 'window.home',
      title: 'command.home',
      enabled: () => router.route.view !== 'library',
      run: () => router.go(LIBRARY),
    },
    {
      id: 'window.larger',
      title: 'command.larger',
      keys: ['Mod+=', 'Mod+Shift+='],
      whileTyping: true,
      enabled: () => size() < TEXT_SIZES.most,
      run: () => settings.set('textSize', size() + 1),
    },
    {
      id: 'window.smaller',
      title: 'command.smaller',
      keys: ['Mod+-'],
      whileTyping: true,
      enabled: () => size() > TEXT_SIZES.least,
      run: () => settings.set('textSize', size() - 1),
    },
    {
      id: 'window.usual-size',
      title: 'command.usualSize',
      keys: ['Mod+0'],
      whileTyping: true,
      run: () => settings.set('textSize', DEFAULTS.textSize),
    },
    { id: 'window.light', title: 'command.light', run: theme('light') },
    { id: 'window.dark', title: 'command.dark', run: theme('dark') },
    { id: 'window.theme-system', title: 'command.themeSystem', run: theme('system') },
    {
      id: 'window.language',
      title: 'command.language',
      run: () => settings.set('language', i18n.language === 'zh' ? 'en' : 'zh'),
    },
  ]
  return commands.map((command) => ({ ...command, group: 'group.window' }))
}
