import { defineConfig } from '@playwright/test'

// Started by run.mjs, which has found the browser and built the window.

const executablePath = process.env['JIAOKAN_E2E_EXECUTABLE']

export default defineConfig({
  testMatch: '*.spec.ts',
  projects: [
    { name: 'browser', testDir: '.' },
    { name: 'shell', testDir: '../shell', testIgnore: 'faults.spec.ts' },
    // Most of these wait for something that must not come.
    { name: 'faults', testDir: '../shell', testMatch: 'faults.spec.ts', expect: { timeout: 2_500 } },
  ],
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // What fails once in a while is a fault like any other.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
