import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { JournalError, JournalResult } from '../../src/contract/journal.ts'

export { book, events, ID, OTHER } from './fixtures.ts'
export { logged } from '../journal/support.ts'

/** The value of what must have gone well. */
export function value<T>(result: JournalResult<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`)
  return result.value
}

/** What went wrong, where something must have. */
export function fault(result: JournalResult<unknown>): JournalError['kind'] | 'nothing' {
  return result.ok ? 'nothing' : result.error.kind
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder on the real disk, for one test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-disk-'))
  folders.push(folder)
  return folder
}
