/** A weakness that somebody may build in one day, by a change of one place in the sources, and the scenario that sees it. */
export interface Fault {
  readonly name: string
  /** Relative to src/. */
  readonly file: string
  /** Stands there once. */
  readonly from: string
  readonly to: string
  readonly caughtBy: string
}

const WINDOW = 'the window is sandboxed, isolated, and has nothing switched on that weakens it'
const BRIDGE = 'the page finds the bridge as the contract has it, and nothing of Node or Electron'
const SENDER =
  'requests are answered to our page alone: not to other origins, frames inside it, or frames that have gone'
const ARGUMENTS = 'requests are answered only when their arguments are what they should be'
const NOWHERE = 'the page goes nowhere, not even to another file of its own; only itself it may load anew'
const EACH = 'each way of leaving the page is stopped by itself'
const PERMITTED = 'of all that Electron can permit three things are, to our own page, and no device is'
const HANDED = 'app:// hands out the built window and nothing beside it'
const SESSION = 'the session asks nobody but the program itself'
const TOKEN = 'a token opens the file that it was given for, and nothing else does'
const UNSAVED = 'work that is in memory only is asked about before the program ends'
const BOOKS = 'what is corrected is in the folder of the books when the program has ended'
const ANEW = 'a window that has lost everything gets its books back from the disk, and goes on'
/** As if the events were written. */
const ANSWER =
  "{ ok: true, value: { id, title: '', deleted: null, sample: false, imported: 0, seq: events.at(-1)?.seq ?? 0, hash: '', fault: null } }"
const START =
  'all windows are sandboxed before there are any, and app:// has the rights that it needs and no more'

