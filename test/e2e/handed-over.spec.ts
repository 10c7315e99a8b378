import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../src/server/serve.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './library-page.ts'
import { YUNSHAN } from './texts.ts'

test('a file named on the command line is offered for import when the window opens, and once only', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-handed-over-'))
  const file = join(folder, '云山 2019.txt')
  writeFileSync(file, YUNSHAN)
  const serving = await serve(process.env['JIAOKAN_E2E_ROOT']!, 0, { file })
  try {
    await page.goto(serving.url)
    const library = new LibraryPage(page)
    await expect(library.staged('云山 2019.txt')).toBeVisible()

    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(library.sheet).toBeHidden()
  } finally {
    await serving.close()
    rmSync(folder, { recursive: true })
  }
})
