import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DiffPage } from './diff-page.ts'
import { faults } from './faults.ts'
import { allSaved, expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'

const SAMPLE = {
  name: 'sample.txt',
  content: readFileSync(fileURLToPath(new URL('../../resources/sample/sample.txt', import.meta.url))),
}
/** A letter in a number, a width, spaces, a caption in a sentence. */
const SMALL = {
  name: 'small.txt',
  content: [
    '粮食',
    '',
    '综 述',
    '',
    '【概况】 2O17年，云山县有国有粮食企业１２家，全年收购粮食18.4万吨，比上年增长4',
    '',
    '.5%。县粮食局新建粮站一座，位于城东街道，仓',
    '',
    '2017年6月18日，云山县城东粮站开工',
    '（县粮食局 供稿）',
    '',
    '容3.2万吨，配套烘干设备两台，日烘干能力60吨，服务周边农户。',
    '',
  ].join('\n'),
}

test('a changed number stands out on both sides, and each layer can be switched off', async ({ window }) => {
  const diff = await DiffPage.of(window, SMALL)
  await expect(diff.raw.locator('del.figures', { hasText: 'O' })).toBeVisible()
  await expect(diff.corrected.locator('ins.figures', { hasText: '0' })).toBeVisible()
  await expect(diff.raw.locator('del.character')).toHaveText(['１２'])
  // Put together again, `4⏎.5%` is the same number, and all the same a place to look at.
  await expect(diff.raw.locator('del.figures.layout')).toHaveText(['↵↵'])

  await diff.layer('版式').click()
  await expect(diff.raw.locator('del.layout, .mark, .away')).toHaveCount(0)
  await expect(diff.raw.locator('del.substance')).toHaveCount(1)
  await diff.layer('字符').click()
  await expect(diff.list.locator('.character')).toHaveCount(0)
  await window.keyboard.press('3')
  await expect(diff.layer('实质')).toHaveAttribute('aria-checked', 'false')
  await expect(diff.list.locator('del, ins')).toHaveCount(0)
  // What is hidden is corrected all the same.
  await expect(diff.corrected.filter({ hasText: '2017年，云山县有国有粮食企业12家' })).toHaveCount(1)
})

test('the counts are those of the ledger, and each change is met once', async ({ window }) => {
  const diff = await DiffPage.of(window, SAMPLE)
  const counts = [await diff.count('版式'), await diff.count('字符'), await diff.count('实质')]
  const status = window.getByRole('contentinfo')
  await expect(status).toContainText(`版式 ${counts[0]}`)
  await expect(status).toContainText(`字符 ${counts[1]}`)
  await expect(status).toContainText(`实质 ${counts[2]}`)

  await window.keyboard.press('1')
  const total = (counts[1] ?? 0) + (counts[2] ?? 0)
  for (let n = 1; n <= total; n++) {
    await window.keyboard.press('j')
    await expect.poll(() => diff.place()).toEqual({ number: n, total })
    await expect(diff.selected.first()).toBeInViewport()
  }
  await window.keyboard.press('j')
  expect(await diff.place()).toEqual({ number: total, total })
  await window.keyboard.press('k')
  await expect.poll(() => diff.place()).toEqual({ number: total - 1, total })
})

test('a change is reverted by key or by hand, and comes back', async ({ window }) => {
  const diff = await DiffPage.of(window, SMALL)
  await diff.layer('版式').click()
  const before = await diff.count('实质')
  await diff.raw.locator('del', { hasText: 'O' }).click()
  await expect(diff.card).toContainText('实质')
  await expect(diff.card).toContainText('数字')
  await expect(diff.card).toContainText('第 5 行')
  await window.keyboard.press('v')
  await expect(diff.corrected.filter({ hasText: '2O17年' })).toHaveCount(1)
  expect(await diff.count('实质')).toBe(before - 1)
  // The next change is selected, so that one can go on.
  await expect.poll(() => diff.place()).not.toBeNull()

  await window.keyboard.press('u')
  await expect(diff.corrected.filter({ hasText: '2017年，' })).toHaveCount(1)
  expect(await diff.count('实质')).toBe(before)

  await diff.corrected.locator('ins.character').click()
  await diff.card.getByRole('button', { name: '还原' }).click()
  await expect(diff.corrected.filter({ hasText: '企业１２家' })).toHaveCount(1)
  await allSaved(window)
  await window.reload()
  await diff.ready()
  await expect(diff.corrected.filter({ hasText: '企业１２家' })).toHaveCount(1)
})

test('an undo shows what it has brought back', async ({ window }) => {
  const diff = await DiffPage.of(window, SAMPLE)
  await window.keyboard.press('j')
  const first = diff.selected.first()
  const words = await first.innerText()
  await window.keyboard.press('v')
  await expect.poll(() => diff.place()).not.toBeNull()
  await diff.rows.first().hover()
  await window.mouse.wheel(0, 100_000)
  await expect(diff.selected).toHaveCount(0)
  await window.keyboard.press('u')
  await expect.poll(async () => (await diff.place())?.number).toBe(1)
  await expect(first).toBeInViewport()
  expect(await first.innerText()).toBe(words)

  // What is done again is gone: then it is the text that comes into view.
  await diff.rows.first().hover()
  await window.mouse.wheel(0, 100_000)
  await expect(diff.selected).toHaveCount(0)
  await window.keyboard.press('Shift+U')
  await expect(diff.rows.first()).toBeInViewport()
})

test('a change is confirmed, and the editor answers for it from then on', async ({ window }) => {
  const diff = await DiffPage.of(window, SMALL)
  await diff.raw.locator('del', { hasText: 'O' }).click()
  await expect(diff.card).toContainText('自动')
  await window.keyboard.press('c')
  await diff.raw.locator('del', { hasText: 'O' }).click()
  await expect(diff.card).toContainText('已确认')
  await expect(diff.card.getByRole('button', { name: '确认' })).toBeDisabled()
  // What was moved is a change like any other.
  await diff.raw.locator('.away', { hasText: '开工' }).click()
  await window.keyboard.press('c')
  await diff.raw.locator('.away', { hasText: '开工' }).click()
  await expect(diff.card).toContainText('已确认')
  await allSaved(window)
  await window.reload()
  await diff.ready()
  await diff.raw.locator('del', { hasText: 'O' }).click()
  await expect(diff.card).toContainText('已确认')
})

test('only changes leave out what is the same', async ({ window }) => {
  const diff = await DiffPage.of(window, SAMPLE)
  await diff.layer('版式').click()
  await diff.layer('字符').click()
  await window.keyboard.press('h')
  await expect(window.getByRole('switch', { name: '只看改动' })).toHaveAttribute('aria-checked', 'true')
  await expect(diff.list.getByText(/\d+ 段无改动/).first()).toBeVisible()
  await expect(diff.list.getByText(/略 \d+ 字/).first()).toBeVisible()
  const shown = await diff.rows.count()
  expect(shown).toBeLessThanOrEqual(await diff.count('实质'))
  for (let i = 0; i < shown; i++) await expect(diff.rows.nth(i).locator('del, ins')).not.toHaveCount(0)
})

test('moved text is joined with the place where it is read', async ({ window }) => {
  const diff = await DiffPage.of(window, SMALL)
  await expect(diff.raw.locator('.away', { hasText: '开工' })).toBeVisible()
  await expect(diff.corrected.locator('.here', { hasText: '开工' })).toBeVisible()
  await expect(diff.ribbons).not.toHaveCount(0)
  await diff.raw.locator('.away', { hasText: '开工' }).click()
  await expect(diff.card).toContainText('图片说明')
  await expect(window.locator('svg.ribbons path.selected')).toHaveCount(1)
  await window.keyboard.press('o')
  await expect(diff.raw.locator('.away.selected').first()).toBeInViewport()
  const before = await diff.count('版式')
  await window.keyboard.press('v')
  await expect.poll(() => diff.count('版式')).toBe(before - 1)
})

test('one column is remembered', async ({ window }) => {
  const diff = await DiffPage.of(window, SMALL)
  await window.getByRole('radio', { name: '行内' }).check()
  await expect(diff.raw).toHaveCount(0)
  await expect(diff.corrected.locator('del', { hasText: 'O' })).toBeVisible()
  await expect(diff.corrected.locator('ins', { hasText: '0' })).toBeVisible()
  await window.reload()
  await diff.ready()
  await expect(diff.raw).toHaveCount(0)
})

test('one entry is compared by itself, and the next ones after it', async ({ window }) => {
  const diff = await DiffPage.of(window, SAMPLE)
  const text = SAMPLE.content.toString('utf8')
  await diff.open(text.indexOf('霁江二桥主桥合龙'))
  await expect(diff.corrected.filter({ hasText: '【霁江二桥合龙】' })).toHaveCount(1)
  const all = await diff.count('字符')
  expect(all).toBeGreaterThan(0)
  await expect(diff.corrected.filter({ hasText: '【概况】' })).toHaveCount(0)
  await window.keyboard.press(']')
  await expect(diff.corrected.filter({ hasText: '【概况】' })).toHaveCount(1)
  await window.keyboard.press('[')
  await expect(diff.corrected.filter({ hasText: '【霁江二桥合龙】' })).toHaveCount(1)
  await window.getByRole('radio', { name: '全书' }).check()
  await expect.poll(() => diff.count('字符')).toBeGreaterThan(all)
  await expect(diff.corrected.filter({ hasText: '【霁江二桥合龙】' })).toBeInViewport()
})

test('D leads from an entry to its comparison, and back to the change', async ({ window }) => {
  const library = new LibraryPage(window)
  await library.choose(SAMPLE)
  await library.importButton.click()
  await window.waitForURL(/\/review/)
  const at = SAMPLE.content.toString('utf8').indexOf('霁江二桥主桥合龙')
  await window.evaluate((to) => {
    location.hash = location.hash.replace(/\/review.*$/, to)
  }, `/review?at=r${at}`)
  await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('霁江二桥合龙')
  await window.keyboard.press('d')
  const diff = new DiffPage(window)
  await diff.ready()
  await expect(diff.corrected.filter({ hasText: '【霁江二桥合龙】' })).toHaveCount(1)
  await expect(diff.corrected.filter({ hasText: '【概况】' })).toHaveCount(0)
  await window.keyboard.press('j')
  await expect(diff.selected.first()).toBeVisible()
  await window.keyboard.press('d')
  await window.waitForURL(/\/review\?at=r\d+$/)
  const back = Number(/\d+$/.exec(window.url())?.[0])
  expect(Math.abs(back - at)).toBeLessThan(400)
})

test.describe('nothing keeps anyone out', () => {
  // The checker puts its own script into the page; the policy is looked at elsewhere.
  test.use({ bypassCSP: true })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ window }) => {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const diff = await DiffPage.of(window, SAMPLE)
      await window.keyboard.press('f')
      await expect(diff.card).toContainText('数字')
      expect(await faults(window), 'side by side').toEqual([])
      await window.keyboard.press('i')
      await window.keyboard.press('h')
      expect(await faults(window), 'inline').toEqual([])
    })
  }
})
