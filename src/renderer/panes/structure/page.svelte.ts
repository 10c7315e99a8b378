import { createContext } from 'svelte'
import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Finding } from '../../session/findings.ts'

/** What the rows of the page share. */
export class Page {
  /** Blocks that are drawn. */
  readonly elements = new Map<BlockId, HTMLElement>()
  /** What waits, by block. */
  readonly findings: ReadonlyMap<BlockId, readonly Finding[]>

  constructor(findings: () => readonly Finding[]) {
    this.findings = $derived(byBlock(findings()))
  }

  register(id: BlockId, element: HTMLElement): () => void {
    this.elements.set(id, element)
    return () => {
      // A row that comes anew may have registered before the old one goes.
      if (this.elements.get(id) === element) this.elements.delete(id)
    }
  }
}

function byBlock(findings: readonly Finding[]): ReadonlyMap<BlockId, readonly Finding[]> {
  const out = new Map<BlockId, Finding[]>()
  for (const finding of findings) {
    const list = out.get(finding.block)
    if (list) list.push(finding)
    else out.set(finding.block, [finding])
  }
  return out
}

export const [getPage, setPage] = createContext<Page>()
