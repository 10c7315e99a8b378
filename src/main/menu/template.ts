import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, MenuState } from '../../contract/menu.ts'
import type { PageId } from '../pages.ts'
import { WORDS } from '../words.ts'
import { accelerator } from './accelerator.ts'

/** What the menu has done. */
export interface MenuActs {
  readonly command: (id: MenuCommand) => void
  readonly open: () => void
  readonly openRecent: (path: string) => void
  readonly clearRecent: () => void
  readonly openPage: (id: PageId) => void
}

export interface MenuGround {
  readonly state: MenuState
  readonly recent: readonly string[]
  readonly platform: NodeJS.Platform
  /** While it is being developed: reload and the developer's tools. */
  readonly isPackaged: boolean
}

type Item = MenuItemConstructorOptions

const LINE: Item = { type: 'separator' }

/** The native menu, as it is at the moment. */
export function menuTemplate({ state, recent, platform, isPackaged }: MenuGround, acts: MenuActs): Item[] {
  const t = WORDS[state.language]
  const mac = platform === 'darwin'

  const item = (id: MenuCommand): Item => {
    const entry = state.commands[id]
    const key = entry?.key ? accelerator(entry.key, platform) : null
    return {
      id,
      label: t[id],
      enabled: entry?.enabled ?? false,
      click: () => acts.command(id),
      // The key is shown here and acts in the window, which knows whether somebody is typing.
      ...(key === null ? {} : { accelerator: key, registerAccelerator: false }),
    }
  }
  /** Undo is the window's where it has something to take back, and that of the text field everywhere else. */
  const orRole = (id: MenuCommand, role: 'undo' | 'redo'): Item =>
    state.commands[id]?.enabled === true ? item(id) : { id, role, label: t[id] }

  const recentItems: Item[] = recent.map((path) => ({
    label: label(basename(path)),
    click: () => acts.openRecent(path),
  }))
  const none: Item = { label: t.noRecent, enabled: false }

  const app: Item[] = [
    { role: 'about', label: t.about },
    LINE,
    item('window.preferences'),
    LINE,
    { role: 'hide', label: t.hide },
    { role: 'hideOthers', label: t.hideOthers },
    { role: 'unhide', label: t.showAll },
    LINE,
    { role: 'quit', label: t.quit },
  ]
  const file: Item[] = [
    { id: 'open', label: t.open, accelerator: 'CmdOrCtrl+O', click: () => acts.open() },
    {
      id: 'recent',
      label: t.recent,
      submenu: [
        ...(recentItems.length > 0 ? recentItems : [none]),
        LINE,
        { label: t.clearRecent, enabled: recent.length > 0, click: () => acts.clearRecent() },
      ],
    },
    item('library.paste'),
    item('library.sample'),
    LINE,
    item('window.home'),
    item('book.save-project'),
    item('book.new-proof'),
    item('export.save'),
    LINE,
    mac ? { role: 'close', label: t.close } : { role: 'quit', label: t.quit, accelerator: 'Ctrl+Q' },
  ]
  const edit: Item[] = [
    orRole('review.undo', 'undo'),
    orRole('review.redo', 'redo'),
    LINE,
    { role: 'cut', label: t.cut },
    { role: 'copy', label: t.copy },
    { role: 'paste', label: t.paste },
    { role: 'selectAll', label: t.selectAll },
    LINE,
    item('review.find'),
    item('review.go'),
    ...(mac ? [] : [LINE, item('window.preferences')]),
  ]
  const review: Item[] = [
    item('review.next'),
    item('review.previous'),
    LINE,
    item('review.accept'),
    item('review.reject'),
    item('review.asPrinted'),
    item('review.edit'),
    item('review.note'),
  ]
  const view: Item[] = [
    item('window.commands'),
    LINE,
    item('window.larger'),
    item('window.smaller'),
    item('window.usual-size'),
    LINE,
    item('window.light'),
    item('window.dark'),
    item('window.theme-system'),
    LINE,
    { role: 'togglefullscreen', label: t.fullscreen },
    ...(isPackaged
      ? []
      : [
          LINE,
          { role: 'reload', label: t.reload } as const,
          { role: 'toggleDevTools', label: t.tools } as const,
        ]),
  ]
  const help: Item[] = [
    item('window.keys'),
    LINE,
    { label: t.punctuation, click: () => acts.openPage('punctuation') },
    { label: t.numerals, click: () => acts.openPage('numerals') },
    ...(mac ? [] : [LINE, { role: 'about', label: t.about } as const]),
  ]
  return [
    ...(mac ? [{ label: t.app, submenu: app }] : []),
    { label: t.file, submenu: file },
    { label: t.edit, submenu: edit },
    { label: t.review, submenu: review },
    { label: t.view, submenu: view },
    { role: 'help', label: t.help, submenu: help },
  ]
}

/** A name as it stands: in a label a single & would mark a key. */
function label(name: string): string {
  return name.replaceAll('&', '&&')
}
