import type { Session, WebContents } from 'electron'
import { isOurPage, isOurs, SCHEME, type Place } from './place.ts'

/** What the page may ask of the system: to copy a text, to fill the screen, and that its books be kept. */
const PERMISSIONS: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'persistent-storage',
])

/** Shuts off everything that the window does not need: permissions, devices, downloads, the network. */
export function guardSession(session: Session, place: Place): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(PERMISSIONS.has(permission) && details.isMainFrame && isOurs(place, details.requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => PERMISSIONS.has(permission) && isOurs(place, origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url, place) }))
}

/** A page that shows one thing only: it goes nowhere, opens no windows and holds no other pages. */
export function guardContents(contents: WebContents, place: Place): void {
  // Loading itself anew is the one journey that it may make.
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOurPage(place, event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Our own files, what the page has made itself, and the developer's tools. */
function isLocal(url: string, place: Place): boolean {
  if (isOurs(place, url) || /^(?:blob|data|devtools):/.test(url)) return true
  // Hot reload, where there is a server to reload from.
  return !place.origin.startsWith(`${SCHEME}:`) && url.startsWith(place.origin.replace(/^http/, 'ws') + '/')
}
