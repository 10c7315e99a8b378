import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder } from '../disk/support.ts'

/** The book that lies here as project file, as journal and as tables, in each version that was given out. */
export const RELEASED = '3f2c9a54-0d5e-4b9f-8a51-6c1f7f0e2b11'

const folder = new URL('released/', import.meta.url)

export function releasedFile(version: number): Uint8Array {
  return readFileSync(new URL(`v${version}.jiaokan`, folder))
}

/** A copy of the journals' folder, to be worked on. */
export function releasedJournal(version: number): string {
  const copy = join(freshFolder(), 'books')
  cpSync(new URL(`v${version}-journal`, folder), copy, { recursive: true })
  return copy
}

export interface Tables {
  readonly stores: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, readonly unknown[]>>
}

export function releasedTables(version: number): Tables {
  return JSON.parse(readFileSync(new URL(`v${version}-tables.json`, folder), 'utf8')) as Tables
}
