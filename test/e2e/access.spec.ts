import { faults } from './faults.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { GB18030, PDF, YUNSHAN } from './texts.ts'

// The checker puts its own script into the page; the policy is looked at elsewhere.
test.use({ bypassCSP: true })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the library has no serious fault, ${colorScheme}`, async ({ window }) => {
    const library = new LibraryPage(window)
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await faults(window), 'empty').toEqual([])

    await library.choose(
      { name: '云山.txt', content: YUNSHAN },
      { name: '国标.txt', content: GB18030 },
      { name: '像文本.txt', content: PDF },
    )
    await library.staged('国标.txt').getByRole('button', { name: '预览' }).click()
    expect(await faults(window), 'import').toEqual([])
    await library.importButton.click()
    await expect(library.sheet).toBeHidden()
    expect(await faults(window), 'shelf').toEqual([])

    for (const keys of ['Control+k', 'Shift+Slash', 'Control+Comma']) {
      await window.keyboard.press(keys)
      await expect(window.getByRole('dialog')).toBeVisible()
      expect(await faults(window), keys).toEqual([])
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toBeHidden()
    }
  })
}

test('all of the library can be had by the keyboard alone', async ({ window }) => {
  const library = new LibraryPage(window)
  await library.import({ name: '云山.txt', content: YUNSHAN })
  await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const reached: string[] = []
  for (let i = 0; i < 13; i++) {
    await window.keyboard.press('Tab')
    reached.push(
      await window.evaluate(() => {
        const focused = document.activeElement
        return focused?.getAttribute('aria-label') ?? focused?.textContent.trim() ?? ''
      }),
    )
  }

  for (const name of [
    '校勘',
    '命令',
    '按键',
    '设置',
    '导入文件',
    '粘贴文字',
    '打开样书',
    '《云山》改名',
    '给《云山》载入新校样',
    '删除《云山》',
  ]) {
    expect(reached).toContain(name)
  }
})

test('a dialog gives the focus back to where it came from', async ({ window }) => {
  const button = window.getByRole('button', { name: '设置' })
  await button.focus()
  await button.press('Enter')
  await expect(window.getByRole('dialog', { name: '设置' })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(button).toBeFocused()
})
