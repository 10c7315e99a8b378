import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { content, decideSome, Desk, openBook, wipe } from './desk.ts'
import { expect, test } from './fixtures.ts'
import type { ReviewPage } from './review-page.ts'

// A page that no server keeps books for: the journal is in the browser's private files, and says so.

/** Decides a finding or two; all of it is said to be saved. */
async function work(page: Page): Promise<{ review: ReviewPage; before: unknown }> {
  const review = await decideSome(page)
  await expect(page.getByRole('banner')).toContainText('浏览器私有存储')
  return { review, before: await content(review) }
}

/** The only book's folder in the private files: names and lengths of what is in it; `spoil` is added to the journal. */
function folder(page: Page, spoil = ''): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async (tail) => {
    const home = await navigator.storage.getDirectory()
    const books = await home.getDirectoryHandle('books')
    const found: Record<string, number> = {}
    for await (const book of books.values()) {
      if (!(book instanceof FileSystemDirectoryHandle)) continue
      for await (const file of book.values()) {
        if (!(file instanceof FileSystemFileHandle)) continue
        if (file.name === 'journal.log' && tail !== '') {
          const writing = await file.createWritable({ keepExistingData: true })
          await writing.write({ type: 'write', position: (await file.getFile()).size, data: tail })
          await writing.close()
        }
        // A draft of a lock or a label may have gone since it was listed.
        const size = await file.getFile().then(
          ({ size }) => size,
          () => null,
        )
        if (size !== null) found[file.name] = size
      }
    }
    return found
  }, spoil)
}

test('the library is deleted: the private files give back all that was saved', async ({
  window,
  address,
}) => {
  const { before } = await work(window)
  await wipe(window, address)
  await window.goto(address)
  await expect(window.getByText(/从副本补回了 \d+ 本书的内容/u)).toBeVisible()
  await expect(window.getByText('清除网站数据会连同书库一起删除')).toBeVisible()
  expect(await content(await openBook(window))).toEqual(before)
  // And work goes on.
  const { journal: length = 0 } = { journal: (await folder(window))['journal.log'] }
  await window.keyboard.press('u')
  await expect.poll(async () => (await folder(window))['journal.log']).toBeGreaterThan(length)
})

test('a torn tail is set aside and told', async ({ window, address }) => {
  const { before } = await work(window)
  await wipe(window, address)
  await folder(window, '0a1b2c3d 9 9 {"half a line')
  await window.goto(address)
  await expect(window.getByText('副本末尾有 26 字节没有写完')).toBeVisible()
  expect(await content(await openBook(window))).toEqual(before)
  expect(Object.entries(await folder(window)).filter(([name]) => name.startsWith('torn-after-'))).toEqual([
    [expect.stringMatching(/^torn-after-\d+\.log$/), 26],
  ])
})

test('the window that kept the books is closed, and another one goes on keeping them', async ({
  window,
  address,
  context,
}) => {
  const { before } = await work(window)
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  await window.close()
  const review = await openBook(other)
  expect(await content(review)).toEqual(before)
  const length = (await folder(other))['journal.log'] ?? 0
  await other.keyboard.press('u')
  await review.saved()
  expect((await folder(other))['journal.log']).toBeGreaterThan(length)
  const after = await content(review)
  await wipe(other, address)
  await other.goto(address)
  expect(await content(await openBook(other))).toEqual(after)
})

test('every file of the library is zeroed between two starts of the browser', async () => {
  const desk = await Desk.open({ journal: false })
  try {
    const { before } = await work(await desk.launch())
    await desk.quit()
    for (const file of (await desk.database()).filter((name) => !name.endsWith('LOCK')))
      writeFileSync(file, Buffer.alloc(readFileSync(file).length))
    const page = await desk.launch()
    await expect(page.getByText(/从副本补回了 \d+ 本书的内容/u)).toBeVisible()
    expect(await content(await openBook(page))).toEqual(before)
  } finally {
    await desk.clear()
  }
})
