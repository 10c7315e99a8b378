import type { ProjectFault } from '../../core/project/fault.ts'
import type { Restored } from '../store/reconcile.ts'
import type { Store } from '../store/store.ts'
import type { Engine } from '../worker/engine.ts'
import { storedProject } from './stored-project.ts'

/** A book that is not right, by the first of what is wrong with it. */
export interface BrokenBook {
  readonly title: string
  readonly fault: ProjectFault
  readonly count: number
}

/**
 * Looks at books that came back from their copies, in the worker, one after the other: a journal is checked for damage when it
 * is read, but only the book that comes of it can show whether its ledger and digit lock hold.
 */
export async function checkRestored(
  { store, engine }: { readonly store: Store; readonly engine: Pick<Engine, 'checkBook'> },
  restored: readonly Restored[],
): Promise<readonly BrokenBook[]> {
  const broken: BrokenBook[] = []
  for (const { id, title } of restored) {
    const stored = await storedProject(store, id)
    // Whoever opens it is told why it cannot be read.
    if (!stored.ok) continue
    const faults = await engine.checkBook(stored.value)
    if (faults[0]) broken.push({ title, fault: faults[0], count: faults.length })
  }
  return broken
}
