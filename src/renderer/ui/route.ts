/** Where the window is. It stands in the address after the `#`, so that reload, back and forward work. */
export type Route =
  | { readonly view: 'library' }
  /** `at` is a place in the book, in whatever words its views use among themselves. */
  | { readonly view: 'book'; readonly book: string; readonly tab: string; readonly at?: string }

export const LIBRARY: Route = { view: 'library' }

export function parseRoute(hash: string): Route {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?')
  const [root, book, tab] = path.split('/').map(decode)
  if (root !== 'book' || !book) return LIBRARY
  const at = new URLSearchParams(query).get('at')
  return { view: 'book', book, tab: tab ?? '', ...(at === null ? {} : { at }) }
}

export function routeHash(route: Route): string {
  if (route.view === 'library') return '#/'
  const path = `#/book/${encodeURIComponent(route.book)}/${encodeURIComponent(route.tab)}`
  return route.at === undefined ? path : `${path}?at=${encodeURIComponent(route.at)}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
