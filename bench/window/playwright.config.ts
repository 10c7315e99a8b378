import { defineConfig } from '@playwright/test'
import e2e from '../../test/e2e/playwright.config.ts'

// As the tests of the window are driven, but one thing at a time.

export default defineConfig({
  ...e2e,
  projects: [{ name: 'window', testDir: '.' }],
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: [['line']],
})
