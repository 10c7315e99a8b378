import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openProject } from '../../src/core/project/open-project.ts'
import { readProject } from '../../src/core/project/read-project.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import { forged } from './forged.ts'
import { LibraryPage } from './library-page.ts'
import { ReviewPage } from './review-page.ts'
import { YUNSHAN } from './texts.ts'

async function download(page: Page, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
}

/** The browser forgets everything, as it does when it finds its files damaged. */
async function wipe(page: Page): Promise<void> {
  await page.goto('about:blank')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' })
}

/** What the shelf says of the book, but when it was touched. */
async function figuresOf(library: LibraryPage): Promise<string[]> {
  return (await library.book('云山').getByRole('cell').allInnerTexts()).slice(0, 3)
}

test('a book that was saved comes back as it was left, from an empty browser', async ({
  window,
  address,
}) => {
  const review = await ReviewPage.import(window, { name: '云山.txt', content: YUNSHAN })
  await window.getByRole('button', { name: '读毕' }).click()
  await expect(window.getByRole('banner')).toContainText('已保存')
  const rows = await review.rows()
  const status = await review.status.innerText()
  const first = await download(window, () => window.keyboard.press('Control+s'))
  expect(first.name).toBe('云山.jiaokan')
  await expect(window.getByText('已存为“云山.jiaokan”。')).toBeVisible()

  const library = new LibraryPage(window)
  await library.back()
  const figures = await figuresOf(library)
  await wipe(window)
  await window.goto(address)
  await expect(library.books).toHaveCount(0)
  await library.choose({ name: first.name, content: first.content })
  await expect(library.staged(first.name)).toContainText('项目文件，2 个事件')
  await library.importButton.click()
  await review.ready()
  expect(await review.rows()).toEqual(rows)
  expect(await review.status.innerText()).toBe(status)

  // Saved once more, from the shelf this time, it is the same to the byte.
  await library.back()
  expect(await figuresOf(library)).toEqual(figures)
  await library.book('云山').hover()
  const again = await download(window, () =>
    window.getByRole('button', { name: '把《云山》存为项目文件' }).click(),
  )
  expect(again.content.equals(first.content)).toBe(true)
})

test('a damaged project file is refused with its line, and nothing of it is taken in', async ({ window }) => {
  await ReviewPage.import(window, { name: '云山.txt', content: YUNSHAN })
  const { content } = await download(window, () => window.keyboard.press('Control+s'))
  const library = new LibraryPage(window)
  await library.back()
  const damaged = content.toString('utf8').replace('18.4万吨', '18.5万吨')
  await library.choose({ name: '坏.jiaokan', content: damaged })
  await expect(library.staged('坏.jiaokan').getByRole('alert')).toHaveText(
    '文件第 7 行：这一行写下之后变了。文件没有导入，也没有动；请换一份备份，用 jiaokan verify 可列出全部毛病。',
  )
  await expect(library.sheet.getByRole('button', { name: '没有可导入的文件' })).toBeDisabled()
})

test('a project file whose log changes a number that nobody changed is taken in, and says so', async ({
  window,
}) => {
  const review = await ReviewPage.import(window, { name: '云山.txt', content: YUNSHAN })
  const { content } = await download(window, () => window.keyboard.press('Control+s'))
  const library = new LibraryPage(window)
  await library.back()
  const read = readProject(content.toString('utf8'))
  if (!read.ok) throw new Error(read.error.kind)
  const project = { ...read.value, events: forged(read.value, '18.4', '81.4') }
  expect(openProject(project).ok).toBe(true)
  await library.choose({ name: '改.jiaokan', content: Buffer.from(writeProject(project)) })
  await expect(library.staged('改.jiaokan').getByRole('alert')).toHaveText(
    /^有 1 处不符。第一处：原文第 \d+ 行：有数字在没有人改过的地方变了。全部内容都在，书可以打开；请在“导出”页逐处查看并改正，改正之前不能导出。$/,
  )
  await library.importButton.click()
  await expect(review.status).toContainText('1 处不符')
})
