import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { BIG5, CUT, GB18030, long, PDF, YUNSHAN } from './texts.ts'

test.describe('importing', () => {
  test('by the button', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.choose({ name: '云山年鉴2017.txt', content: YUNSHAN })

    await expect(library.staged('云山年鉴2017.txt')).toContainText('全文字节合法')
    await expect(library.sheet.getByRole('region', { name: '预览' })).toContainText('国有粮食企业12家')
    await library.importButton.click()
    await library.back()
    await expect(library.book('云山年鉴2017')).toContainText(String(YUNSHAN.length))
  })

  test('of a long text, whose figures are compared in a thread of their own', async ({ window }) => {
    const library = new LibraryPage(window)
    const thread = window.waitForEvent('worker', (worker) => worker.url().includes('/figures.worker-'))
    const page = '【学校】 2017年，云山县有学校60所，其中小学42所、初中16所、高中5所。\n'
    await library.import({ name: '长.txt', content: long(250_000) + page })
    await thread
    await expect(library.book('长').getByRole('cell').nth(1)).toHaveText('1')
  })

  test('by dropping several files, each a book', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.drop({ name: '一.txt', content: YUNSHAN }, { name: '二.txt', content: `${YUNSHAN}又。` })
    await library.importButton.click()

    await expect(library.books).toHaveCount(2)
    await expect(window.getByText('已导入 2 本')).toBeVisible()
  })

  test('shows where files may be let go, and no longer when they have left', async ({ window }) => {
    const transfer = await window.evaluateHandle(() => {
      const made = new DataTransfer()
      made.items.add(new File(['x'], 'x.txt'))
      return made
    })
    const main = window.locator('main')
    await main.dispatchEvent('dragenter', { dataTransfer: transfer })
    await expect(window.getByText('松手导入')).toBeVisible()
    await main.dispatchEvent('dragleave', { dataTransfer: transfer })
    await expect(window.getByText('松手导入')).toBeHidden()
  })

  test('of pasted text', async ({ window }) => {
    const library = new LibraryPage(window)
    await window.getByRole('button', { name: '粘贴文字' }).click()
    await window.getByRole('textbox', { name: '原文' }).fill(YUNSHAN)
    await window.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
    await library.back()

    await expect(library.book('粘贴的文字')).toContainText(String(YUNSHAN.length))
  })

  test('of what is pasted on the page, after a look at it', async ({ window }) => {
    const library = new LibraryPage(window)
    await window.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, YUNSHAN)

    await expect(library.sheet.getByRole('region', { name: '预览' })).toContainText('国有粮食企业12家')
    await expect(library.importButton).toBeEnabled()
  })

  test('of half a character is refused', async ({ window }) => {
    const library = new LibraryPage(window)
    await window.getByRole('button', { name: '粘贴文字' }).click()
    await window.getByRole('textbox', { name: '原文' }).evaluate((box: HTMLTextAreaElement) => {
      box.value = '全县\n粮食\ud842局'
      box.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await window.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()

    await expect(library.sheet.getByRole('alert')).toContainText('第 2 行有半个字符')
    await expect(library.sheet.getByRole('button', { name: '没有可导入的文件' })).toBeDisabled()
  })

  test('of the sample is one click away, and it is there once only', async ({ window }) => {
    const library = new LibraryPage(window)
    for (let i = 0; i < 2; i++) {
      await window.getByRole('button', { name: '打开样书' }).click()
      await library.back()
      await expect(library.book('样书')).toHaveCount(1)
    }
  })

  test('of the same file again is noticed, and left to the editor', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.import({ name: '云山.txt', content: YUNSHAN })
    await library.choose(
      { name: '云山副本.txt', content: YUNSHAN },
      { name: '另一份.txt', content: `${YUNSHAN}又。` },
    )

    await expect(library.staged('云山副本')).toContainText('书库里已有同一份文件：《云山》')
    await expect(library.staged('云山副本').getByRole('checkbox')).not.toBeChecked()
    await expect(library.importButton).toHaveText('导入 1 本')
    await library.staged('云山副本').getByRole('checkbox').check()
    await expect(library.importButton).toHaveText('导入 2 本')
    await library.importButton.click()
    await expect(library.books).toHaveCount(3)
  })
})

