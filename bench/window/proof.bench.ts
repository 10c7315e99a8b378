import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeProject } from '../../src/core/project/write-project.ts'
import { serve } from '../../src/server/serve.ts'
import { ProofSheet } from '../../test/e2e/proof-sheet.ts'
import { Figures } from './figures.ts'
import { longBook } from './long-book.ts'
import { Watch } from './watch.ts'

// A later proof of a large book with a long log: how long it takes, and how long the window stands still for it.

test('a new proof', async ({ page }) => {
  const root = process.env['JIAOKAN_E2E_ROOT']
  if (!root) throw new Error('start this with: npm run bench:window')
  const serving = await serve(root, 0)
  const folder = await mkdtemp(join(tmpdir(), 'jiaokan-bench-'))
  try {
    const { raw, payload, events } = longBook(
      Number(process.env['JIAOKAN_BENCH_CHARACTERS']),
      Number(process.env['JIAOKAN_BENCH_EVENTS']),
    )
    const { text } = raw
    const sha256 = createHash('sha256').update(text).digest('hex')
    const meta = { encoding: 'utf-8', evidence: 'valid', bom: false, newline: 'lf' } as const
    const source = { ...meta, name: 'large.txt', sha256, text, payload }
    const book = join(folder, 'large.jiaokan')
    await writeFile(book, writeProject({ source, events, book: { title: 'large', settings: {} } }))
    // Set anew, with a word more.
    const later = join(folder, 'later.txt')
    await writeFile(later, `新样${text}`)
    const figures = new Figures(await Watch.of(page))
    figures.note('proof.events', events.length, 'count')
    await page.goto(serving.url)
    const choose = async (path: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '导入文件' }).click()
      await (await chooser).setFiles(path)
    }
    const go = page.getByRole('dialog').getByRole('button', { name: /^导入/u })
    await figures.during('project.look', async () => {
      await choose(book)
      await expect(go).toBeEnabled({ timeout: 300_000 })
    })
    await figures.during('project.import', async () => {
      await go.click()
      await page.getByText(/数字锁 ✓/u).waitFor({ timeout: 300_000 })
    })
    const proof = new ProofSheet(page)
    await figures.during('proof.read', async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('载入新校样')
      const chooser = page.waitForEvent('filechooser')
      await page.keyboard.press('Enter')
      await (await chooser).setFiles(later)
      await expect(proof.compare).toBeEnabled({ timeout: 300_000 })
    })
    const keep = proof.sheet.getByRole('button', { name: '存为新校样' })
    await figures.during('proof.compare', async () => {
      const begun = performance.now()
      await proof.compare.click()
      await keep.waitFor({ timeout: 500_000 })
      figures.note('proof.ms', performance.now() - begun)
    })
    await figures.during('proof.keep', async () => {
      await keep.click()
      await expect(proof.sheet).toBeHidden({ timeout: 300_000 })
    })
    figures.print()
  } finally {
    await rm(folder, { recursive: true })
    await serving.close()
  }
})
