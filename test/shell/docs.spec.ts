import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { FAULTS } from './faults.ts'
import { ALL } from './scenarios/index.ts'

// docs/security.md is believed by people who do not read the tests.

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('docs/security.md', root), 'utf8')

test('docs/security.md lists the planted faults as they are', () => {
  const rows = FAULTS.map(({ name, file, caughtBy }) => `| ${name} | src/${file} | ${caughtBy} |`)
  const table = ['| Fault | in | seen by |', '|---|---|---|', ...rows].join('\n')
  expect(text.split('<!-- faults -->\n')[1]?.trim()).toBe(table)
})

test('docs/security.md names only scenarios and files that are there', () => {
  const known = new Set(ALL.map(({ name }) => name))
  const [, checklist = ''] = text.split('## Electron')
  const named = [...(checklist.split('## Files')[0] ?? '').matchAll(/\*([^*\n]+)\*/gu)].flatMap(
    ([, name]) => name ?? [],
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => name !== 'italics' && !known.has(name))).toEqual([])
  const links = [...text.matchAll(/\]\((\.\.?\/[^)]+|[a-z]+\.md)\)/gu)].flatMap(([, link]) => link ?? [])
  const docs = new URL('docs/', root)
  expect(links.filter((link) => !existsSync(fileURLToPath(new URL(link, docs))))).toEqual([])
})
