import { expect, test } from 'vitest'
import { rulesPage } from './rules-page.ts'

// `npm run docs:rules` writes it anew.
test('docs/rules.md says what the rules say', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../../docs/rules.md')
})
