import { expect, test } from './fixtures.ts'
import { ReviewPage } from './review-page.ts'

test('the language follows the system until it is chosen, and is remembered', async ({
  browser,
  address,
  window,
}) => {
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('从一份原始文本开始')
  await window.keyboard.press('Control+Comma')
  await window.getByRole('radio', { name: 'English' }).check()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Begin with a raw text')
  await expect(window.locator('html')).toHaveAttribute('lang', 'en-GB')
  await window.reload()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Begin with a raw text')

  const english = await browser.newContext({ locale: 'en-US' })
  const page = await english.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Begin with a raw text')
  await english.close()
})

test('the theme follows the system until it is chosen, and is remembered', async ({ window }) => {
  const ground = (): Promise<string> => window.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [paper, night] = ['rgb(251, 250, 246)', 'rgb(26, 25, 23)']
  await expect.poll(ground).toBe(paper)
  await window.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe(night)

  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill('浅色')
  await window.keyboard.press('Enter')
  await expect.poll(ground).toBe(paper)
  await window.reload()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(ground).toBe(paper)
})

test('in high contrast what is written on a filled button can be read', async ({ window }) => {
  await window.emulateMedia({ forcedColors: 'active' })
  const style = await window.getByRole('button', { name: '导入文件' }).evaluate((button) => {
    const { forcedColorAdjust, color, backgroundColor } = getComputedStyle(button)
    return { forcedColorAdjust, isSame: color === backgroundColor }
  })
  // Else the system lays a plate behind the words, of the colour that the words have.
  expect(style).toEqual({ forcedColorAdjust: 'none', isSame: false })
})

test('the text grows and shrinks between its bounds', async ({ window }) => {
  const size = (): Promise<string> =>
    window.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--text-size'))
  await expect.poll(size).toBe('17px')
  for (let i = 0; i < 9; i++) await window.keyboard.press('Control+=')
  await expect.poll(size).toBe('24px')
  await window.keyboard.press('Control+Minus')
  await expect.poll(size).toBe('23px')
  await window.keyboard.press('Control+0')
  await expect.poll(size).toBe('17px')
})

test('long names in the bar leave the window where it is', async ({ window }) => {
  await window.setViewportSize({ width: 1280, height: 800 })
  const long = '云山县国民经济和社会发展统计年鉴'
  const content = `${long}\n\n综 述\n\n【${long}工作会议】 全年收购粮食4.5万吨。\n`
  const review = await ReviewPage.import(window, { name: `${long}.txt`, content })
  await review.block('全年收购').click()
  await window.keyboard.press('r')
  await review.saved()
  await window.getByRole('button', { name: '设置' }).click()
  await window.getByRole('radio', { name: 'English' }).check()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: 'Settings' })).toBeFocused()
  const bar = await window.getByRole('banner').boundingBox()
  expect(bar).toMatchObject({ x: 0, width: 1280 })
})

test('nothing in the bar moves when a book is first saved', async ({ window }) => {
  const review = await ReviewPage.import(window, {
    name: '云山.txt',
    content: '综 述\n\n【概况】 收购粮食。\n',
  })
  const tabs = window.getByRole('navigation', { name: '视图' })
  const before = await tabs.boundingBox()
  await review.block('收购').click()
  await window.keyboard.press('r')
  await review.saved()
  expect(await tabs.boundingBox()).toEqual(before)
})

test('keys are on a sheet, and can be changed', async ({ window }) => {
  await window.keyboard.press('Shift+Slash')
  const sheet = window.getByRole('dialog', { name: '按键一览' })
  await expect(sheet).toContainText('命令列表')
  const key = sheet.getByRole('button', { name: '更改“打开设置”的按键' })
  await key.click()
  await window.keyboard.press('Control+k')
  await expect(sheet).toContainText('此键已用于“命令列表”')
  await window.keyboard.press('F9')
  await expect(key).toContainText('F9')
  await window.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  await window.reload()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('Control+Comma')
  await expect(window.getByRole('dialog')).toBeHidden()
  await window.keyboard.press('F9')
  await expect(window.getByRole('dialog', { name: '设置' })).toBeVisible()
})

test('the list of commands finds by words and runs by Enter', async ({ window }) => {
  await window.keyboard.press('Control+k')
  await window.keyboard.type('没有这个')
  await expect(window.getByRole('dialog')).toContainText('没有这样的命令')
  await window.getByRole('combobox').fill('英文')
  await expect(window.getByRole('option')).toHaveCount(1)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toBeHidden()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Begin with a raw text')
})

test('a page holds the shipped Song face, not what the machine happens to have', async ({ window }) => {
  await window.evaluate(() => document.fonts.ready)
  const loaded = await window.evaluate(() =>
    Array.from(document.fonts)
      .filter((face) => face.status === 'loaded')
      .map((face) => face.family.replaceAll('"', '')),
  )
  expect(new Set(loaded)).toEqual(new Set(['Noto Serif SC Variable']))
})
