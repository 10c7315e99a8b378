import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { serve, type Serving } from '../../src/server/serve.ts'
import { LibraryPage } from './library-page.ts'
import { ReviewPage } from './review-page.ts'
import { LINES } from './review-texts.ts'

/** A machine: one folder with a browser profile, one with the journal, and a server on a port that stays. */
export class Desk {
  readonly #folder: string
  #context: BrowserContext | null = null
  #serving: Serving | null = null
  #journal: DiskJournal
  #port = 0
  /** Whether the server keeps one, or the browser must. */
  readonly #hasJournal: boolean

  private constructor(folder: string, hasJournal: boolean) {
    this.#folder = folder
    this.#hasJournal = hasJournal
    this.#journal = this.#newJournal()
  }

  static async open({ journal = true } = {}): Promise<Desk> {
    const desk = new Desk(await mkdtemp(join(tmpdir(), 'jiaokan-desk-')), journal)
    await desk.startServer()
    return desk
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/`
  }

  /** Files of IndexedDB in the profile. */
  async database(): Promise<string[]> {
    const folder = join(
      this.#folder,
      'profile',
      'Default',
      'IndexedDB',
      `http_127.0.0.1_${this.#port}.indexeddb.leveldb`,
    )
    return (await readdir(folder)).map((name) => join(folder, name))
  }

  async startServer(): Promise<void> {
    const root = process.env['JIAOKAN_E2E_ROOT']
    if (!root) throw new Error('start these tests with: npm run test:e2e')
    this.#journal = this.#newJournal()
    this.#serving = await serve(root, this.#port, {
      journal: this.#hasJournal ? this.#journal : undefined,
    })
    this.#port = Number(new URL(this.#serving.url).port)
  }

  async stopServer(): Promise<void> {
    await this.#serving?.close()
    await this.#journal.close()
    this.#serving = null
  }

  /** Starts the browser; the profile is what it was. */
  async launch(): Promise<Page> {
    const executablePath = process.env['JIAOKAN_E2E_EXECUTABLE']
    this.#context = await chromium.launchPersistentContext(join(this.#folder, 'profile'), {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      locale: 'zh-CN',
      viewport: { width: 1280, height: 800 },
    })
    const page = this.#context.pages()[0] ?? (await this.#context.newPage())
    await page.goto(this.address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    return page
  }

  async quit(): Promise<void> {
    await this.#context?.close()
    this.#context = null
  }

  /** Where the server keeps the books. */
  get journals(): string {
    return join(this.#folder, 'journal')
  }

  /** Events of the only book, as the disk has them. */
  async saved(): Promise<number> {
    const heads = await this.#journal.list()
    return heads.ok ? (heads.value[0]?.seq ?? 0) : 0
  }

  async clear(): Promise<void> {
    await this.quit()
    await this.stopServer()
    await rm(this.#folder, { recursive: true, force: true })
  }

  #newJournal(): DiskJournal {
    return new DiskJournal(this.journals)
  }
}

/** Imports a book, decides the first findings and marks an entry as read: strokes of several kinds, all of them saved. */
export async function decideSome(page: Page): Promise<ReviewPage> {
  const review = await ReviewPage.import(page, { name: '云山.txt', content: LINES })
  await review.card.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('r')
  await review.saved()
  return review
}

/** Deletes the library as a browser does that has found its files damaged; the page is left. */
export async function wipe(page: Page, address: string): Promise<void> {
  await leave(page, address)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('jiaokan')
        request.onsuccess = () => resolve()
        request.onerror = () => reject(new Error('not deleted'))
      }),
  )
}

/** Holds tables of an older version open, as a window of an older program does that lets nobody in; gives what lets go. */
export async function holdOlder(page: Page, address: string): Promise<() => Promise<void>> {
  await leave(page, address)
  const held = await page.evaluateHandle(
    () =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('jiaokan', 5)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('not opened'))
      }),
  )
  return async () => await held.evaluate((tables) => tables.close())
}

/** Takes the packed states from the library, as a migration of the tables does; the page is left. */
export async function clearSnapshots(page: Page, address: string): Promise<void> {
  await leave(page, address)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('jiaokan')
        request.onerror = () => reject(new Error('not opened'))
        request.onsuccess = () => {
          const tables = request.result
          const clearing = tables.transaction('snapshots', 'readwrite')
          clearing.objectStore('snapshots').clear()
          clearing.oncomplete = () => {
            tables.close()
            resolve()
          }
        }
      }),
  )
}

/** Goes where no window of the program is, at the same origin. */
async function leave(page: Page, address: string): Promise<void> {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(`${address}blank`)
}

/** Opens the only book of the library. */
export async function openBook(page: Page): Promise<ReviewPage> {
  await new LibraryPage(page).books.first().getByRole('link').click()
  const review = new ReviewPage(page)
  await review.ready()
  return review
}

/** What an editor would miss: the text, what was decided, and the figures. */
export async function content(review: ReviewPage): Promise<unknown> {
  await review.counted()
  return [await review.rows(), await review.status.innerText()]
}
