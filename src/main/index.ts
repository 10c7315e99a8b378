import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, ipcMain, protocol, session } from 'electron'
import { builtFiles } from '../bundle/built-files.ts'
import { dataFolder } from '../disk/data-folder.ts'
import { DiskJournal } from '../disk/disk-journal.ts'
import { filesNamed } from './files/arguments.ts'
import { RecentFiles } from './files/recent-files.ts'
import { closeAtEnd, journalHandlers } from './journal.ts'
import { bundleProtocol } from './protocol.ts'
import { BUNDLE, placeOf, SCHEME } from './place.ts'
import { guardContents, guardSession } from './policy.ts'
import { isFromPage, serveRequests } from './requests.ts'
import { recentStore, Shell } from './shell.ts'
import { MainWindow } from './window.ts'
import { languageOf, WORDS } from './words.ts'

// Start-up, in the order that Electron asks for: what must be said before it is ready, then the one window.

const place = placeOf(app.isPackaged, process.env['ELECTRON_RENDERER_URL'])
const named = filesNamed(process.argv, process.cwd(), app.isPackaged)

app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  // `standard` for IndexedDB. corsEnabled stays off: it would let other origins read what we hand out.
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

// A second start hands its files to the first and ends.
if (app.requestSingleInstanceLock({ files: named })) void start()
else app.quit()

async function start(): Promise<void> {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, place))
  app.on('window-all-closed', () => app.quit())
  const early: string[] = [...named]
  let shell: Shell | null = null
  const give = (paths: readonly string[]): void => {
    if (shell) void shell.give(paths)
    else early.push(...paths)
  }
  // macOS may say so before it says that it is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    give([path])
  })
  app.on('second-instance', (_event, _argv, _folder, data) => give(filesOf(data)))

  await app.whenReady()
  const language = languageOf(app.getLocale())
  const { defaultSession } = session
  guardSession(defaultSession, place)
  if (place === BUNDLE) {
    const files = await builtFiles(join(import.meta.dirname, '../renderer')).catch(() => null)
    if (!files?.has('/index.html')) {
      dialog.showErrorBox(WORDS[language].failedTitle, WORDS[language].unbuilt)
      app.exit(1)
      return
    }
    defaultSession.protocol.handle(SCHEME, bundleProtocol(files))
  }
  const recent = new RecentFiles(recentStore(app.getPath('userData')))
  await recent.load()

  // The folder of the local server: whichever of the two the editor starts, the books are there.
  const { platform, env } = process
  const journal = new DiskJournal(dataFolder({ platform, env, home: homedir() }))
  closeAtEnd(journal)

  const made = new Shell(recent, language)
  const handlers = { ...made.handlers(), ...journalHandlers(journal) }
  serveRequests(ipcMain, handlers, (event) => isFromPage(event, place.origin))
  made.attach(new MainWindow(place, app.isPackaged, () => made.words))
  shell = made
  await made.give(early)
}

/** What a second start says of itself. It is a program of this name, and maybe not this program. */
function filesOf(data: unknown): readonly string[] {
  const files: unknown = typeof data === 'object' && data !== null && 'files' in data ? data.files : []
  return Array.isArray(files) ? files.filter((path) => typeof path === 'string') : []
}
