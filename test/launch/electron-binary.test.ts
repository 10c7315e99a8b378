import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { electronPackage } from '../../src/launch/electron-binary.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jiaokan-electron-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const whole = {
  'package.json': '{"version":"45.4.1"}',
  'path.txt': 'electron',
  'dist/version': 'v45.4.1',
  'dist/electron': '',
}

describe('Electron’s package', () => {
  test('has its binary', () => {
    put(whole)
    expect(electronPackage(folder, {})).toEqual({
      folder,
      version: '45.4.1',
      executable: join(folder, 'dist', 'electron'),
    })
  })

  test.each([
    ['never fetched', { 'package.json': whole['package.json'] }],
    ['of another version', { ...whole, 'dist/version': '44.0.0' }],
    ['cut off while unpacking', { ...whole, 'path.txt': 'Electron.app/Contents/MacOS/Electron' }],
  ])('has none: %s', (_, files) => {
    put(files)
    expect(electronPackage(folder, {})?.executable).toBeNull()
  })

  test('may have it elsewhere', () => {
    put({ 'package.json': whole['package.json'], 'own/electron': '' })
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'own') }
    expect(electronPackage(folder, env)?.executable).toBe(join(folder, 'own', 'electron'))
  })

  test('may be missing altogether', () => {
    expect(electronPackage(join(folder, 'none'), {})).toBeNull()
  })
})
