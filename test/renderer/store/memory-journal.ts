import type {
  JournalBook,
  JournalContent,
  JournalError,
  JournalHead,
  JournalLabel,
  JournalPort,
  JournalResult,
  JournalSnapshot,
  Mended,
} from '../../../src/contract/journal.ts'
import type { Logged } from '../../../src/core/document/event.ts'
import { err, ok } from '../../../src/core/result.ts'

interface Kept {
  readonly book: JournalBook
  label: JournalLabel
  events: Logged[]
  snapshot: JournalSnapshot | null
  fault: JournalError | null
}

/** Copies in memory, with the promises of the contract: what a disk would keep while browsers come and go. */
export class MemoryJournal implements JournalPort {
  readonly place = 'disk'
  readonly books = new Map<string, Kept>()
  /** Set: every call fails so. */
  trouble: JournalError | null = null
  /** Of a torn tail that the next call finds. */
  tornBytes = 0

  list(): Promise<JournalResult<readonly JournalHead[]>> {
    return this.#answer(() => ok([...this.books.values()].map(headOf)))
  }

  create(book: JournalBook): Promise<JournalResult<JournalHead>> {
    return this.#answer(() => {
      if (this.books.has(book.id)) return err({ kind: 'exists', detail: book.id })
      const label = { title: book.title, deleted: null }
      const kept: Kept = { book, label, events: [...book.events], snapshot: null, fault: null }
      this.books.set(book.id, kept)
      return ok(headOf(kept))
    })
  }

  read(id: string): Promise<JournalResult<JournalContent>> {
    return this.#on(id, (kept) => {
      const { sources, settings } = kept.book
      const { events, snapshot } = kept
      return ok({ head: headOf(kept), sources, events: [...events], settings, snapshot, ...this.#mended() })
    })
  }

  append(id: string, events: readonly Logged[]): Promise<JournalResult<JournalHead & Mended>> {
    return this.#on(id, (kept) => {
      if (kept.fault) return err(kept.fault)
      const now = [...kept.events]
      for (const event of events) {
        const there = now[event.seq - 1]
        const isSame = JSON.stringify(there) === JSON.stringify(event)
        if (there ? !isSame : event.seq !== now.length + 1) return err({ kind: 'gap', detail: '' })
        now[event.seq - 1] = event
      }
      kept.events = now
      return ok({ ...headOf(kept), ...this.#mended() })
    })
  }

  putSnapshot(id: string, snapshot: JournalSnapshot): Promise<JournalResult<void>> {
    return this.#on(id, (kept) => {
      kept.snapshot = snapshot
      return ok(undefined)
    })
  }

  describe(id: string, changes: Partial<JournalLabel>): Promise<JournalResult<JournalHead>> {
    return this.#on(id, (kept) => {
      kept.label = { ...kept.label, ...changes }
      return ok(headOf(kept))
    })
  }

  erase(id: string): Promise<JournalResult<void>> {
    return this.#on(id, (kept) => {
      if (kept.label.deleted === null) return err({ kind: 'invalid', detail: 'not in the bin' })
      this.books.delete(id)
      return ok(undefined)
    })
  }

  #mended(): Mended {
    const bytes = this.tornBytes
    this.tornBytes = 0
    return { recovered: bytes > 0 ? { bytes } : null }
  }

  #on<T>(id: string, work: (kept: Kept) => JournalResult<T>): Promise<JournalResult<T>> {
    return this.#answer(() => {
      const kept = this.books.get(id)
      return kept ? work(kept) : err({ kind: 'no-such-book', detail: id })
    })
  }

  async #answer<T>(work: () => JournalResult<T>): Promise<JournalResult<T>> {
    await Promise.resolve()
    return this.trouble ? err(this.trouble) : work()
  }
}

function headOf({ book, label, events, fault }: Kept): JournalHead {
  const { id, sample, imported } = book
  return { id, ...label, sample, imported, seq: events.length, hash: '', fault }
}
