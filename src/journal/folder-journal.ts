import type {
  JournalBook,
  JournalContent,
  JournalHead,
  JournalLabel,
  JournalPort,
  JournalResult,
  JournalSnapshot,
  Mended,
} from '../contract/journal.ts'
import type { Logged } from '../core/document/event.ts'
import { err, ok } from '../core/result.ts'
import { BookFolder } from './book-folder.ts'
import { codeOf, journalError, Refused } from './disk-error.ts'
import { checkedBook, checkedChanges, checkedEvents, checkedId, checkedSnapshot } from './input.ts'
import { createBook } from './new-book.ts'
import type { FolderPorts } from './ports.ts'
import { Queue } from './queue.ts'
import { makeRoot, sweepRoot } from './root-folder.ts'

/**
 * Books as folders, on a disk or on what stands for one. Takes whatever it is given: arguments are checked here, whoever
 * forwards them, and no argument becomes a path but a well-formed id.
 */
export class FolderJournal implements JournalPort {
  readonly place: JournalPort['place']
  readonly #root: string
  readonly #ports: FolderPorts
  readonly #token: string
  readonly #queue = new Queue()
  readonly #books = new Map<string, BookFolder>()
  #isSwept = false

  /** `root` is made with the first book. */
  constructor(place: JournalPort['place'], root: string, ports: FolderPorts) {
    this.place = place
    this.#root = root
    this.#ports = ports
    this.#token = ports.unique()
  }

  list(): Promise<JournalResult<readonly JournalHead[]>> {
    return attempt(async () => {
      const ids = (await this.#names()).filter(isId).sort()
      const heads = await Promise.all(ids.map((id) => this.#queue.run(id, () => this.#peek(id))))
      return heads.filter((head) => head !== null)
    })
  }

  create(given: JournalBook): Promise<JournalResult<JournalHead>> {
    return attempt(async () => {
      const book = checkedBook(given)
      return this.#queue.run(book.id, async () => {
        await this.#makeReady()
        if ((await this.#names()).includes(book.id)) throw new Refused('exists', book.id)
        // Where its folder was removed under this program, the lock that was held went with it.
        this.#books.delete(book.id)
        const { id, title, sample, imported } = book
        const last = await createBook(this.#ports, this.#root, book)
        return { id, title, deleted: null, sample, imported, ...last, fault: null }
      })
    })
  }

  read(id: string): Promise<JournalResult<JournalContent>> {
    return this.#on(id, (book) => book.read())
  }

  append(id: string, events: readonly Logged[]): Promise<JournalResult<JournalHead & Mended>> {
    return this.#on(id, (book) => book.append(checkedEvents(events)))
  }

  putSnapshot(id: string, snapshot: JournalSnapshot): Promise<JournalResult<void>> {
    return this.#on(id, (book) => book.putSnapshot(checkedSnapshot(snapshot)))
  }

  describe(id: string, changes: Partial<JournalLabel>): Promise<JournalResult<JournalHead>> {
    return this.#on(id, (book) => book.describe(checkedChanges(changes)))
  }

  erase(id: string): Promise<JournalResult<void>> {
    return this.#on(id, async (book) => {
      await book.erase()
      this.#books.delete(id)
    })
  }

  /** Finishes what was begun and gives all books back to other processes. */
  async close(): Promise<void> {
    await this.#queue.idle()
    for (const book of this.#books.values()) await book.close().catch(() => undefined)
    this.#books.clear()
  }

  #on<T>(given: string, work: (book: BookFolder) => Promise<T>): Promise<JournalResult<T>> {
    return attempt(async () => {
      const id = checkedId(given)
      return this.#queue.run(id, async () => {
        if (!(await this.#names()).includes(id)) throw new Refused('no-such-book', id)
        return work(this.#book(id))
      })
    })
  }

  /** A book that went while the list was made is no part of it. */
  async #peek(id: string): Promise<JournalHead | null> {
    try {
      return await this.#book(id).head()
    } catch (error) {
      if (!(await this.#names()).includes(id)) return null
      const fault = journalError(error)
      return { id, title: '', deleted: null, sample: false, imported: 0, seq: 0, hash: '', fault }
    }
  }

  #book(id: string): BookFolder {
    const known = this.#books.get(id) ?? new BookFolder(this.#ports, this.#root, id, this.#token)
    this.#books.set(id, known)
    return known
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await this.#ports.fs.names(this.#root)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }

  async #makeReady(): Promise<void> {
    // Each time: somebody may have removed the folder since.
    await makeRoot(this.#ports, this.#root)
    if (this.#isSwept) return
    await sweepRoot(this.#ports, this.#root)
    this.#isSwept = true
  }
}

function isId(name: string): boolean {
  try {
    return checkedId(name) === name
  } catch {
    return false
  }
}

/** The border of the disk: what was expected to fail is told, a bug is thrown. */
async function attempt<T>(work: () => Promise<T>): Promise<JournalResult<T>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(journalError(error))
  }
}
