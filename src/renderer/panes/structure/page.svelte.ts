import { createContext } from 'svelte'
import type { Finding } from '../../session/findings.ts'
import { byBlock, type ByBlock } from './by-block.ts'
import { Drawn } from './drawn.ts'

/** What the rows of the page share. */
export class Page {
  readonly drawn = new Drawn()
  readonly findings: ByBlock

  constructor(findings: () => readonly Finding[]) {
    this.findings = $derived(byBlock(findings()))
  }
}

export const [getPage, setPage] = createContext<Page>()
