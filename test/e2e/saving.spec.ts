import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { YUNSHAN } from './texts.ts'

// With a copy the browser's library may refuse: that is no loss (durability.spec.ts).
test.use({ hasPrivateFiles: false })

test('what could not be written is said out loud until it is written', async ({ window }) => {
  const library = new LibraryPage(window)
  await library.import({ name: '云山.txt', content: YUNSHAN })
  await library.book('云山').getByRole('link').click()
  await expect(window.getByRole('button', { name: '读毕' })).toBeEnabled()
  await window.evaluate(() => {
    const { prototype } = IDBObjectStore
    const add = Reflect.get(prototype, 'add')
    const full = (): boolean => document.documentElement.dataset['full'] !== undefined
    prototype.add = function (...given: Parameters<typeof add>) {
      if (full()) throw new DOMException('no room', 'QuotaExceededError')
      return Reflect.apply(add, this, given)
    }
    document.documentElement.dataset['full'] = ''
  })
  await window.getByRole('button', { name: '读毕' }).click()

  const alarm = window.getByRole('alert').filter({ hasText: '未能保存' })
  await expect(alarm).toContainText('磁盘空间或浏览器配额已满')
  await expect(window.getByRole('banner')).toContainText('未保存')
  await window.evaluate(() => delete document.documentElement.dataset['full'])
  await expect(alarm).toBeHidden({ timeout: 20_000 })
  await expect(window.getByRole('banner')).toContainText('已保存')
})
