import { expect, test } from './fixtures.ts'
import { composing } from './input-method.ts'
import { LINES } from './review-texts.ts'
import { ReviewPage } from './review-page.ts'

const file = { name: '云山.txt', content: LINES }

test('typing changes what was typed and nothing else', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.caretBefore('总仓容')
  await window.keyboard.press('e')
  await expect(review.field).toHaveValue(/^全县有国有粮库12个，总仓容6万吨。/u)
  await window.keyboard.type('其中县级5个，')
  await window.keyboard.press('Enter')
  await expect(review.field).toHaveCount(0)
  await expect(review.block('总仓容')).toContainText('粮库12个，其中县级5个，总仓容6万吨。开展春秋两季')
  await expect(window.locator('.substance', { hasText: '其中县级5个，' })).toBeVisible()
  await review.reload()
  await window.keyboard.press('u')
  await expect(review.block('总仓容')).toContainText('粮库12个，总仓容6万吨')
  await review.reload()
})

test('typing of a title stays on the line of the title', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  const title = review.block('粮油供应').first()
  const before = (await title.boundingBox())!
  await title.click()
  await window.keyboard.press('e')
  const field = (await review.field.boundingBox())!
  expect(Math.abs(field.y + field.height / 2 - (before.y + before.height / 2))).toBeLessThan(4)
  expect(field.width).toBeLessThan(before.width + 40)
  await window.keyboard.type('新')
  await window.keyboard.press('Enter')
  await expect(review.text).toContainText('新')
})

test('typing leaves the keys to an input method while it composes', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.caretBefore('总仓容')
  await window.keyboard.press('e')
  const ime = await composing(window)
  await ime.compose('gongji')
  // Enter takes what the input method offers; it does not end the typing.
  await ime.press('Enter')
  await expect(review.field).toBeFocused()
  await ime.commit('共计')
  await expect(review.field).toHaveValue(/12个，共计总仓容/u)
  await ime.compose('x')
  await ime.press('Escape')
  await expect(review.field).toBeFocused()
  await ime.commit('')
  await window.keyboard.press('Control+Enter')
  await expect(review.block('总仓容')).toContainText('12个，共计总仓容6万吨')
  await review.reload()
})

test('typing is left by Escape, and can be gone on with', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.caretBefore('总仓容')
  await window.keyboard.press('e')
  await window.keyboard.type('多')
  await window.keyboard.press('Escape')
  await expect(review.block('总仓容')).toContainText('12个，总仓容')
  await window.getByRole('button', { name: '接着改' }).click()
  await expect(review.field).toHaveValue(/12个，多总仓容/u)
  // Going elsewhere keeps what was typed.
  await review.block('放心粮油店').click()
  await expect(review.block('总仓容')).toContainText('12个，多总仓容')
})

test('typing goes into the book when the window is left in the middle of it', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.caretBefore('总仓容')
  await window.keyboard.press('e')
  await window.keyboard.type('多')
  // It is being written, so that the window asks; who stays until it is written loses nothing.
  const asked = window.waitForEvent('dialog')
  await window.evaluate(() => setTimeout(() => location.reload()))
  await (await asked).dismiss()
  await expect(review.block('总仓容')).toContainText('12个，多总仓容')
  await review.reload()
})

test('typing waits while another window has the focus', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.caretBefore('总仓容')
  await window.keyboard.press('e')
  await window.keyboard.type('多')
  // As the browser tells it: the field has lost the keyboard, and is still the active element.
  await review.field.dispatchEvent('blur')
  await window.keyboard.type('少')
  await expect(review.field).toHaveValue(/12个，多少总仓容/u)
  await window.keyboard.press('Enter')
  await expect(review.block('总仓容')).toContainText('12个，多少总仓容')
})

test('typing of a note is not thrown away by a press beside it', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.block('总仓容').click()
  await window.keyboard.press('n')
  const note = window.getByRole('dialog', { name: '批注' })
  await window.mouse.click(40, 300)
  await expect(note).toBeHidden()
  await window.keyboard.press('n')
  await note.getByRole('textbox').fill('查原书')
  await window.mouse.click(40, 300)
  await expect(note.getByRole('textbox')).toHaveValue('查原书')
  await note.getByRole('button', { name: '保存' }).click()
  await expect(window.locator('.noted')).toHaveCount(1)
})

test('typing is looked at again by the rules', async ({ window }) => {
  const review = await ReviewPage.import(window, file)
  await review.caretBefore('家。年内')
  await window.keyboard.press('e')
  await window.keyboard.press('Backspace')
  await window.keyboard.type('l')
  await window.keyboard.press('Enter')
  await expect(review.block('放心粮油店').locator('.waits').first()).toBeVisible()
  await review.reload()
})
