import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, watch, type Violation } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { YUNSHAN } from './texts.ts'

const probes = await readFile(new URL('./probes.js', import.meta.url), 'utf8')

/** Puts the probes into the page as a file of its own, with or without the policy. */
async function attack(page: Page, address: string, guarded: boolean): Promise<Record<string, string>> {
  await page.route(`${address}probes.js*`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: probes }),
  )
  await page.route(address, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      '</head>',
      `<script type="module" src="/probes.js?${guarded ? 'outside' : ''}"></script></head>`,
    )
    const headers = guarded ? response.headers() : { 'content-type': 'text/html' }
    await route.fulfill({ response, headers, body })
  })
  await page.goto(address)
  await expect(page.locator('html')).toHaveAttribute('data-probes', /.+/)
  const results = (await page.locator('html').getAttribute('data-probes')) ?? '{}'
  return JSON.parse(results) as Record<string, string>
}

test.describe('the policy', () => {
  // What is refused here is meant to be refused, so these tests look at the complaints themselves.
  test('stops every attack, and each attack works without it', async ({ browser, address }) => {
    const open = await browser.newContext()
    const unguarded = await attack(await open.newPage(), address, false)
    expect(Object.entries(unguarded).filter(([, outcome]) => outcome !== 'allowed')).toEqual([])
    await open.close()

    const violations: Violation[] = []
    const context = await browser.newContext()
    await watch(context, violations, [])
    const guarded = await attack(await context.newPage(), address, true)
    expect(Object.keys(guarded)).toEqual(Object.keys(unguarded))
    expect(Object.entries(guarded).filter(([, outcome]) => outcome !== 'blocked')).toEqual([])

    const outside = violations.filter(({ blocked }) => blocked.includes('example.com'))
    expect(new Set(outside.map(({ directive }) => directive))).toEqual(
      new Set(['connect-src', 'img-src', 'frame-src', 'style-src-elem', 'base-uri', 'form-action']),
    )
    await context.close()
  })
})

test('ordinary work breaks no rule and asks nobody but our own server', async ({ window, address }) => {
  const asked: string[] = []
  window.context().on('request', (request) => asked.push(new URL(request.url()).origin))
  const library = new LibraryPage(window)
  await window.reload()
  await library.import({ name: '云山.txt', content: YUNSHAN })
  for (const keys of ['Control+k', 'Shift+Slash', 'Control+Comma']) {
    await window.keyboard.press(keys)
    await expect(window.getByRole('dialog')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toBeHidden()
  }

  expect(asked.length).toBeGreaterThan(3)
  expect(new Set(asked)).toEqual(new Set([new URL(address).origin]))
})

test('text that looks like markup is text', async ({ window }) => {
  const library = new LibraryPage(window)
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>【概况】\n'
  await library.choose({ name: '<b>粗<b>.txt', content: markup.repeat(3) })

  await expect(library.sheet.getByRole('region', { name: '预览' })).toContainText('<img src=x')
  await library.importButton.click()
  await library.back()
  await expect(library.book('<b>粗<b>')).toHaveCount(1)
  await expect(window).toHaveTitle('校勘')
})
