import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@playwright/test'
import { electronPackage } from '../../src/launch/electron-binary.ts'
import { ElectronDesk } from './electron/desk.ts'
import { SHARED } from './scenarios/index.ts'

// The same scenarios on Electron itself, wherever its binary is.

const root = fileURLToPath(new URL('../../', import.meta.url))
const executable = electronPackage(join(root, 'node_modules/electron'), process.env)?.executable ?? null
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const missing =
  executable === null ? 'its binary is not installed' : hasDisplay ? null : 'there is no display'

test.describe('on Electron itself', () => {
  if (missing !== null) {
    // A line of its own in the list, so that nobody takes silence for success.
    test(`NOT RUN ON ELECTRON ITSELF: ${missing}`, () => test.skip())
    return
  }
  for (const { name, before, run } of SHARED) {
    test(name, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'jiaokan-electron-'))
      try {
        const desk = await ElectronDesk.start({
          executable: executable ?? '',
          root,
          folder,
          files: before?.(folder) ?? [],
        })
        await run(desk).finally(() => desk.close())
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
  }
})
