import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build as buildShell } from 'electron-vite'
import { build } from 'vite'
import { findBrowser, VARIABLE } from './find-browser.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds the window as it is released, into a place of its own, and has Playwright drive it in a real browser as `config`
 * says. Gives the exit code; null, after saying so loudly, where no browser can be had.
 */
export async function drive(config, rest, variables = {}) {
  const { found, tried } = await findBrowser()
  if (!found) {
    say([
      'NO CHROMIUM COULD BE STARTED HERE, so that nothing was driven and nothing was tested in the window.',
      ...tried.map((line) => `  ${line}`),
      `Install Chromium, Chrome or Edge, run "npx playwright install chromium", or name one in ${VARIABLE}.`,
    ])
    return null
  }
  const built = join(root, 'node_modules/.cache/jiaokan-e2e')
  const outDir = join(built, 'renderer')
  await build({ configFile: join(root, 'vite.config.renderer.ts'), logLevel: 'warn', build: { outDir } })
  // The desktop shell, beside it.
  await buildShell({
    configFile: join(root, 'electron.vite.config.ts'),
    logLevel: 'error',
    build: { outDir: built },
  })
  const require = createRequire(import.meta.url)
  const playwright = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
  const child = spawn(process.execPath, [playwright, 'test', '--config', config, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...found.env,
      ...variables,
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
