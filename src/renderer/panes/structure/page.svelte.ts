import { createContext } from 'svelte'
import type { Finding } from '../../session/findings.ts'
import { byBlock, type ByBlock } from './by-block.ts'
import { Drawn } from './drawn.ts'

/** What the rows of the page share. */
export class Page {
  readonly drawn = new Drawn()
  readonly findings: ByBlock
  // Never shown itself: what the next one is compared with.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #last: ByBlock = new Map()

  constructor(findings: () => readonly Finding[]) {
    this.findings = $derived((this.#last = byBlock(findings(), this.#last)))
  }
}

export const [getPage, setPage] = createContext<Page>()
