import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { faults } from './faults.ts'
import { allSaved, expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'

const DISAGREE = {
  name: 'fisheries.txt',
  content: readFileSync(
    fileURLToPath(new URL('../golden/figures-that-disagree/raw.txt', import.meta.url)),
    'utf8',
  ),
}

async function figures(window: Page): Promise<void> {
  const library = new LibraryPage(window)
  await library.choose(DISAGREE)
  await library.importButton.click()
  await window.waitForURL(/#\/book\//)
  await window.getByRole('link', { name: '数字' }).click()
  await expect(window.getByRole('heading', { name: /^互相矛盾的数字/ })).toBeVisible()
}

test('contradictions stand first, both quotes with their places and the sum written out', async ({
  window,
}) => {
  await figures(window)
  const cards = window.getByRole('listitem').filter({ has: window.getByRole('heading', { level: 3 }) })
  await expect(cards).toHaveCount(4)
  const total = cards.filter({ hasText: '总数与分项之和不符' })
  await expect(total).toContainText('1.42万吨 + 0.67万吨 + 0.32万吨 = 2.41万吨 > 2.31万吨')
  const twice = cards.filter({ hasText: '同一数据前后不一' })
  await expect(twice.getByRole('figure')).toHaveCount(2)
  await expect(twice.getByRole('figure').nth(1)).toContainText('第 15 行')

  await twice.getByRole('figure').nth(1).getByRole('button', { name: '到此处' }).click()
  await window.waitForURL(/\/review\?at=r\d+$/)
  const at = Number(/\d+$/.exec(window.url())?.[0])
  expect(DISAGREE.content.slice(at, at + 3)).toBe('全县有')
})

test('one is dismissed, one kept as printed, and both come back', async ({ window }) => {
  await figures(window)
  const cards = window.getByRole('listitem').filter({ has: window.getByRole('heading', { level: 3 }) })
  await cards.filter({ hasText: '同一数据前后不一' }).getByRole('button', { name: '不改' }).click()
  await expect(cards).toHaveCount(3)
  await cards.filter({ hasText: '不存在的日期' }).getByRole('button', { name: '照录' }).click()
  await expect(cards).toHaveCount(2)
  await window.keyboard.press('u')
  await window.getByRole('button', { name: '撤销' }).click()
  await expect(cards).toHaveCount(4)
  await window.keyboard.press('j')
  await window.keyboard.press('x')
  await expect(cards).toHaveCount(3)
  await allSaved(window)
  await window.reload()
  await expect(cards).toHaveCount(3)
})

test('all quantities are listed, selected and gone to', async ({ window }) => {
  await figures(window)
  const table = window.getByRole('region', { name: '数量表' })
  await expect(table.getByRole('button').first()).toContainText('2020年')
  const area = table.getByRole('button').filter({ hasText: '面积' }).first()
  await expect(area).toContainText('38,600,000 平方米')
  await window.getByRole('combobox', { name: '类别' }).selectOption('money')
  await expect(table.getByRole('button')).toHaveCount(2)
  await window.getByRole('searchbox', { name: '按文字筛选' }).fill('亩均')
  await expect(table.getByRole('button')).toHaveCount(1)
  await expect(table.getByRole('button')).toContainText('1,630 元')
  await window.getByRole('searchbox', { name: '按文字筛选' }).fill('没有')
  await expect(table).toContainText('没有符合条件的数量')
  await window.getByRole('searchbox', { name: '按文字筛选' }).fill('')
  await table.getByRole('button').filter({ hasText: '6.84亿元' }).click()
  await window.waitForURL(/\/review\?at=r\d+$/)
})

test.describe('nothing keeps anyone out', () => {
  // The checker puts its own script into the page; the policy is looked at elsewhere.
  test.use({ bypassCSP: true })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ window }) => {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await figures(window)
      await expect(window.getByRole('region', { name: '数量表' }).getByRole('button').first()).toBeVisible()
      expect(await faults(window)).toEqual([])
    })
  }
})
