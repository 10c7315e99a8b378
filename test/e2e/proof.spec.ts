import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { commandLine } from './command-line.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { ProofSheet } from './proof-sheet.ts'
import { ReviewPage } from './review-page.ts'
import { long, PDF } from './texts.ts'

const FIRST = readFileSync(
  fileURLToPath(new URL('../../resources/sample/sample.txt', import.meta.url)),
  'utf8',
)

/** The second proof: other lines, a few other sentences, an entry more. */
const SECOND = FIRST.replace('路长386名，全年养护', '路长386\n名，全年\n养护')
  .replace('会议印发《霁川县交通强县建设三年行动方案》', '会议通过《霁川县交通强县建设三年行动方案》')
  .replace('新增高效节水灌溉面积640公顷', '新增高效节水灌溉面积655公顷')
  .replace('【桐汊港区整治】', '【公交优惠】 2020年，老年人凭证免费乘坐公交车。\n\n【桐汊港区整治】')
const second = { name: '二校.txt', content: SECOND }

/** The page may still be on its way to the next finding when it is clicked: again, until the caret is where it should be. */
async function caretAt(review: ReviewPage, words: string): Promise<void> {
  const here = review.page.locator('.here').filter({ hasText: words })
  await expect(async () => {
    await review.block(words).first().scrollIntoViewIfNeeded()
    await review.caretBefore(words)
    await expect(here.first()).toBeVisible({ timeout: 1000 })
  }).toPass()
}

async function retyped(review: ReviewPage, words: string, to: string): Promise<void> {
  const { page } = review
  await caretAt(review, words)
  await page.keyboard.press('e')
  await review.field.fill((await review.field.inputValue()).replace(words, to))
  await page.keyboard.press('Enter')
  await expect(review.block(to).first()).toBeVisible()
}

/** Of each kind of decision one. */
async function workedOn(page: Page): Promise<ReviewPage> {
  const review = await ReviewPage.import(page, { name: '一校.txt', content: FIRST })
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.keyboard.press('x')
  await retyped(review, '会议印发', '会上印发')
  await retyped(review, '处置路面病害', '处理路面病害')
  await caretAt(review, '年内，交通行业')
  await page.keyboard.press('b')
  await expect(review.block('年内，交通行业').first()).toHaveText(/^年内/)
  await caretAt(review, '县交通运输局推行')
  await review.select(6)
  await page.keyboard.press('l')
  await expect(page.locator('.caption', { hasText: '县交通运输局' }).first()).toBeVisible()
  await caretAt(review, '全县12个乡镇')
  await page.keyboard.press('r')
  await review.saved()
  return review
}

/** What `workedOn` did, in whatever proof; the entry is at the top of the page then. */
async function isCarried(review: ReviewPage): Promise<void> {
  const { page } = review
  await review.text.focus()
  await page.keyboard.press('g')
  await page.keyboard.type('全县交通工作会议')
  await page.keyboard.press('Enter')
  await page.keyboard.press('[')
  await expect(review.block('处理路面病害').first()).toBeVisible()
  await expect(review.block('年内，交通行业').first()).toHaveText(/^年内/)
  await expect(page.locator('.caption', { hasText: '县交通运输局' }).first()).toBeVisible()
}

async function download(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return readFileSync(await file.path())
}

test('a later proof takes over what was decided, and is a book of its own beside the earlier one', async ({
  window,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-proof-'))
  const jiaokan = await commandLine(folder)
  const review = await workedOn(window)
  const first = await download(window, () => window.keyboard.press('Control+s'))

  const proof = new ProofSheet(window)
  await proof.load(second)
  await expect(proof.sheet.getByLabel('书名')).toHaveValue('一校（二校样）')
  await proof.compare.click()
  await expect(proof.sheet).toContainText('尚未写入')
  await expect(proof.sheet).toContainText(/新校样 [\d,]+ 字/u)
  expect(await proof.counts('分段')).toEqual(['1', '0', '0'])
  expect(await proof.counts('提出的文字')).toEqual(['1', '0', '0'])
  expect(await proof.counts('更正')).toEqual(['2', '0', '1'])
  await expect(proof.conflicts).toHaveCount(1)
  await expect(proof.conflicts).toContainText('当时定为“上”')

  await proof.sheet.getByRole('button', { name: '存为新校样' }).click()
  await expect(window.getByText('上一校原样保留')).toBeVisible()
  await review.ready()
  await expect(window.getByRole('banner')).toContainText('一校（二校样）')
  await expect(review.card).toContainText('上一校未带过来')
  await expect(review.card).toContainText('上一校的更正没有带过来')
  await isCarried(review)
  await window.reload()
  await review.ready()
  await isCarried(review)

  // What goes out is what the command line makes of the same.
  writeFileSync(join(folder, '一校.jiaokan'), first)
  writeFileSync(join(folder, second.name), second.content)
  jiaokan('carry', '一校.jiaokan', second.name, '--out', 'o')
  jiaokan('export', 'o/二校.jiaokan', '--out', 'o', '--format', 'json')
  await window.getByRole('link', { name: '导出' }).click()
  const json = await download(window, () => window.getByRole('button', { name: /^保存 / }).click())
  expect(json.equals(readFileSync(join(folder, 'o/二校.json')))).toBe(true)
  rmSync(folder, { recursive: true, force: true })

  // A conflict waits like any finding, and is settled for good.
  await window.getByRole('link', { name: '校对' }).click()
  await review.ready()
  await window.keyboard.press('g')
  await window.keyboard.type('全县交通工作会议')
  await window.keyboard.press('Enter')
  while (!(await review.card.innerText()).includes('上一校未带过来')) await window.keyboard.press('j')
  await window.keyboard.press('Enter')
  await expect(review.card).not.toContainText('上一校未带过来')
  await review.saved()
  await review.counted()
  const left = await review.status.innerText()
  await window.reload()
  await review.ready()
  await expect(review.card).not.toContainText('上一校未带过来')
  expect(await review.status.innerText()).toBe(left)

  // The earlier one is as it was.
  const library = new LibraryPage(window)
  await library.back()
  await library.book('一校（二校样）').hover()
  await window.getByRole('button', { name: '打开《一校（二校样）》的上一校' }).click()
  await review.ready()
  expect(await download(window, () => window.keyboard.press('Control+s'))).toEqual(first)
})

test('until the editor confirms, nothing is written', async ({ window }) => {
  const library = new LibraryPage(window)
  await library.import({ name: '一校.txt', content: FIRST })
  const proof = new ProofSheet(window)

  await proof.loadFor('一校', { name: '二校.pdf', content: PDF })
  await expect(proof.sheet.getByRole('alert')).toBeVisible()
  await expect(proof.compare).toBeDisabled()
  await window.keyboard.press('Escape')

  await proof.loadFor('一校', { name: '长.txt', content: long(1_500_000) })
  await proof.compare.click()
  await expect(proof.sheet.getByRole('progressbar')).toBeVisible()
  await proof.sheet.getByRole('button', { name: '取消' }).click()
  await expect(window.getByText('已取消，书库没有变化。')).toBeVisible()
  await window.keyboard.press('Escape')

  await proof.loadFor('一校', second)
  await proof.compare.click()
  await expect(proof.sheet).toContainText('上一校还没有取舍')
  await window.keyboard.press('Escape')
  await expect(proof.sheet).toHaveCount(0)
  await expect(library.books).toHaveCount(1)
  await window.reload()
  await expect(library.books).toHaveCount(1)
})
