import { err, ok, type Result } from '../../core/result.ts'
import type { FileError } from '../../contract/shell.ts'
import type { Host } from '../host/host.ts'
import type { StoreError } from '../store/errors.ts'
import type { BookKey } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { Engine } from '../worker/engine.ts'
import { storedProject } from './stored-project.ts'

export interface SavePorts {
  readonly store: Store
  readonly engine: Engine
  readonly host: Host
}

/** Why no project file was written: the book could not be read, or the file could not be made. */
export type SaveFailure =
  { readonly at: 'store'; readonly error: StoreError } | { readonly at: 'file'; readonly error: FileError }

/**
 * Saves a book as a project file, as the store has it: what is still to be written must have been. The file's name, or null
 * where the editor thought better of it.
 */
export async function saveProject(
  { store, engine, host }: SavePorts,
  id: BookKey,
): Promise<Result<string | null, SaveFailure>> {
  const stored = await storedProject(store, id)
  if (!stored.ok) return err({ at: 'store', error: stored.error })
  const project = stored.value
  const content = await engine.writeProject(project)
  const file = `${fileName(project.book.title)}.jiaokan`
  const saved = await host.saveFile(file, content)
  if (!saved.ok) return err({ at: 'file', error: saved.error })
  return ok(saved.value ? file : null)
}

/** What no disk takes in a name becomes a line. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-').slice(0, 120) || 'book'
}
