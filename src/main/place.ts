/** Where the window's page lives. */
export interface Place {
  /** As Chromium writes it: without a slash at the end. */
  readonly origin: string
  /** The one page there is. */
  readonly page: string
}

export const SCHEME = 'app'

export const BUNDLE: Place = { origin: `${SCHEME}://bundle`, page: `${SCHEME}://bundle/index.html` }

/** While it is being developed the page comes from Vite's server on this machine; a packed program never asks. */
export function placeOf(isPackaged: boolean, devServer: string | undefined): Place {
  if (isPackaged || devServer === undefined || devServer === '') return BUNDLE
  const { protocol, hostname, origin } = new URL(devServer)
  if (protocol !== 'http:' || hostname !== '127.0.0.1') return BUNDLE
  return { origin, page: `${origin}/` }
}

/**
 * Whether an address is our page, whatever its fragment says: the window shows no other. `origin` of a URL is of no use
 * here, Node calls that of every app: address "null".
 */
export function isOurPage(place: Place, address: string): boolean {
  const [page] = address.split('#', 1)
  return page === place.page || page === `${place.origin}/`
}

/** Whether an address lies within our origin. */
export function isOurs(place: Place, address: string): boolean {
  return address === place.origin || address.startsWith(`${place.origin}/`)
}
