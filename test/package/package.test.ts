import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asarFiles, type AsarFile } from './asar.ts'
import { fusesOf, stubElectron } from './stub-electron.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly main: string
  readonly devDependencies: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}
const builder = join(root, 'node_modules/electron-builder/cli.js')

/** In the order of Electron's fuse schema, version 1. */
const FUSES = [
  ['RunAsNode', '0'],
  ['EnableCookieEncryption', '1'],
  ['EnableNodeOptionsEnvironmentVariable', '0'],
  ['EnableNodeCliInspectArguments', '0'],
  ['EnableEmbeddedAsarIntegrityValidation', '1'],
  ['OnlyLoadAppFromAsar', '1'],
  ['LoadBrowserProcessSpecificV8Snapshot', '0'],
  ['GrantFileProtocolExtraPrivileges', '0'],
] as const

// Electron itself cannot be had on every machine: packed is the built program with a stand-in for it, on Linux.
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-package-'))
  const packed = join(folder, 'packed', 'linux-unpacked')
  let files: ReadonlyMap<string, AsarFile>

  beforeAll(async () => {
    if (!existsSync(join(root, manifest.main))) throw new Error('not built: run npm run build')
    const electron = join(folder, 'electron')
    stubElectron(electron, manifest.devDependencies['electron']!)
    await promisify(execFile)(
      process.execPath,
      [
        builder,
        '--linux',
        'dir',
        `-c.electronDist=${electron}`,
        `-c.directories.output=${join(folder, 'packed')}`,
      ],
      { cwd: root },
    )
    files = asarFiles(readFileSync(join(packed, 'resources', 'app.asar')))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds the shell, the bridge and the window', () => {
    const names = [...files.keys()]
    expect(names).toContain(manifest.main.replace(/^\.\//, ''))
    expect(names).toContain('package.json')
    expect(names).toContain('out/preload/index.cjs')
    expect(names).toContain('out/renderer/index.html')
    expect(names).toContain('out/renderer/licences.txt')
  })

  test('holds all that was built for them', () => {
    const built = ['out/main', 'out/preload', 'out/renderer'].flatMap((part) =>
      readdirSync(join(root, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/')),
    )
    expect(new Set(files.keys())).toEqual(new Set([...built, 'package.json']))
  })

  test('holds nothing of the workshop', () => {
    const strange = [...files.keys()].filter(
      (name) => !/^(?:package\.json|out\/(?:main|preload|renderer)\/.+)$/.test(name),
    )
    expect(strange).toEqual([])
    expect([...files.keys()].filter((name) => /\.(?:map|ts|svelte)$|node_modules|test/.test(name))).toEqual(
      [],
    )
    expect(manifest.dependencies ?? {}).toEqual({})
  })

  test('has a hash for each file', () => {
    for (const [name, { integrity }] of files) expect(integrity?.hash, name).toMatch(/^[0-9a-f]{64}$/)
  })

  test('stays small', () => {
    const megabytes = [...files.values()].reduce((sum, { size }) => sum + size, 0) / 1e6
    // Most of it is the Song face.
    expect(megabytes).toBeGreaterThan(1)
    expect(megabytes).toBeLessThan(20)
  })

  test('has its fuses flipped', () => {
    const before = fusesOf(readFileSync(join(folder, 'electron', 'electron')))
    const after = fusesOf(readFileSync(join(packed, 'jiaokan')))
    expect(before).toBe('101001101')
    expect(FUSES.map(([name], at) => [name, after[at]])).toEqual(FUSES)
  })

  test('speaks Chinese and English only', () => {
    const languages = readdirSync(join(packed, 'locales')).sort()
    expect(languages).toEqual(['en-GB.pak', 'en-US.pak', 'zh-CN.pak', 'zh-TW.pak'])
  })
})

describe('the icons', () => {
  const icons = join(root, 'resources/icons')

  test.each(readdirSync(icons).filter((name) => name.endsWith('.png')))('%s is what it says', (name) => {
    const png = readFileSync(join(icons, name))
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name)
  })

  test('are large enough for each system', () => {
    for (const size of [16, 256, 512, 1024]) expect(existsSync(join(icons, `${size}x${size}.png`))).toBe(true)
  })
})