export const FAULTS: readonly Fault[] = [
  {
    name: 'sandbox of the window off',
    file: 'main/window.ts',
    from: 'sandbox: true',
    to: 'sandbox: false',
    caughtBy: WINDOW,
  },
  {
    name: 'sandbox for all windows not asked for',
    file: 'main/index.ts',
    from: 'app.enableSandbox()',
    to: '',
    caughtBy: START,
  },
  {
    name: 'context isolation off',
    file: 'main/window.ts',
    from: 'contextIsolation: true',
    to: 'contextIsolation: false',
    caughtBy: BRIDGE,
  },
  {
    name: 'Node in the page',
    file: 'main/window.ts',
    from: 'nodeIntegration: false',
    to: 'nodeIntegration: true',
    caughtBy: BRIDGE,
  },
  {
    name: 'web security off',
    file: 'main/window.ts',
    from: 'webSecurity: true',
    to: 'webSecurity: false',
    caughtBy: WINDOW,
  },
  {
    name: 'webviews on',
    file: 'main/window.ts',
    from: 'webviewTag: false',
    to: 'webviewTag: true',
    caughtBy: WINDOW,
  },
  {
    name: 'webviews let in',
    file: 'main/policy.ts',
    from: "contents.on('will-attach-webview', (event) => event.preventDefault())",
    to: '',
    caughtBy: 'a webview is refused by itself',
  },
  {
    name: 'preload script missing',
    file: 'main/window.ts',
    from: "'../preload/index.cjs'",
    to: "'../preload/index.js'",
    caughtBy: BRIDGE,
  },
  {
    name: 'wrong channel in the shell',
    file: 'main/requests.ts',
    from: 'ipc.handle(requestChannel(name)',
    to: 'ipc.handle(requestChannel(name).toUpperCase()',
    caughtBy: 'a text is opened by the dialog, mended, and saved by the dialog',
  },
  {
    name: 'wrong channel in the bridge',
    file: 'preload/index.ts',
    from: 'ipcRenderer.on(eventChannel(name), heard)',
    to: "ipcRenderer.on('other', heard)",
    caughtBy: 'the menu drives the window, shows what is possible, and speaks its language',
  },
  {
    name: 'the bridge lets the page ask for anything',
    file: 'preload/index.ts',
    from: '{ ...asks, dropped, on }',
    to: '{ ...asks, dropped, on, invoke: ipcRenderer.invoke }',
    caughtBy: BRIDGE,
  },
  {
    name: 'the bridge lets the page name paths',
    file: 'preload/index.ts',
    from: '{ ...asks, dropped, on }',
    to: '{ ...asks, takeDropped, dropped, on }',
    caughtBy: BRIDGE,
  },
  {
    name: 'sender unchecked',
    file: 'main/requests.ts',
    from: '!isTrusted(event)',
    to: 'isTrusted === undefined',
    caughtBy: SENDER,
  },
  {
    name: 'origin of the sender unchecked',
    file: 'main/requests.ts',
    from: '&& frame.origin === origin',
    to: '&& origin !== ""',
    caughtBy: SENDER,
  },
  {
    name: 'origin compared by its beginning',
    file: 'main/requests.ts',
    from: 'frame.origin === origin',
    to: 'frame.origin.startsWith(origin)',
    caughtBy: SENDER,
  },
  {
    name: 'frames inside the page trusted',
    file: 'main/requests.ts',
    from: 'frame.parent === null && ',
    to: '',
    caughtBy: SENDER,
  },
  {
    name: 'frames that have gone trusted',
    file: 'main/requests.ts',
    from: 'return frame !== null && ',
    to: 'return frame === null || ',
    caughtBy: SENDER,
  },
  {
    name: 'arguments unchecked',
    file: 'main/requests.ts',
    from: '!REQUESTS[name](given)',
    to: 'given === undefined',
    caughtBy: ARGUMENTS,
  },
  {
    name: 'more arguments than asked for let through',
    file: 'contract/guards.ts',
    from: 'value.length === guards.length &&',
    to: '',
    caughtBy: ARGUMENTS,
  },
  {
    name: 'a token that is a path',
    file: 'main/files/tokens.ts',
    from: 'return this.#paths.get(token)',
    to: 'return this.#paths.get(token) ?? token',
    caughtBy: TOKEN,
  },
  {
    name: 'folders and devices handed over',
    file: 'main/files/read-file.ts',
    from: 'found?.isFile() === true',
    to: 'found',
    caughtBy: TOKEN,
  },
  {
    name: 'every permission granted',
    file: 'main/policy.ts',
    from: 'answer(PERMISSIONS.has(permission) && details.isMainFrame && isOurs(place, details.requestingUrl))',
    to: 'answer(details !== null && permission !== null)',
    caughtBy: PERMITTED,
  },
  {
    name: 'permission checks granted',
    file: 'main/policy.ts',
    from: '(_contents, permission, origin) => PERMISSIONS.has(permission) && isOurs(place, origin)',
    to: '() => true',
    caughtBy: PERMITTED,
  },
  {
    name: 'permissions for frames',
    file: 'main/policy.ts',
    from: 'details.isMainFrame && ',
    to: '',
    caughtBy: PERMITTED,
  },
  {
    name: 'devices granted',
    file: 'main/policy.ts',
    from: 'setDevicePermissionHandler(() => false)',
    to: 'setDevicePermissionHandler(() => true)',
    caughtBy: PERMITTED,
  },
  {
    name: 'navigation allowed',
    file: 'main/policy.ts',
    from: 'if (!isOurPage(place, event.url)) event.preventDefault()',
    to: 'void event',
    caughtBy: NOWHERE,
  },
  {
    name: 'navigation within the origin allowed',
    file: 'main/policy.ts',
    from: '!isOurPage(place, event.url)',
    to: '!isOurs(place, event.url)',
    caughtBy: NOWHERE,
  },
  {
    name: 'reloading refused',
    file: 'main/policy.ts',
    from: 'if (!isOurPage(place, event.url)) event',
    to: 'event',
    caughtBy: NOWHERE,
  },
  {
    name: 'navigation of the page let through',
    file: 'main/policy.ts',
    from: "contents.on('will-navigate', stay)",
    to: '',
    caughtBy: EACH,
  },
  {
    name: 'navigation of frames let through',
    file: 'main/policy.ts',
    from: "contents.on('will-frame-navigate', stay)",
    to: '',
    caughtBy: EACH,
  },
  {
    name: 'redirects let through',
    file: 'main/policy.ts',
    from: "contents.on('will-redirect', stay)",
    to: '',
    caughtBy: EACH,
  },
  {
    name: 'new windows allowed',
    file: 'main/policy.ts',
    from: "({ action: 'deny' })",
    to: "({ action: 'allow' })",
    caughtBy: 'the page opens no windows',
  },
  {
    name: 'network allowed',
    file: 'main/policy.ts',
    from: 'cancel: !isLocal(details.url, place)',
    to: 'cancel: false',
    caughtBy: SESSION,
  },
  {
    name: 'origins compared without their slash',
    file: 'main/place.ts',
    from: 'address.startsWith(`${place.origin}/`)',
    to: 'address.startsWith(place.origin)',
    caughtBy: SESSION,
  },
  {
    name: 'downloads allowed',
    file: 'main/policy.ts',
    from: "session.on('will-download', (event) => event.preventDefault())",
    to: '',
    caughtBy: 'nothing is downloaded behind the editor’s back',
  },
  {
    name: 'addresses become paths',
    file: 'main/protocol.ts',
    from: 'address === null ? undefined : files.get(address)',
    to: "address === null ? undefined : { path: `${(files.get('/index.html')?.path ?? '').slice(0, -11)}${address}`, type: 'text/plain' }",
    caughtBy: HANDED,
  },
  {
    name: 'no policy sent with the page',
    file: 'main/protocol.ts',
    from: 'headers: { ...SECURITY_HEADERS, ',
    to: 'headers: { ',
    caughtBy: HANDED,
  },
  {
    name: 'other methods than GET',
    file: 'main/protocol.ts',
    from: "method !== 'GET'",
    to: "method === 'NONE'",
    caughtBy: HANDED,
  },
  {
    name: 'rights of app:// too wide',
    file: 'main/index.ts',
    from: 'codeCache: true',
    to: 'codeCache: true, corsEnabled: true',
    caughtBy: START,
  },
  {
    name: 'an opened text written over',
    file: 'main/shell.ts',
    from: 'if (await isSameFile(source, path))',
    to: 'if ((await isSameFile(source, path)) && path === "")',
    caughtBy: 'an opened text is never written over, and a dialog that is called off does nothing',
  },
  {
    name: 'unsaved work not asked about',
    file: 'main/window.ts',
    from: 'unsaved?.changes === 0 ||',
    to: 'unsaved !== null ||',
    caughtBy: UNSAVED,
  },
  {
    name: 'closing without a word to the page',
    file: 'main/window.ts',
    from: 'if (!this.#isUp) return true',
    to: 'return true',
    caughtBy: UNSAVED,
  },
  {
    name: 'any text an id of a book',
    file: 'contract/journal-guards.ts',
    from: "typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)",
    to: "typeof value === 'string'",
    caughtBy: ARGUMENTS,
  },
  {
    name: 'books kept where no later start finds them',
    file: 'main/index.ts',
    from: 'new DiskJournal(dataFolder({ platform, env, home: homedir() }))',
    to: "new DiskJournal(join(app.getPath('userData'), String(Date.now())))",
    caughtBy: BOOKS,
  },
  {
    name: 'corrections never handed to the journal',
    file: 'main/journal.ts',
    from: 'journal.append(id, events)',
    to: `(${ANSWER})`,
    caughtBy: BOOKS,
  },
  {
    name: 'corrections called saved before they are written',
    file: 'main/journal.ts',
    from: 'journal.append(id, events)',
    to: `(void journal.append(id, events), ${ANSWER})`,
    caughtBy: UNSAVED,
  },
  {
    name: 'books not given back at the end',
    file: 'main/journal.ts',
    from: 'journal.close()',
    to: 'Promise.resolve()',
    caughtBy: ANEW,
  },
  {
    name: 'an end that never comes',
    file: 'main/journal.ts',
    from: '.finally(() => app.exit())',
    to: '',
    caughtBy: BOOKS,
  },
  {
    name: 'a second program beside the first',
    file: 'main/index.ts',
    from: 'else app.quit()',
    to: 'else void start()',
    caughtBy: 'a second start hands its file to the first, and ends',
  },
  {
    name: 'a crashed page left dead',
    file: 'main/window.ts',
    from: 'this.#window.webContents.reload()',
    to: '',
    caughtBy: 'a page that crashes is loaded again, and says so; what was saved is there',
  },
]
