import { createContext } from 'svelte'
import { LIBRARY, parseRoute, routeHash, type Route } from './route.ts'

/** The route of the moment. */
export class Router {
  route = $state.raw<Route>(LIBRARY)
  /** The address that `route` was read from. */
  #read = ''

  /** Follows the window's address until the returned function is called. */
  follow(window: Window): () => void {
    const read = (): void => {
      this.#read = window.location.hash
      this.route = parseRoute(this.#read)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }

  /**
   * Goes there. The way back leads to where one came from, except with `replace`; that is left undone where the address
   * leads elsewhere already: the browser tells of a followed link later than it follows it, and a view that only notes
   * its place in between would take the reader back.
   */
  go(route: Route, how: 'push' | 'replace' = 'push'): void {
    const hash = routeHash(route)
    if (how === 'push') window.location.hash = hash
    else if (window.location.hash === this.#read) {
      window.history.replaceState(null, '', hash)
      this.#read = window.location.hash
      this.route = route
    }
  }
}

export const [getRouter, setRouter] = createContext<Router>()
