import { errorText } from '../../core/error-text.ts'
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
} from '../../contract/journal.ts'
import type { Logged } from '../../core/document/event.ts'
import { err, ok } from '../../core/result.ts'
import { Owing } from './owing.ts'
import type { BookKey } from './rows.ts'

/** With these the book may be looked at and exported, and nothing of it may be written anywhere. */
const FORBIDDING: ReadonlySet<JournalError['kind']> = new Set(['newer', 'elsewhere', 'damaged'])

/** The browser's tables and the copy say two things. */
export const FORKED: JournalError = {
  kind: 'damaged',
  detail: 'the copy and the browser have different events under the same number',
}

export function forbids(error: JournalError | null | undefined): error is JournalError {
  return error !== null && error !== undefined && FORBIDDING.has(error.kind)
}

/** The end of a journal that had been half written. It was set aside. */
export interface Torn {
  readonly title: string
  readonly bytes: number
}

/** Since when the copies cannot be written, and why. */
export interface CopyTrouble {
  readonly since: Date
  readonly error: JournalError
}

/**
 * The copies of the books outside of the browser's database, as this window sees them. It remembers which of them lack
 * something: such a copy is caught up with from the database, never written to past a hole.
 */
export class Copies {
  /** Null while all is well. */
  trouble = $state.raw<CopyTrouble | null>(null)
  /** What was set aside and not yet told; whoever tells it empties this. */
  torn = $state.raw<readonly Torn[]>([])
  /** Books that were there are not any more: until all are compared again, nobody knows which. */
  #isGone = false
  readonly #port: JournalPort
  readonly #now: () => Date
  readonly #owing = new Owing()

  constructor(port: JournalPort, now: () => Date) {
    this.#port = port
    this.#now = now
  }

  get place(): JournalPort['place'] {
    return this.#port.place
  }

  /** Why nothing of this book may be written; null where it may. */
  faultOf(id: BookKey): JournalError | null {
    return this.#owing.faults.get(id) ?? null
  }

  setFault(id: BookKey, error: JournalError): void {
    this.#owing.faults.set(id, error)
  }

  list(): Promise<JournalResult<readonly JournalHead[]>> {
    return this.#seen(this.#port.list())
  }

  /** Where the copy of one book stands; null where there is none. */
  async head(id: BookKey): Promise<JournalResult<JournalHead | null>> {
    const heads = await this.list()
    return heads.ok ? ok(heads.value.find((head) => head.id === id) ?? null) : heads
  }

  async read(id: BookKey): Promise<JournalResult<JournalContent>> {
    const content = await this.#seen(this.#port.read(id))
    if (content.ok) this.#tell(content.value.head.title, content.value)
    return content
  }

  create(book: JournalBook): Promise<JournalResult<JournalHead>> {
    return this.#written(book.id as BookKey, this.#port.create(book))
  }

  /** Not tried where the copy is known to lack earlier events: the answer is why. */
  append(id: BookKey, events: readonly Logged[]): Promise<JournalResult<JournalHead>> {
    const behind = this.#owing.behind.get(id)
    return behind ? Promise.resolve(err(behind)) : this.catchUp(id, events)
  }

  /** Events that the database has and the copy may lack. */
  async catchUp(id: BookKey, events: readonly Logged[]): Promise<JournalResult<JournalHead>> {
    const appended = await this.#written(id, this.#port.append(id, events))
    if (appended.ok) this.#tell(appended.value.title, appended.value)
    return appended
  }

  describe(id: BookKey, changes: Partial<JournalLabel>): Promise<JournalResult<JournalHead>> {
    return this.#seen(this.#port.describe(id, changes))
  }

  putSnapshot(id: BookKey, snapshot: JournalSnapshot): Promise<JournalResult<void>> {
    return this.#port.putSnapshot(id, snapshot)
  }

  erase(id: BookKey): Promise<JournalResult<void>> {
    return this.#seen(this.#port.erase(id))
  }

  /** Nothing is missing from this copy any more. */
  settle(id: BookKey): void {
    this.#owing.behind.delete(id)
    this.#calm()
  }

  /** All books were compared with their copies, and what was missing was written. */
  compared(): void {
    this.#isGone = false
    this.#calm()
  }

  #calm(): void {
    if (this.#owing.behind.size === 0 && !this.#isGone) this.trouble = null
  }

  #tell(title: string, { recovered }: Mended): void {
    if (recovered) this.torn = [...this.torn, { title, bytes: recovered.bytes }]
  }

  async #written<T>(id: BookKey, call: Promise<JournalResult<T>>): Promise<JournalResult<T>> {
    const result = await this.#seen(call)
    if (result.ok) this.settle(id)
    else {
      // Others may have gone with it.
      if (result.error.kind === 'no-such-book') this.#isGone = true
      this.#owing.behind.set(id, result.error)
      if (forbids(result.error)) this.setFault(id, result.error)
    }
    return result
  }

  /** Keeps account of whether the keeper of the journal answers at all. A port that throws is one that does not. */
  async #seen<T>(call: Promise<JournalResult<T>>): Promise<JournalResult<T>> {
    const result = await call.catch((error: unknown): JournalResult<T> => {
      return err({ kind: 'unreachable', detail: errorText(error) })
    })
    if (!result.ok && !forbids(result.error))
      this.trouble = { since: this.trouble?.since ?? this.#now(), error: result.error }
    else this.#calm()
    return result
  }
}
