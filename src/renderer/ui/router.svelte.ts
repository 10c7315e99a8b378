import { createContext } from 'svelte'
import { LIBRARY, parseRoute, routeHash, type Route } from './route.ts'

/** The route of the moment. */
export class Router {
  route = $state.raw<Route>(LIBRARY)

  /** Follows the window's address until the returned function is called. */
  follow(window: Window): () => void {
    const read = (): void => {
      this.route = parseRoute(window.location.hash)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }

  /** Goes there. The way back leads to where one came from, except with `replace`. */
  go(route: Route, how: 'push' | 'replace' = 'push'): void {
    const hash = routeHash(route)
    if (how === 'push') window.location.hash = hash
    else {
      window.history.replaceState(null, '', hash)
      this.route = route
    }
  }
}

export const [getRouter, setRouter] = createContext<Router>()
