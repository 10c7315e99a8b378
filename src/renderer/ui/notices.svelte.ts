import { createContext, untrack } from 'svelte'

/** A line at the foot of the window. */
export interface Notice {
  readonly id: number
  readonly tone: 'plain' | 'error'
  /** What happened, to what. */
  readonly text: string
  /** For errors: what was kept, and what to do. */
  readonly detail?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Milliseconds that a plain notice stays, and one that offers something to do; errors stay until they are closed. */
const STAY = { plain: 4_000, offer: 10_000 }

export class Notices {
  list = $state.raw<readonly Notice[]>([])
  #next = 1
  readonly #timers: Record<number, ReturnType<typeof setTimeout>> = {}

  /** Says something. Returns what takes it back. */
  say(text: string, action?: Notice['action']): () => void {
    return this.#add({ tone: 'plain', text, ...(action ? { action } : {}) })
  }

  /** Says that something went wrong. Stays until it is closed. */
  complain(text: string, detail?: string, action?: Notice['action']): () => void {
    return this.#add({
      tone: 'error',
      text,
      ...(detail === undefined ? {} : { detail }),
      ...(action ? { action } : {}),
    })
  }

  close(id: number): void {
    clearTimeout(this.#timers[id])
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  /** While the pointer or the focus is on it, nothing vanishes under the hand. */
  hold(id: number): void {
    clearTimeout(this.#timers[id])
  }

  letGo(id: number): void {
    const notice = this.list.find((one) => one.id === id)
    if (notice?.tone === 'plain') this.#expire(notice)
  }

  #add(notice: Omit<Notice, 'id'>): () => void {
    const id = this.#next++
    const made = { ...notice, id }
    // What is said again takes the place of what was said; three lines are read, more are not. (Effects may complain, and
    // must not run again because of that.)
    const others = untrack(() => this.list.filter((old) => !isSame(old, made)))
    this.list = [...others, made].slice(-3)
    if (notice.tone === 'plain') this.#expire(made)
    return () => this.close(id)
  }

  #expire({ id, action }: Notice): void {
    clearTimeout(this.#timers[id])
    this.#timers[id] = setTimeout(() => this.close(id), action ? STAY.offer : STAY.plain)
  }
}

function isSame(a: Notice, b: Notice): boolean {
  // Of two that offer the same words each may take back something else.
  return a.tone === b.tone && a.text === b.text && a.detail === b.detail && !a.action && !b.action
}

export const [getNotices, setNotices] = createContext<Notices>()
