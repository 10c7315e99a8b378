import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { YUNSHAN } from './texts.ts'

const ELSEWHERE = '这本书正在另一个窗口编辑'

test('a book is edited in one window and read in the others, until they take it over', async ({
  window,
  context,
  address,
}) => {
  const library = new LibraryPage(window)
  await library.import({ name: '云山.txt', content: YUNSHAN })
  await library.book('云山').getByRole('link').click()
  await window.waitForURL(/#\/book\//)
  await expect(window.getByText(ELSEWHERE)).toBeHidden()

  const other = await context.newPage()
  await other.goto(window.url())
  await expect(other.getByText(ELSEWHERE)).toBeVisible()

  await other.getByRole('button', { name: '在此编辑' }).click()
  await expect(other.getByText(ELSEWHERE)).toBeHidden()
  await expect(window.getByText('这本书已由另一个窗口接管')).toBeVisible()

  // Whoever has it gives it back by leaving.
  await other.goto(address)
  await window.reload()
  await expect(window.getByText(ELSEWHERE)).toBeHidden()
  await expect(window.getByText('已由另一个窗口接管')).toBeHidden()
})

test('a window gives up when a newer program takes the library', async ({ window, context, address }) => {
  const library = new LibraryPage(window)
  await library.import({ name: '云山.txt', content: YUNSHAN })
  const newer = await context.newPage()
  await newer.route(`${address}blank`, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await newer.goto(`${address}blank`)
  await newer.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('jiaokan', 990)
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
        request.onerror = () => reject(new Error('not upgraded'))
      }),
  )

  await expect(window.getByRole('alert')).toContainText('本窗口已停用')
  await window.getByRole('button', { name: '重新载入' }).click()
  await expect(library.book('云山')).toHaveCount(1)
  await expect(window.getByText('本窗口只能查看和导出')).toBeVisible()
  await library.book('云山').hover()
  await window.getByRole('button', { name: '删除《云山》' }).click()
  await expect(window.getByText('本窗口不能写入')).toBeVisible()
  await expect(library.books).toHaveCount(1)
})

test.describe('without a copy', () => {
  test.use({ hasPrivateFiles: false })

  test('a library that the browser has emptied is not taken for a new one', async ({
    window,
    context,
    address,
  }) => {
    const library = new LibraryPage(window)
    await library.import({ name: '云山.txt', content: YUNSHAN })
    await window.goto(address)
    await expect(window.getByText('书只在浏览器的书库里，没有副本')).toBeVisible()
    const session = await context.newCDPSession(window)
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(address).origin,
      storageTypes: 'indexeddb',
    })
    await window.reload()

    await expect(window.getByRole('alert')).toContainText('上次这里有 1 本书')
  })
})
