import type { BookRow } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'

/** The proof before this one, as the book's settings name it. */
interface Earlier {
  readonly title: string
  readonly sha256: string
}

/** Null for a book that is no later proof. */
export function earlierOf({ settings }: Pick<BookRow, 'settings'>): Earlier | null {
  const earlier: unknown = settings?.['earlier']
  if (typeof earlier !== 'object' || earlier === null) return null
  const { title, sha256 } = earlier as Partial<Record<keyof Earlier, unknown>>
  return typeof title === 'string' && typeof sha256 === 'string' ? { title, sha256 } : null
}

/** It on the shelf; null where it is not there. Of several books of its raw text the one of its title, then any. */
export async function findEarlier(store: Store, book: BookRow): Promise<BookRow | null> {
  const earlier = earlierOf(book)
  const found = earlier && (await store.findBySource(earlier.sha256))
  const others = found?.ok === true ? found.value.filter(({ id }) => id !== book.id) : []
  return others.find(({ title }) => title === earlier?.title) ?? others[0] ?? null
}