test.describe('encodings', () => {
  test('are recognised, and a guess is called one', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.choose({ name: '国标.txt', content: GB18030 }, { name: '繁体.txt', content: BIG5 })
    for (const [name, encoding, words] of [
      ['国标.txt', '自动：GB18030', '云山县粮食局2017年'],
      ['繁体.txt', '自动：Big5', '雲山縣糧食局全年'],
    ] as const) {
      const staged = library.staged(name)
      await expect(staged).toContainText('按常用字推断')
      await expect(staged.getByRole('combobox').locator('option:checked')).toContainText(encoding)
      await staged.getByRole('button', { name: '预览' }).click()
      await expect(staged.getByRole('region')).toContainText(words)
    }
  })

  test('can be corrected by hand, and the preview follows', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.choose({ name: '繁体.txt', content: BIG5 })
    const encoding = library.sheet.getByRole('combobox', { name: '编码' })
    const preview = library.sheet.getByRole('region', { name: '预览' })
    await expect(preview).toContainText('雲山縣')

    await encoding.selectOption('GB18030（含 GBK、GB2312）')
    await expect(preview).not.toContainText('雲山縣')
    await expect(library.sheet).toContainText('手动指定')

    await encoding.selectOption('UTF-8')
    await expect(library.sheet.getByRole('alert')).toContainText(
      '第 1 行（第 1 字节）的 B6 B3 不是 UTF-8 字符',
    )
    await expect(library.sheet.getByRole('button', { name: '没有可导入的文件' })).toBeDisabled()

    await encoding.selectOption('Big5')
    await expect(preview).toContainText('雲山縣')
    await library.importButton.click()
    await library.back()
    await expect(library.book('繁体')).toHaveCount(1)
  })
})

test.describe('nothing is written', () => {
  test('of a bad file, nor of its good neighbours before the editor says so', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.choose(
      { name: '好.txt', content: YUNSHAN },
      { name: '像文本.txt', content: PDF },
      { name: '断了.txt', content: CUT },
      { name: '空.txt', content: '' },
    )

    await expect(library.staged('像文本.txt')).toContainText('这是 PDF 文件，不是文本')
    await expect(library.staged('断了.txt')).toContainText('断在一个字的中间')
    await expect(library.staged('空.txt')).toContainText('文件是空的')
    await expect(library.sheet).toContainText('3 份不能导入')
    await expect(library.importButton).toHaveText('导入 1 本')
    await window.reload()
    await expect(window.getByRole('heading', { name: '从一份原始文本开始' })).toBeVisible()
  })

  test('when the work is called off in the middle', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.choose({ name: '好.txt', content: YUNSHAN }, { name: '长.txt', content: long(1_500_000) })
    await library.importButton.click()
    const progress = library.sheet.getByRole('progressbar')
    await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0.02)
    await library.sheet.getByRole('button', { name: '取消' }).click()

    await expect(window.getByText('已取消导入，书库没有变化')).toBeVisible()
    await expect(library.importButton).toBeEnabled()

    // By Escape, too; a press beside the sheet and other files leave the work alone.
    await library.importButton.click()
    await expect(progress).toBeVisible()
    await window.mouse.click(20, 400)
    await library.drop({ name: '另.txt', content: YUNSHAN })
    await expect(window.getByText('正在导入，这些文件没有加入')).toBeVisible()
    await expect(progress).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(library.importButton).toBeEnabled()
    await window.keyboard.press('Escape')
    await expect(library.sheet).toBeHidden()
    await window.reload()
    await expect(window.getByRole('heading', { name: '从一份原始文本开始' })).toBeVisible()
  })

  test('when there is no room, and all of it when there is again', async ({ window }) => {
    const library = new LibraryPage(window)
    // A real quota is enforced too late and too slowly for a test. The first book is in by then, the second half in.
    await window.evaluate(() => {
      let left = 2
      const { prototype } = IDBObjectStore
      const add = Reflect.get(prototype, 'add')
      prototype.add = function (...given: Parameters<typeof add>) {
        if (this.name === 'payloads' && --left === 0) throw new DOMException('no room', 'QuotaExceededError')
        return Reflect.apply(add, this, given)
      }
    })
    await library.choose({ name: '一.txt', content: YUNSHAN }, { name: '二.txt', content: `${YUNSHAN}又。` })
    await library.importButton.click()

    await expect(library.sheet).toContainText('导入没有完成，书库没有变化')
    await expect(library.sheet).toContainText('磁盘空间或浏览器配额已满')
    expect(await rows(window)).toEqual([0, 0, 0, 0])
    await library.importButton.click()
    await expect(library.books).toHaveCount(2)
    expect(await rows(window)).toEqual([2, 2, 2, 2])
  })
})

