import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DoubleDesk } from './double/desk.ts'
import { WORK } from './scenarios/work.ts'

// The built shell against a stand-in of Electron and a real Chromium.

const built = dirname(process.env['JIAOKAN_E2E_ROOT'] ?? '')

for (const { name, before, run } of WORK) {
  test(name, async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiaokan-shell-'))
    const desk = await DoubleDesk.start({ browser, built, folder, files: before?.(folder) ?? [] })
    const complaints: string[] = []
    desk.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    desk.page.on('pageerror', (error) => complaints.push(String(error)))
    try {
      await run(desk)
      expect(complaints, 'errors in the console').toEqual([])
    } finally {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
