import { dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ShellWords } from './words.ts'

/** Asks for texts to open; empty where it was called off. */
export async function askForFiles(window: BrowserWindow, t: ShellWords): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t.openTitle,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: t.textFiles, extensions: ['txt', 'text', 'md', 'jiaokan'] },
      { name: t.allFiles, extensions: ['*'] },
    ],
  })
  return canceled ? [] : filePaths
}

/** Asks where to save; null where it was called off. */
export async function askWhereToSave(
  window: BrowserWindow,
  t: ShellWords,
  folder: string,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t.saveTitle,
    defaultPath: join(folder, name),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Whether to leave although `changes` are not on the disk; null: the window does not say how many. */
export async function askToLeave(
  window: BrowserWindow,
  t: ShellWords,
  changes: number | null,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: t.unsavedTitle,
    message: changes === null ? t.silent : t.unsaved(changes),
    detail: changes === null ? t.silentDetail : t.unsavedDetail,
    buttons: [t.stay, t.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Whether to load a window once more that has failed again and again. */
export async function askToTryAgain(window: BrowserWindow, t: ShellWords): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t.crashed,
    detail: t.crashedDetail,
    buttons: [t.again, t.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
