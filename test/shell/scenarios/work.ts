import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { LibraryPage } from '../../e2e/library-page.ts'
import { ProofSheet } from '../../e2e/proof-sheet.ts'
import { ReviewPage } from '../../e2e/review-page.ts'
import { LINES } from '../../e2e/review-texts.ts'
import { booksFolder, type Desk } from '../desk.ts'
import type { Scenario } from '../scenario.ts'
import { find, menuOf } from './menu-items.ts'

/** Puts a text on the disk, with damage to mend. */
export function text(folder: string, name = '云山.txt', content = LINES): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Opens a text by the native dialog and goes to its review. */
export async function open(desk: Desk, path: string): Promise<ReviewPage> {
  await desk.willOpen(path)
  await desk.choose('open')
  await new LibraryPage(desk.page).importButton.click()
  const review = new ReviewPage(desk.page)
  await review.ready()
  return review
}

export const gone = (desk: Desk): Promise<void> => expect.poll(() => desk.hasExited()).toBe(true)

export const WORK: readonly Scenario[] = [
  {
    name: 'a text is opened by the dialog, mended, and saved by the dialog',
    run: async (desk) => {
      const path = text(desk.folder)
      const review = await open(desk, path)
      await desk.page.keyboard.press('j')
      await expect(review.card).toContainText('2O19▸2019')
      await desk.page.keyboard.press('Enter')
      await expect(review.card).toContainText('3␣1%')
      await desk.page.keyboard.press('Enter')
      await expect(review.block('粮站')).toContainText('增长31%')
      await review.saved()

      const target = join(desk.folder, '成果.json')
      await desk.willSave(target)
      await desk.page.getByRole('link', { name: '导出' }).click()
      await desk.page.getByRole('button', { name: /^保存 / }).click()
      await expect(desk.page.getByText(/^已存为“云山\.json”/u)).toBeVisible()
      expect(readFileSync(target, 'utf8')).toContain('新建粮站18座，维修仓房7处，改造面积1,200平方米')
      expect(readFileSync(target, 'utf8')).toContain('比上年增长31%')
      expect(readFileSync(path, 'utf8')).toBe(LINES)

      const [opening, saving] = await desk.shown()
      expect(opening?.options['properties']).toEqual(['openFile', 'multiSelections'])
      expect(saving?.options['defaultPath']).toMatch(/云山\.json$/u)
    },
  },
  {
    name: 'an opened text is never written over, and a dialog that is called off does nothing',
    run: async (desk) => {
      await desk.willOpen()
      await desk.choose('open')
      const path = text(desk.folder)
      await open(desk, path)
      await desk.page.getByRole('link', { name: '导出' }).click()
      const button = desk.page.getByRole('button', { name: /^保存 / })
      await desk.willSave(null)
      await button.click()
      await expect.poll(async () => (await desk.shown()).length).toBe(3)
      await desk.willSave(path)
      await expect(button).toBeEnabled()
      await button.click()
      await expect(desk.page.getByText('这个文件是打开过的原始文本，没有写入')).toBeVisible()
      expect(readFileSync(path, 'utf8')).toBe(LINES)
    },
  },
  {
    name: 'the menu drives the window, shows what is possible, and speaks its language',
    run: async (desk) => {
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect.poll(async () => (await menuOf(desk, 'window.preferences'))?.enabled).toBe(true)
      expect(await menuOf(desk, 'window.preferences')).toMatchObject({
        label: '设置…',
        accelerator: 'CmdOrCtrl+,',
      })
      expect((await menuOf(desk, 'review.next'))?.enabled).toBe(false)
      await desk.choose('window.preferences')
      const sheet = desk.page.getByRole('dialog', { name: '设置' })
      await expect(sheet).toBeVisible()
      await desk.page.keyboard.press('Escape')
      await desk.page.keyboard.press('Control+k')
      await desk.page.keyboard.type('切换到英文')
      await desk.page.keyboard.press('Enter')
      await expect.poll(async () => (await menuOf(desk, 'open'))?.label).toBe('Open…')
      expect((await desk.menu()).map(({ label }) => label)).toContain('Review')

      const review = await openInEnglish(desk)
      await expect.poll(async () => (await menuOf(desk, 'review.next'))?.enabled).toBe(true)
      await desk.choose('review.next')
      await expect(review).toContainText('2O19▸2019')
    },
  },
  {
    name: 'a new proof of the open book comes in by the menu',
    run: async (desk) => {
      await open(desk, text(desk.folder))
      await expect.poll(async () => (await menuOf(desk, 'book.new-proof'))?.enabled).toBe(true)
      const later = join(desk.folder, '云山二校.txt')
      writeFileSync(later, LINES.replace('45家', '46家'))
      await desk.willOpen(later)
      await desk.choose('book.new-proof')
      const proof = new ProofSheet(desk.page)
      await proof.compare.click()
      await expect(proof.sheet.getByRole('button', { name: '存为新校样' })).toBeEnabled()
    },
  },
  {
    name: 'files that were opened last are in the menu, and can be opened again',
    run: async (desk) => {
      const path = text(desk.folder)
      expect(find(await desk.menu(), '云山.txt')).toBeUndefined()
      await open(desk, path)
      expect(find(await desk.menu(), '云山.txt')).toBeDefined()
      await desk.choose('云山.txt')
      await expect(desk.page.getByRole('dialog', { name: '导入' })).toContainText('书库里已有同一份文件')
      await desk.page.keyboard.press('Escape')
      await desk.choose('清除列表')
      expect(find(await desk.menu(), '云山.txt')).toBeUndefined()
    },
  },
  {
    name: 'a file that is dropped on an open book is taken to the library',
    run: async (desk) => {
      await open(desk, text(desk.folder))
      await desk.drop(text(desk.folder, '霁川.txt', '【概况】 2017年，霁川县新建粮站18座。\n'))
      const library = new LibraryPage(desk.page)
      await expect(library.staged('霁川.txt')).toBeVisible()
      await library.importButton.click()
      await expect(desk.page.locator('[data-block]').filter({ hasText: '霁川县新建粮站18座' })).toBeVisible()
    },
  },
  {
    name: 'a file that is named on the command line is opened',
    before: (folder) => ['--some-switch', text(folder), join(folder, 'not-there.txt')],
    run: async (desk) => {
      await expect(new LibraryPage(desk.page).staged('云山.txt')).toBeVisible()
    },
  },
  {
    name: 'a second start hands its file to the first, and ends',
    run: async (desk) => {
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await desk.startAgain(text(desk.folder))).toBe(true)
      await expect(new LibraryPage(desk.page).staged('云山.txt')).toBeVisible()
      expect(await desk.windows()).toBe(1)
    },
  },
  {
    name: 'what is saved lets go without a question, and a stroke right before is saved first',
    run: async (desk) => {
      const review = await open(desk, text(desk.folder))
      await desk.page.keyboard.press('j')
      await expect(review.card).toContainText('2O19▸2019')
      await desk.page.keyboard.press('Enter')
      await desk.quit()
      await gone(desk)
      expect((await desk.shown()).map(({ kind }) => kind)).toEqual(['open'])
    },
  },
  {
    name: 'work that is in memory only is asked about before the program ends',
    run: async (desk) => {
      const review = await open(desk, text(desk.folder))
      // A file where the folder of the books was: neither place takes the change.
      renameSync(booksFolder(desk.folder), join(desk.folder, 'away'))
      writeFileSync(booksFolder(desk.folder), '')
      await desk.page.evaluate(() => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('no room', 'QuotaExceededError')
        }
      })
      await desk.page.keyboard.press('j')
      await expect(review.card).toContainText('2O19▸2019')
      await desk.page.keyboard.press('Enter')
      await expect(desk.page.getByRole('alert').filter({ hasText: '未能保存' })).toBeVisible()
      await desk.willAnswer(0)
      await desk.quit()
      await expect.poll(async () => (await desk.shown()).length).toBe(2)
      const [, question] = await desk.shown()
      expect(question?.options['message']).toBe('有 1 处改动还没有写到磁盘上。')
      expect(question?.options['buttons']).toEqual(['留下', '放弃改动并退出'])
      await expect(review.card).toBeVisible()
      expect(desk.hasExited()).toBe(false)
      await desk.willAnswer(1)
      await desk.quit()
      await gone(desk)
    },
  },
]

/** On the stand-in only: to Playwright a page that has crashed stays dead, though Electron has loaded it again. */
export const CRASH: readonly Scenario[] = [
  {
    name: 'a page that crashes is loaded again, and says so; what was saved is there',
    run: async (desk) => {
      const review = await open(desk, text(desk.folder))
      await desk.page.keyboard.press('j')
      await expect(review.card).toContainText('2O19▸2019')
      await desk.page.keyboard.press('Enter')
      await review.saved()
      await desk.crash()
      await expect(desk.page.getByText('窗口出错，已重新载入')).toBeVisible()
      await desk.page.getByRole('row', { name: /云山/u }).getByRole('link').click()
      await expect(review.card).toContainText('待裁定 2 条')
    },
  },
]

async function openInEnglish(desk: Desk): Promise<ReturnType<Desk['page']['getByRole']>> {
  await desk.willOpen(text(desk.folder))
  await desk.choose('open')
  await desk.page.getByRole('button', { name: 'Import 1 book' }).click()
  const card = desk.page.getByRole('region', { name: 'Finding' })
  await expect(card).toBeVisible()
  return card
}
