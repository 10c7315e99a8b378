import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findBrowser, VARIABLE } from './find-browser.mjs'

/**
 * Builds the window as it is released, into a place of its own, and drives it in a real browser.
 *
 * `--optional`: where no browser can be had, says so and ends well. Everything else goes to Playwright:
 * `node test/e2e/run.mjs library --headed`.
 */

const root = fileURLToPath(new URL('../../', import.meta.url))
const optional = process.argv.includes('--optional')
const rest = process.argv.slice(2).filter((argument) => argument !== '--optional')

process.exitCode = await run()

async function run() {
  const { found, tried } = await findBrowser()
  if (!found) {
    say([
      'THE END-TO-END TESTS DID NOT RUN: no Chromium could be started here.',
      ...tried.map((line) => `  ${line}`),
      `Install Chromium, Chrome or Edge, run "npx playwright install chromium", or name one in ${VARIABLE}.`,
    ])
    return optional ? 0 : 1
  }
  const outDir = join(root, 'node_modules/.cache/jiaokan-e2e/renderer')
  await build({ configFile: join(root, 'vite.config.renderer.ts'), logLevel: 'warn', build: { outDir } })
  const require = createRequire(import.meta.url)
  const playwright = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
  const config = fileURLToPath(new URL('playwright.config.ts', import.meta.url))
  const child = spawn(process.execPath, [playwright, 'test', '--config', config, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...found.env,
      JIAOKAN_E2E_EXECUTABLE: found.executable,
      JIAOKAN_E2E_ROOT: outDir,
    },
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1))
    child.on('error', () => resolve(1))
  })
}

function say(lines) {
  const rule = '='.repeat(78)
  process.stderr.write(`\n${rule}\n${lines.join('\n')}\n${rule}\n\n`)
}
