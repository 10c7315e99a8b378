// Playwright reads from its patterns which fixtures a fixture wants: those that want none have an empty one.
/* eslint-disable no-empty-pattern */

import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { serve } from '../../src/server/serve.ts'

export { expect }

/** What the browser refused, by the content security policy or by Trusted Types. */
export interface Violation {
  readonly directive: string
  readonly blocked: string
}

/** Waits until all is saved: what is not may go with the page. It asks before it is left, and a test's browser says yes. */
export async function allSaved(page: Page): Promise<void> {
  // With the time: a file that was written is told of in the same word.
  await expect(page.getByText(/^已保存 [0-9]{1,2}:[0-9]{2}/u)).toBeVisible()
}

interface Fixtures {
  /** What went wrong in the pages of this test; each test expects nothing. */
  readonly complaints: string[]
  readonly violations: Violation[]
  /** Whether the browser has private files for the journal; `test.use({ hasPrivateFiles: false })` takes them away. */
  readonly hasPrivateFiles: boolean
  /** The window, open on the library. */
  readonly window: Page
}

interface WorkerFixtures {
  /** Address of the window: the real server, with the real headers. */
  readonly address: string
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  address: [
    async ({}, use) => {
      const root = process.env['JIAOKAN_E2E_ROOT']
      if (!root) throw new Error('start these tests with: npm run test:e2e')
      const serving = await serve(root, 0)
      await use(serving.url)
      await serving.close()
    },
    { scope: 'worker' },
  ],

  hasPrivateFiles: [true, { option: true }],

  violations: async ({}, use) => {
    await use([])
  },

  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'errors in the console').toEqual([])
  },

  context: async ({ context, violations, complaints, hasPrivateFiles }, use) => {
    // The server of these tests keeps no journal, and a browser complains of each answer that says no. Theirs is another
    // matter (durability.spec.ts): one journal for all tests would bring the books of each into the next one's library.
    // So the books are in the private files of the test's own context.
    await context.route('**/session', (route) => route.fulfill({ json: { token: null } }))
    if (!hasPrivateFiles)
      await context.route('**/keeper.worker-*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'postMessage("unable")' }),
      )
    await watch(context, violations, complaints)
    await use(context)
    expect(violations, 'violations of the content security policy').toEqual([])
  },

  window: async ({ page, address }, use) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await use(page)
  },
})

/** Notes whatever the pages of a context complain about. */
export async function watch(
  context: BrowserContext,
  violations: Violation[],
  complaints: string[],
): Promise<void> {
  await context.exposeBinding('reportViolation', (_source, violation: Violation) =>
    violations.push(violation),
  )
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (violation: Violation) => void }
      reportViolation({ directive: effectiveDirective, blocked: blockedURI })
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
}
