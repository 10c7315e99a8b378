import type { MenuState } from '../../contract/menu.ts'
import type { GivenFile, ShellApi } from '../../contract/shell.ts'
import type { Host, InputFile } from './host.ts'
import { followDrops, onPage } from './page.ts'
import { shellJournal } from './shell-journal.ts'

/** The window in Electron: native dialogs and menus, real files. */
export function electronHost(shell: ShellApi): Host {
  const inputFile = ({ token, name, size }: GivenFile): InputFile => ({
    name,
    size,
    bytes: async () => {
      const read = await shell.readFile(token)
      if (!read.ok) throw new Error(`${read.error.kind}: ${read.error.detail}`)
      return read.value
    },
  })
  const taken = async (files: readonly File[]): Promise<readonly InputFile[]> => {
    const given = await Promise.all(files.map((file) => shell.dropped(file)))
    return given.flatMap((file) => (file ? [inputFile(file)] : []))
  }
  let shown = ''
  return {
    ...onPage,
    menu: {
      show: (state: MenuState) => {
        // What is asked for at each stroke changes the menu once in a while.
        const written = JSON.stringify(state)
        if (written === shown) return
        shown = written
        void shell.showMenu(state)
      },
      onCommand: (run) => shell.on.command(run),
    },
    begin: async () => {
      const { files, recovered } = await shell.begin()
      return { files: files.map(inputFile), recovered }
    },
    pickFiles: async () => (await shell.pickFiles()).map(inputFile),
    onDrop: ({ hover, drop }) =>
      followDrops(hover, (files) => {
        void taken(files).then((given) => {
          if (given.length > 0) drop(given)
        })
      }),
    onFiles: (take) => shell.on.files((files) => take(files.map(inputFile))),
    journal: () => Promise.resolve(shellJournal(shell)),
    onLeaving: (settle) =>
      shell.on.leaving(() => {
        void settle().then((changes) => shell.answerLeaving({ changes }))
      }),
    saveFile: async (name, content) => shell.saveFile(name, new Uint8Array(await content.arrayBuffer())),
  }
}
