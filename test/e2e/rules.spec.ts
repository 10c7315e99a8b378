import type { Locator, Page } from '@playwright/test'
import { faults } from './faults.ts'
import { expect, test } from './fixtures.ts'
import { ProofSheet } from './proof-sheet.ts'
import { ReviewPage } from './review-page.ts'

const GOOD = `jiaokan-rules: 1
rules:
  - { id: 市斤, find: 市斤, replace: 斤, note: 本书统一用斤 }
  - { id: 年份, pattern: "(?<![0-9])([0-9]{2})年", replace: 19$1年, note: 年份写四位 }
`
const BAD = `${GOOD}  - { id: 慢, pattern: "(年+)+月", note: 慢 }\n`
const BOOK = '综述\n\n【概况】2019年，亩产500市斤，比98年多100市斤。\n\n【产量】获“先进称号。\n'

async function openRules(window: Page): Promise<Locator> {
  await window.getByRole('button', { name: '设置' }).click()
  const sheet = window.getByRole('dialog', { name: '设置' })
  await sheet.getByRole('radio', { name: '规则' }).check()
  return sheet.getByRole('region', { name: '自己的规则' })
}

function give(own: Locator, content: string): Promise<void> {
  const buffer = Buffer.from(content)
  return own.getByLabel('载入规则文件…').setInputFiles({ name: 'r.yaml', mimeType: 'text/yaml', buffer })
}

test('a file with one bad rule is refused with its reason, and nothing of it is kept', async ({ window }) => {
  let own = await openRules(window)
  await give(own, BAD)
  await expect(own.getByRole('alert')).toContainText('“r.yaml”没有采用')
  await expect(own.getByRole('alert')).toContainText('规则“慢”：同一段文字（如连写的“年”）')
  await expect(own.getByRole('checkbox')).toHaveCount(0)
  await window.reload()
  own = await openRules(window)
  await expect(own.getByRole('button', { name: '导出规则文件' })).toHaveCount(0)
  await expect(own.getByRole('checkbox')).toHaveCount(0)
})

test('rules are loaded, tried, kept, and propose in the next book; what is accepted can be undone', async ({
  window,
}) => {
  let own = await openRules(window)
  await give(own, GOOD)
  await expect(own.getByRole('status').filter({ hasText: '已载入“r.yaml”：2 条规则' })).toBeVisible()
  await own.getByRole('textbox').fill('【概况】亩产500市斤，98年300市斤。')
  await own.getByRole('button', { name: '在这段文字里试' }).click()
  await expect(own.getByRole('listitem').filter({ hasText: '本书统一用斤' })).toContainText('2 处')
  await expect(own.getByRole('listitem').filter({ hasText: '年份写四位' })).toContainText('98年 → 1998年')
  await expect(own).toContainText('改动数字')
  await window.keyboard.press('Escape')
  await window.reload()

  const review = await ReviewPage.import(window, { name: '云山.txt', content: BOOK })
  await window.keyboard.press('j')
  await expect(review.card).toContainText('500市▸500斤')
  await expect(review.card).toContainText('本书统一用斤')
  await window.keyboard.press('Enter')
  await expect(review.block('亩产')).toContainText('亩产500斤，比98年')
  await expect(review.card).toContainText('采纳会改动数字：“98年”改为“1998年”')
  await window.keyboard.press('Enter')
  await expect(review.block('亩产')).toContainText('比1998年多100市斤')
  await review.counted()
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(review.block('亩产')).toContainText('亩产500市斤，比98年多')
  await review.counted()

  // On the open book, as it is now.
  own = await openRules(window)
  await own.getByRole('button', { name: '在当前的书里试' }).click()
  await expect(own.getByRole('listitem').filter({ hasText: '本书统一用斤' })).toContainText('2 处')
  await own.getByRole('button', { name: '移除规则“年份”' }).click()
  await expect(own.getByRole('checkbox')).toHaveCount(1)
})

test('a rule that is switched off is silent in the next book', async ({ window }) => {
  await openRules(window)
  const sheet = window.getByRole('dialog', { name: '设置' })
  await sheet.getByRole('searchbox').fill('引号')
  await sheet.getByRole('checkbox', { name: '引号' }).uncheck()
  await window.keyboard.press('Escape')
  await window.reload()
  const review = await ReviewPage.import(window, { name: '云山.txt', content: BOOK })
  await window.keyboard.press('j')
  await expect(review.card).not.toContainText('先进称号')
  await openRules(window)
  await expect(sheet.getByRole('checkbox', { name: '引号' })).not.toBeChecked()
})

test('a later proof is read with the rules that are set, as an import is', async ({ window }) => {
  const review = await ReviewPage.import(window, { name: '一校.txt', content: BOOK })
  const own = await openRules(window)
  await give(own, GOOD)
  await expect(own.getByRole('status').filter({ hasText: '已载入“r.yaml”：2 条规则' })).toBeVisible()
  const sheet = window.getByRole('dialog', { name: '设置' })
  await sheet.getByRole('searchbox').fill('引号')
  await sheet.getByRole('checkbox', { name: '引号' }).uncheck()
  await window.keyboard.press('Escape')

  const proof = new ProofSheet(window)
  await proof.load({ name: '二校.txt', content: BOOK.replace('亩产', '平均亩产') })
  await proof.compare.click()
  await proof.sheet.getByRole('button', { name: '存为新校样' }).click()
  await expect(window.getByRole('banner')).toContainText('一校（二校样）')
  await review.ready()
  await window.keyboard.press('j')
  await expect(review.card).toContainText('500市▸500斤')
  await expect(review.card).toContainText('第 1 条，共 3 条')
})

test.describe('nothing keeps anyone out of the settings', () => {
  // The checker puts its own script into the page; the policy is looked at elsewhere.
  test.use({ bypassCSP: true })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ window }) => {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const own = await openRules(window)
      await give(own, BAD)
      await expect(own.getByRole('alert')).toBeVisible()
      expect(await faults(window), 'refused').toEqual([])
      await give(own, GOOD)
      await own.getByRole('textbox').fill('【概况】亩产500市斤，98年300市斤。')
      await own.getByRole('button', { name: '在这段文字里试' }).click()
      // Said once for all rules, not by each of them.
      await expect(own.getByRole('status')).toContainText('已试：共提示 3 处')
      await expect(own.getByRole('status')).toHaveCount(1)
      expect(await faults(window), 'tried').toEqual([])
    })
  }
})
