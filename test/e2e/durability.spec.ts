import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { JournalContent } from '../../src/contract/journal.ts'
import type { Logged } from '../../src/core/document/event.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { clearSnapshots, content, decideSome, Desk, holdOlder, openBook, wipe } from './desk.ts'
import { forged } from './forged.ts'
import { LibraryPage } from './library-page.ts'
import { ReviewPage } from './review-page.ts'

// What was said to be saved is there after each of these faults: the browser's library is lost, damaged or full, the local
// server dies. A real browser with a profile on the disk, the real server, the real journal.

const test = base.extend<{ desk: Desk }>({
  // eslint-disable-next-line no-empty-pattern
  desk: async ({}, use) => {
    const desk = await Desk.open()
    await use(desk)
    await desk.clear()
  },
})
test.setTimeout(60_000)

/** Some work, as the disk has it. */
async function work(
  desk: Desk,
  page: Page,
): Promise<{ review: ReviewPage; before: unknown; events: number }> {
  const review = await decideSome(page)
  const before = await content(review)
  const events = await desk.saved()
  expect(events).toBeGreaterThan(2)
  return { review, before, events }
}

async function recovered(page: Page, events: number): Promise<void> {
  // The first event is the engine's.
  await expect(page.getByText('从副本补回了 1 本书的内容')).toBeVisible()
  await expect(page.getByText(`（更正 ${events - 1} 处）`)).toBeVisible()
}

test('the library is deleted while no window is open', async ({ desk }) => {
  const page = await desk.launch()
  const { before, events } = await work(desk, page)
  const shelf = new LibraryPage(page)
  await page.getByRole('link', { name: '校勘' }).click()
  const shown = await shelf.books.innerText()
  await wipe(page, desk.address)
  await page.goto(desk.address)
  await recovered(page, events)
  // What waits in the book is not known before it was opened, and nothing is said of it.
  await expect(shelf.books).toContainText('—')
  expect(await content(await openBook(page))).toEqual(before)
  await page.getByRole('link', { name: '校勘' }).click()
  const figures = (line: string): string[] => line.split('\t').slice(1, 4)
  await expect.poll(async () => figures(await shelf.books.innerText())).toEqual(figures(shown))
})

test('a window of an older program holds the library, and lets go', async ({ desk }) => {
  const old = await desk.launch()
  const { before, events } = await work(desk, old)
  await wipe(old, desk.address)
  const letGo = await holdOlder(old, desk.address)
  const page = await old.context().newPage()
  await page.goto(desk.address)
  await expect(page.getByRole('alert')).toContainText('正在等待另一个窗口')
  await letGo()
  await recovered(page, events)
  expect(await content(await openBook(page))).toEqual(before)
})

test('the browser refuses the library: nothing is shown as empty, and the next start has all of it', async ({
  desk,
}) => {
  const page = await desk.launch()
  const { before, events } = await work(desk, page)
  const refusing = await page.context().newPage()
  await refusing.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('access to the library is denied', 'SecurityError')
    }
  })
  await refusing.goto(desk.address)
  await expect(refusing.getByRole('alert')).toContainText('书库打不开')
  await expect(refusing.getByRole('alert')).toContainText('SecurityError')
  await refusing.close()
  await page.goto(desk.address)
  expect(await content(await openBook(page))).toEqual(before)
  expect(await desk.saved()).toBe(events)
})

const cut = (file: string, share: number): void => truncateSync(file, Math.floor(statSync(file).size * share))
const zero = (file: string): void => writeFileSync(file, Buffer.alloc(readFileSync(file).length))

for (const [fault, spoil] of [
  ['CURRENT is cut to nothing', (file) => basename(file) === 'CURRENT' && cut(file, 0)],
  ['the manifest is zeroed', (file) => basename(file).startsWith('MANIFEST') && zero(file)],
  ['the log is cut in half', (file) => file.endsWith('.log') && cut(file, 0.5)],
  ['the log loses its last bytes', (file) => file.endsWith('.log') && cut(file, 0.99)],
  ['the log is zeroed', (file) => file.endsWith('.log') && zero(file)],
  ['every file is zeroed', (file) => !file.endsWith('LOCK') && zero(file)],
] satisfies [string, (file: string) => unknown][])
  test(`between two starts of the browser ${fault}`, async ({ desk }) => {
    const { before, events } = await work(desk, await desk.launch())
    await desk.quit()
    const files = await desk.database()
    const spoilt = files.filter((file) => spoil(file) !== false)
    expect(spoilt.length, 'the fault must hit').toBeGreaterThan(0)
    const page = await desk.launch()
    const review = await openBook(page)
    expect(await content(review)).toEqual(before)
    expect(await desk.saved()).toBe(events)
    // And work goes on.
    await page.keyboard.press('u')
    await review.saved()
    expect(await desk.saved()).toBeGreaterThan(events)
  })

/** The folder of the only book. */
const folderOf = (desk: Desk): string =>
  join(desk.journals, readdirSync(desk.journals).find((name) => !name.startsWith('.')) ?? '')

