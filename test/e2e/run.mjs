import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { drive } from './drive.mjs'

/**
 * The tests of the window. `--optional`: where no browser can be had, ends well all the same. Everything else goes to
 * Playwright: `node test/e2e/run.mjs library --headed`.
 */

const optional = process.argv.includes('--optional')
const rest = process.argv.slice(2).filter((argument) => argument !== '--optional')
const config = fileURLToPath(new URL('playwright.config.ts', import.meta.url))

process.exitCode = (await drive(config, rest)) ?? (optional ? 0 : 1)