/** How many books, sources, payloads and events the browser keeps. */
function rows(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('jiaokan')
      request.onsuccess = () => resolve(request.result)
    })
    const stores = ['books', 'sources', 'payloads', 'events']
    const reading = database.transaction(stores)
    const counts = stores.map(
      (name) =>
        new Promise<number>((resolve) => {
          const request = reading.objectStore(name).count()
          request.onsuccess = () => resolve(request.result)
        }),
    )
    const found = await Promise.all(counts)
    database.close()
    return found
  })
}

test.describe('on the shelf', () => {
  test('books outlive a reload', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.import({ name: '云山.txt', content: YUNSHAN })
    const before = await library.books.allInnerTexts()
    await window.reload()

    await expect(library.books).toHaveCount(1)
    expect(await library.books.allInnerTexts()).toEqual(before)
  })

  test('a book takes a new title in its place', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.import({ name: '云山.txt', content: YUNSHAN })
    await library.book('云山').hover()
    await window.getByRole('button', { name: '《云山》改名' }).click()
    const title = window.getByRole('textbox', { name: '新书名' })
    await title.fill('不要')
    await title.press('Escape')
    await expect(library.book('云山')).toHaveCount(1)

    await window.getByRole('button', { name: '《云山》改名' }).press('Enter')
    await title.fill('云山年鉴（2017）')
    await title.press('Enter')
    await expect(library.book('云山年鉴（2017）')).toHaveCount(1)
    await window.reload()
    await expect(library.book('云山年鉴（2017）')).toHaveCount(1)
  })

  test('a book can be deleted, brought back, and erased', async ({ window }) => {
    const library = new LibraryPage(window)
    await library.import({ name: '云山.txt', content: YUNSHAN })
    await library.import({ name: '霁川.txt', content: `${YUNSHAN}霁川。` })
    await library.book('云山').hover()
    await window.getByRole('button', { name: '删除《云山》' }).click()
    await expect(library.books).toHaveCount(1)
    await window.getByRole('button', { name: '撤销' }).click()
    await expect(library.books).toHaveCount(2)

    await library.book('云山').hover()
    await window.getByRole('button', { name: '删除《云山》' }).click()
    // Not before it is done: a window that goes takes with it what it had only begun.
    await expect(library.books).toHaveCount(1)
    await window.reload()
    await window.getByText('最近删除（1）').click()
    await window.getByRole('button', { name: '恢复《云山》' }).click()
    await expect(library.books).toHaveCount(2)

    await library.book('云山').hover()
    await window.getByRole('button', { name: '删除《云山》' }).click()
    await window.getByText('最近删除（1）').click()
    await window.getByRole('button', { name: '彻底删除《云山》' }).click()
    await window.getByRole('dialog').getByRole('button', { name: '彻底删除' }).click()
    await expect(window.getByText('最近删除')).toBeHidden()
    await expect(library.books).toHaveCount(1)
  })

  test('two windows show the same', async ({ window, address, context }) => {
    const library = new LibraryPage(window)
    const other = await context.newPage()
    await other.goto(address)
    await library.import({ name: '云山.txt', content: YUNSHAN })

    await expect(new LibraryPage(other).book('云山')).toHaveCount(1)
  })
})
