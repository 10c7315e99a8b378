import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Download, Page } from '@playwright/test'
import { commandLine } from './command-line.ts'
import { DiffPage } from './diff-page.ts'
import { faults } from './faults.ts'
import { expect, test } from './fixtures.ts'
import { type GivenFile, LibraryPage } from './library-page.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const SAMPLE = { name: 'sample.txt', content: readFileSync(join(root, 'resources/sample/sample.txt')) }

async function openExport(page: Page, file: GivenFile): Promise<void> {
  const library = new LibraryPage(page)
  await library.choose(file)
  await library.importButton.click()
  await page.waitForURL(/#\/book\//)
  await page.getByRole('link', { name: '导出' }).click()
  await expect(page.getByRole('region', { name: '文件预览' })).toBeVisible()
}

async function save(page: Page): Promise<Download> {
  const button = page.getByRole('button', { name: /^保存 / })
  await expect(button).toBeEnabled()
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return download
}

async function saved(page: Page): Promise<Buffer> {
  return readFileSync(await (await save(page)).path())
}

test.describe('what is saved is what the command line writes, byte for byte', () => {
  let folder = ''

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiaokan-export-'))
    const jiaokan = await commandLine(folder)
    writeFileSync(join(folder, SAMPLE.name), SAMPLE.content)
    const run = (out: string, ...flags: string[]): void =>
      jiaokan('clean', SAMPLE.name, '--out', out, ...flags)
    run('plain')
    run('full', '--findings', '--corrections', '--spans')
  })

  test.afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('as JSON, bare and with everything', async ({ window }) => {
    await openExport(window, SAMPLE)
    const download = await save(window)
    expect(download.suggestedFilename()).toBe('sample.json')
    expect(readFileSync(await download.path())).toEqual(readFileSync(join(folder, 'plain/sample.json')))

    for (const extra of ['存疑', '改动', '原文位置'])
      await window.getByRole('checkbox', { name: extra }).check()
    expect(await saved(window)).toEqual(readFileSync(join(folder, 'full/sample.json')))
  })

  test('as text', async ({ window }) => {
    await openExport(window, SAMPLE)
    await window.getByRole('radio', { name: '纯文本' }).check()
    await expect(window.getByRole('checkbox', { name: '存疑' })).toBeDisabled()
    const download = await save(window)
    expect(download.suggestedFilename()).toBe('sample.txt')
    expect(readFileSync(await download.path())).toEqual(readFileSync(join(folder, 'plain/sample.txt')))
  })
})

test('the preview shows the file as it will be, decisions included', async ({ window }) => {
  const diff = await DiffPage.of(window, SAMPLE)
  await diff.raw.locator('del.substance', { hasText: 'O' }).first().click()
  await window.keyboard.press('v')
  await expect(diff.corrected.filter({ hasText: '2O20年2月26日' })).toHaveCount(1)

  await window.getByRole('link', { name: '导出' }).click()
  await window.getByRole('radio', { name: '纯文本' }).check()
  const preview = window.getByRole('region', { name: '文件预览' })
  await expect(preview).toContainText('【全县交通工作会议】2O20年2月26日')
  const text = (await saved(window)).toString('utf8')
  expect(text).toContain('【全县交通工作会议】2O20年2月26日')
  const lines = text.split('\n')
  for (const [i, shown] of (await preview.locator('.text').allInnerTexts()).entries())
    expect(shown).toBe(lines[i])
})

test('the verdict is told in words and figures', async ({ window }) => {
  await openExport(window, SAMPLE)
  const verdict = window.getByRole('region', { name: '核对结果' })
  await expect(verdict).toContainText('原文字字有着落，校后字字有来历')
  await expect(verdict).toContainText(/数字与原文一致，共 \d+ 组/)
  const figures = async (column: number): Promise<number[]> => {
    const cells = await verdict.locator(`tr > :nth-child(${column + 1})`).allInnerTexts()
    return cells.slice(1).flatMap((cell) => (cell === '' ? [] : [Number(cell.replaceAll(',', ''))]))
  }
  for (const column of [1, 2]) {
    const numbers = await figures(column)
    const sum = numbers.pop()
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(sum)
  }
})

test('a broken law blocks the export, names the place and leads there', async ({ window, context }) => {
  // The engine keeps its laws: so that one is broken, the worker's answer is changed on its way.
  let isChanged = false
  await context.route(/book\.worker.*\.js/, async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    const broken = body
      .replace(/imbalanceCount:\w+\.length/, 'imbalanceCount:1')
      .replace(/imbalances:\w+\.slice\(0,\w+\)/, 'imbalances:[{kind:"gap",from:40,to:41,blocks:[]}]')
    isChanged = broken !== body
    await route.fulfill({ response, body: broken })
  })
  await openExport(window, SAMPLE)
  expect(isChanged).toBe(true)
  const verdict = window.getByRole('region', { name: '核对结果' })
  await expect(verdict).toContainText('有 1 处对不上账')
  await expect(verdict).toContainText('这段原文不属于任何段落')
  await expect(window.getByRole('button', { name: /^保存 / })).toBeDisabled()
  await expect(window.getByText('核对未通过，不能导出')).toBeVisible()
  const line = SAMPLE.content.toString('utf8').slice(0, 40).split('\n').length
  await verdict.getByRole('button', { name: `第 ${line} 行` }).click()
  await window.waitForURL(/\/review\?at=r40$/)
})

test.describe('nothing keeps anyone out', () => {
  test.use({ bypassCSP: true })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ window }) => {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await openExport(window, SAMPLE)
      await expect(window.getByRole('region', { name: '核对结果' })).toContainText('合计')
      expect(await faults(window)).toEqual([])
    })
  }
})
