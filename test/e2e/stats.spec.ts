import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { faults } from './faults.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'

const SAMPLE = {
  name: 'sample.txt',
  content: readFileSync(fileURLToPath(new URL('../../resources/sample/sample.txt', import.meta.url))),
}

async function stats(window: Page): Promise<void> {
  const library = new LibraryPage(window)
  await library.choose(SAMPLE)
  await library.importButton.click()
  await window.waitForURL(/#\/book\//)
  await window.getByRole('link', { name: '统计' }).click()
  await expect(window.getByRole('slider', { name: '改动在全书的分布' })).toBeVisible()
}

test('a cell of the heat map leads to the first of its findings', async ({ window }) => {
  await stats(window)
  const cells = window.getByRole('group', { name: '存疑：规则与分目' }).getByRole('link')
  expect(await cells.count()).toBeGreaterThan(0)
  await cells.first().click()
  await window.waitForURL(/\/review\?at=r\d+$/)
})

test('the strip says what is where, and is clicked or gone through by keys', async ({ window }) => {
  await stats(window)
  const strip = window.getByRole('slider', { name: '改动在全书的分布' })
  await strip.focus()
  await window.keyboard.press('End')
  await expect(strip).toHaveAttribute('aria-valuenow', '120')
  await window.keyboard.press('Home')
  await window.keyboard.press('ArrowRight')
  await expect(strip).toHaveAttribute('aria-valuenow', '2')
  await expect(strip).toHaveAttribute('aria-valuetext', /^第 \d+ 行前后：版式 \d+，字符 \d+，实质 \d+$/)
  await window.keyboard.press('Enter')
  await window.waitForURL(/\/review\?at=r\d+$/)
  const near = Number(/\d+$/.exec(window.url())?.[0])
  await window.goBack()
  const box = await strip.boundingBox()
  if (!box) throw new Error('no strip')
  await strip.click({ position: { x: box.width - 4, y: 20 } })
  await window.waitForURL(/\/review\?at=r\d+$/)
  expect(Number(/\d+$/.exec(window.url())?.[0])).toBeGreaterThan(near)
})

test('the official error rate waits for the length of the book, and remembers it', async ({ window }) => {
  await stats(window)
  await expect(window.getByText('填写行、字、页之后显示。')).toBeVisible()
  for (const [name, value] of [
    ['行', '38'],
    ['字', '40'],
    ['页', '500'],
  ] as const) {
    await window.getByRole('spinbutton', { name }).fill(value)
    await window.getByRole('spinbutton', { name }).blur()
  }
  await expect(window.getByText('版面字数 760,000')).toBeVisible()
  await window.reload()
  await expect(window.getByText('版面字数 760,000')).toBeVisible()
  await expect(window.getByText('填写行、字、页之后显示。')).toHaveCount(0)
})

test('reading an entry moves the progress', async ({ window }) => {
  await stats(window)
  const read = window.getByRole('img', { name: '通读进度' })
  await expect(read).toContainText('0 / ')
  const at = SAMPLE.content.toString('utf8').indexOf('霁江二桥主桥合龙')
  await window.evaluate((to) => {
    location.hash = location.hash.replace(/\/stats.*$/, to)
  }, `/review?at=r${at}`)
  await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('霁江二桥合龙')
  await window.keyboard.press('r')
  await window.getByRole('link', { name: '统计' }).click()
  await expect(read).toContainText('1 / ')
})

test.describe('nothing keeps anyone out', () => {
  // The checker puts its own script into the page; the policy is looked at elsewhere.
  test.use({ bypassCSP: true })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ window }) => {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await stats(window)
      expect(await faults(window)).toEqual([])
    })
  }
})