test('a book has a snapshot before its first event, and one that has none is given one when it is opened', async ({
  desk,
}) => {
  const page = await desk.launch()
  const { before, events } = await work(desk, page)
  const snapshots = (): string[] => readdirSync(join(folderOf(desk), 'snapshots'))
  const named = (seq: number): RegExp => new RegExp(`^0*${seq}-[\\d-]+-begin\\.snapshot$`)
  expect(snapshots()).toEqual([expect.stringMatching(named(1))])
  // A migration leaves none in the tables: the state that it found is kept before anything is added to it.
  await clearSnapshots(page, desk.address)
  await page.goto(desk.address)
  expect(await content(await openBook(page))).toEqual(before)
  await expect(() => {
    expect(snapshots().sort()).toEqual([
      expect.stringMatching(named(1)),
      expect.stringMatching(named(events)),
    ])
  }).toPass()
})

test('half a line at the end of the journal is told when the book is opened', async ({ desk }) => {
  const { before } = await work(desk, await desk.launch())
  await desk.quit()
  await desk.stopServer()
  appendFileSync(join(folderOf(desk), 'journal.log'), '0a1b2c3d 9 9 {"half a line')
  await desk.startServer()
  const page = await desk.launch()
  expect(await content(await openBook(page))).toEqual(before)
  await expect(page.getByText('副本末尾有 26 字节没有写完')).toBeVisible()
})

/** Puts another history into the journal of the only book, whole and well-formed. */
async function rewrite(desk: Desk, change: (content: JournalContent) => readonly Logged[]): Promise<void> {
  const id = basename(folderOf(desk))
  const read = await new DiskJournal(desk.journals).read(id)
  if (!read.ok) throw new Error(read.error.kind)
  const { head, sources, settings } = read.value
  rmSync(desk.journals, { recursive: true })
  const { title, sample, imported } = head
  const events = change(read.value)
  const other = new DiskJournal(desk.journals)
  expect((await other.create({ id, title, sample, imported, sources, settings, events })).ok).toBe(true)
}

test('a journal of another history, as long as ours, is noticed when the book is opened', async ({
  desk,
}) => {
  const { before } = await work(desk, await desk.launch())
  await desk.quit()
  await desk.stopServer()
  await rewrite(desk, ({ events }) =>
    events.map((event, i) => (i === events.length - 1 ? { ...event, by: 'another' } : event)),
  )
  await desk.startServer()
  const page = await desk.launch()
  const review = await openBook(page)
  await expect(page.getByText('与浏览器里的记录不一致')).toBeVisible()
  expect(await content(review)).toEqual(before)
})

test('a journal that changes a number which nobody changed is taken over, and told', async ({ desk }) => {
  await work(desk, await desk.launch())
  await desk.quit()
  await desk.stopServer()
  await rewrite(desk, ({ head, sources, events, settings }) => {
    const [source] = sources
    if (!source) throw new Error('no source')
    return forged({ source, events, book: { title: head.title, settings } }, '45', '54')
  })
  await desk.startServer()
  const page = await desk.launch()
  const notice = page.getByRole('alert').filter({ hasText: '放回的书里有 1 本不对' })
  await expect(notice).toContainText(
    /《云山》：原文第 \d+ 行：有数字在没有人改过的地方变了。全部内容都在，书可以打开/,
  )
  await new LibraryPage(page).books.first().getByRole('link').click()
  await expect(new ReviewPage(page).status).toContainText('1 处不符')
})

test('the folder of the journals is removed while the server runs: all of it is written again', async ({
  desk,
}) => {
  const page = await desk.launch()
  const { review, events } = await work(desk, page)
  rmSync(desk.journals, { recursive: true })
  await page.keyboard.press('u')
  const alarm = page.getByRole('alert').filter({ hasText: '副本不见了' })
  await expect(alarm).toBeVisible()
  await expect(alarm).toBeHidden({ timeout: 30_000 })
  await review.saved()
  const before = await content(review)
  expect(await desk.saved()).toBeGreaterThan(events)
  await desk.quit()
  for (const file of (await desk.database()).filter((name) => !name.endsWith('LOCK'))) zero(file)
  expect(await content(await openBook(await desk.launch()))).toEqual(before)
})

test('the browser has no room left', async ({ desk }) => {
  const page = await desk.launch()
  const { review, events } = await work(desk, page)
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(desk.address)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await page.keyboard.press('u')
  await expect.poll(() => desk.saved()).toBeGreaterThan(events)
  await review.saved()
  const before = await content(review)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await desk.quit()
  expect(await content(await openBook(await desk.launch()))).toEqual(before)
})

test('the local server dies in mid-work and comes back', async ({ desk }) => {
  const page = await desk.launch()
  const { review, events } = await work(desk, page)
  await desk.stopServer()
  await page.keyboard.press('u')
  const alarm = page.getByRole('alert').filter({ hasText: '没有写进副本' })
  await expect(alarm).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('仅在浏览器中')
  const before = await content(review)
  await desk.startServer()
  await expect(alarm).toBeHidden({ timeout: 30_000 })
  await review.saved()
  expect(await desk.saved()).toBeGreaterThan(events)
  expect(await content(review)).toEqual(before)
})

test('the local server dies, then the window: the journal gets what only the browser had', async ({
  desk,
}) => {
  const page = await desk.launch()
  const { review, events } = await work(desk, page)
  await desk.stopServer()
  await page.keyboard.press('u')
  await expect(page.getByRole('alert').filter({ hasText: '没有写进副本' })).toBeVisible()
  const before = await content(review)
  await desk.quit()
  await desk.startServer()
  const again = await desk.launch()
  await expect(again.getByText(/向副本补写了 \d+ 处更正/u)).toBeVisible()
  expect(await desk.saved()).toBeGreaterThan(events)
  expect(await content(await openBook(again))).toEqual(before)
})
