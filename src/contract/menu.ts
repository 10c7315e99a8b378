import { isFlag, isOneOf, isRecord, isTable, isText, orNull, type Guard } from './guards.ts'

/** Commands of the window that have a place in the native menu. A test sees to it that each of them exists. */
export const MENU_COMMANDS = [
  'window.home',
  'window.commands',
  'window.keys',
  'window.preferences',
  'window.larger',
  'window.smaller',
  'window.usual-size',
  'window.light',
  'window.dark',
  'window.theme-system',
  'library.paste',
  'library.sample',
  'book.save-project',
  'book.new-proof',
  'export.save',
  'review.undo',
  'review.redo',
  'review.find',
  'review.go',
  'review.next',
  'review.previous',
  'review.accept',
  'review.reject',
  'review.asPrinted',
  'review.edit',
  'review.note',
] as const

export type MenuCommand = (typeof MENU_COMMANDS)[number]

export type MenuLanguage = 'zh' | 'en'

export interface MenuEntry {
  /** The key that it has now, in the window's writing (`Mod+k`); null where it has none. */
  readonly key: string | null
  /** Whether it would do something now. */
  readonly enabled: boolean
}

/** What the window tells of itself, so that the menu shows what is true. A command that is not named is not there now. */
export interface MenuState {
  readonly language: MenuLanguage
  readonly commands: Readonly<Partial<Record<MenuCommand, MenuEntry>>>
}

const isMenuEntry: Guard<MenuEntry> = isRecord<MenuEntry>({ key: orNull(isText(40)), enabled: isFlag })

export const isMenuState: Guard<MenuState> = isRecord<MenuState>({
  language: isOneOf(['zh', 'en'] as const),
  commands: isTable(MENU_COMMANDS, isMenuEntry),
})
