import type { Project } from '../../core/project/project.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { NewBook } from '../store/books.ts'
import type { StoreError } from '../store/errors.ts'
import type { BookKey } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

/** A stored book as a project; what is still to be written must have been. A log with a hole is no book, and is an error. */
export async function storedProject(store: Store, id: BookKey): Promise<Result<Project, StoreError>> {
  const stored = await store.openBook(id)
  if (!stored.ok) return stored
  const { book, sources, missing } = stored.value
  const events = await store.readEvents(id)
  if (!events.ok) return events
  const expected = missing ?? events.value.findIndex((event, i) => event.seq !== i + 1) + 1
  if (expected > 0) {
    const found = events.value[expected - 1]?.seq ?? book.lastSeq
    return err({ kind: 'gap', expected, found })
  }
  const [source, ...more] = sources
  if (!source || more.length > 0) throw new Error(`a book of ${sources.length} sources`)
  const { name, sha256, encoding, evidence, bom, newline, text, payload } = source
  return ok({
    source: { name, sha256, encoding, evidence, bom, newline, text, payload },
    events: events.value,
    book: { title: book.title, settings: book.settings ?? {} },
  })
}

/** A project as a book for the shelf, where `findings` and `read` stand beside it. */
export function bookOf(
  { source, events, book: { title, settings } }: Project,
  figures: Pick<NewBook, 'findings' | 'read'>,
): NewBook {
  const kept = Object.keys(settings).length > 0 ? { settings } : {}
  return { title, sources: [source], events, ...figures, ...kept }
}
