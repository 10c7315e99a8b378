import { dirname } from 'node:path'
import { expect, test } from '@playwright/test'
import { withDouble } from './double/with-double.ts'
import { ALL } from './scenarios/index.ts'

// The built shell against a stand-in of Electron and a real Chromium.

const built = dirname(process.env['JIAOKAN_E2E_ROOT'] ?? '')

/** A refused address is an error to the page that asked; anything else in its console is one to us. */
const EXPECTED =
  /Failed to load resource|net::ERR_|Content Security Policy|Not allowed to load local resource/u

for (const scenario of ALL) {
  test(scenario.name, async ({ browser }) => {
    const complaints = await withDouble({ browser, built }, scenario)
    expect(
      complaints.filter((line) => !EXPECTED.test(line)),
      'errors in the console',
    ).toEqual([])
  })
}
