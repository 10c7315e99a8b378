import { execFileSync } from 'node:child_process'
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builtFiles } from '../../src/bundle/built-files.ts'
import { filesNamed } from '../../src/main/files/arguments.ts'
import { lookAt, readWhole } from '../../src/main/files/read-file.ts'
import { RecentFiles } from '../../src/main/files/recent-files.ts'
import { safeName } from '../../src/main/files/safe-name.ts'
import { isSameFile } from '../../src/main/files/same-file.ts'
import { Tokens } from '../../src/main/files/tokens.ts'
import { writeWhole } from '../../src/main/files/write-file.ts'
import { BUNDLE, isOurPage, isOurs, placeOf } from '../../src/main/place.ts'
import { bundleProtocol } from '../../src/main/protocol.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jiaokan-files-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a token stands for one path, and cannot be guessed from it', () => {
  const tokens = new Tokens()
  const [one, other] = [tokens.give('/a/甲.txt'), tokens.give('/b/甲.txt')]
  expect(one).not.toBe(other)
  expect(tokens.give('/a/甲.txt')).toBe(one)
  expect(tokens.path(one)).toBe('/a/甲.txt')
  expect([tokens.path('/a/甲.txt'), tokens.path('')]).toEqual([undefined, undefined])
  expect(new Tokens().give('/a/甲.txt')).not.toBe(one)
})

describe('reading', () => {
  test('takes whole regular files, through links, and nothing else', async () => {
    const path = join(folder, '甲.txt')
    writeFileSync(path, '云山')
    symlinkSync(path, join(folder, 'link'))
    expect(await lookAt(join(folder, 'link'))).toEqual({ name: 'link', size: 6 })
    expect(await readWhole(path)).toEqual({ ok: true, value: bytes('云山') })
    mkdirSync(join(folder, 'sub'))
    execFileSync('mkfifo', [join(folder, 'pipe')])
    for (const name of ['sub', 'pipe']) {
      expect(await lookAt(join(folder, name)), name).toBeNull()
      expect(await readWhole(join(folder, name)), name).toMatchObject({ error: { kind: 'not-a-file' } })
    }
    expect(await readWhole(join(folder, 'none'))).toEqual({
      ok: false,
      error: { kind: 'gone', detail: 'ENOENT' },
    })
  })
})

describe('writing', () => {
  test('replaces the whole file, leaves nothing beside it, and writes through a link', async () => {
    const path = join(folder, '甲.json')
    writeFileSync(path, 'before')
    symlinkSync(path, join(folder, 'link'))
    expect(await writeWhole(join(folder, 'link'), bytes('after'))).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe('after')
    expect(readdirSync(folder).sort()).toEqual(['link', '甲.json'].sort())
  })

  test('that fails leaves what was there, and names no path', async () => {
    const into = await writeWhole(join(folder, 'none', '甲.json'), bytes('x'))
    expect(into).toEqual({ ok: false, error: { kind: 'gone', detail: 'ENOENT' } })
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'inside'), '')
    expect(await writeWhole(join(folder, 'taken'), bytes('x'))).toMatchObject({ ok: false })
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  test('knows a file by all its names', async () => {
    const path = join(folder, '甲.txt')
    writeFileSync(path, '')
    writeFileSync(join(folder, '乙.txt'), '')
    linkSync(path, join(folder, 'hard'))
    symlinkSync(path, join(folder, 'soft'))
    for (const name of ['甲.txt', 'hard', 'soft'])
      expect(await isSameFile(path, join(folder, name)), name).toBe(true)
    for (const name of ['乙.txt', 'none'])
      expect(await isSameFile(path, join(folder, name)), name).toBe(false)
  })

  test.each([
    ['云山年鉴.json', '云山年鉴.json'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a\\b:c*?"<>|', 'a_b_c______'],
    ['报告\u202etxt.exe', '报告_txt.exe'],
    ['CON.txt', '_CON.txt'],
    ['com1', '_com1'],
    ['console.txt', 'console.txt'],
    ['name. ', 'name'],
    ['...', 'jiaokan'],
  ])('proposes for %j the name %j', (name, safe) => expect(safeName(name)).toBe(safe))
})

describe('recent files', () => {
  test('are kept, the latest first, ten of them', async () => {
    const store = join(folder, 'recent.json')
    const recent = new RecentFiles(store)
    await recent.load()
    for (let n = 0; n < 12; n++) recent.add([`/${n}.txt`])
    recent.add(['/5.txt'])
    await recent.written()
    const again = new RecentFiles(store)
    await again.load()
    expect(again.paths).toEqual([
      '/5.txt',
      '/11.txt',
      '/10.txt',
      '/9.txt',
      '/8.txt',
      '/7.txt',
      '/6.txt',
      '/4.txt',
      '/3.txt',
      '/2.txt',
    ])
    again.remove('/11.txt')
    expect(again.paths).not.toContain('/11.txt')
  })

  test.each(['', '{', '{"a":1}', '[1,null]'])('are none where the list reads %j', async (content) => {
    writeFileSync(join(folder, 'recent.json'), content)
    const recent = new RecentFiles(join(folder, 'recent.json'))
    await recent.load()
    expect(recent.paths).toEqual([])
  })
})

test('files on a command line are told from switches, the program, and its folder', () => {
  const packed = (...words: string[]): readonly string[] =>
    filesNamed(['/opt/jiaokan', ...words], '/books', true)
  expect(packed('a.txt', '--flag', '/b/c.txt', '')).toEqual(['/books/a.txt', '/b/c.txt'])
  expect(packed(pathToFileURL('/b/甲.txt').href, 'file://%zz/')).toEqual(['/b/甲.txt'])
  expect(filesNamed(['/e/electron', '--inspect=0', '.', '--', 'a.txt'], '/books', false)).toEqual([
    '/books/a.txt',
  ])
})

describe('app://', () => {
  test('is answered from the list of built files, by address alone', async () => {
    mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    writeFileSync(join(folder, 'renderer/index.html'), '<p>')
    writeFileSync(join(folder, 'renderer/assets/a.js'), '1')
    writeFileSync(join(folder, 'renderer/assets/a.map'), '{}')
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'renderer/link.txt'))
    const answer = bundleProtocol(await builtFiles(join(folder, 'renderer')))
    const status = async (url: string, method = 'GET'): Promise<number> =>
      (await answer(new Request(url, { method }))).status
    expect(await status('app://bundle/')).toBe(200)
    expect(await status('app://bundle/assets/a.js?x#y')).toBe(200)
    for (const url of [
      'app://other/index.html',
      'app://bundle.example.com/index.html',
      'app://bundle/../secret.txt',
      'app://bundle/..%2fsecret.txt',
      'app://bundle/%2e%2e%2fsecret.txt',
      'app://bundle/..%5csecret.txt',
      'app://bundle/link.txt',
      'app://bundle/assets/a.map',
      'app://bundle/assets',
      'app://bundle/%zz',
      'https://bundle/index.html',
    ])
      expect(await status(url), url).toBe(404)
    expect(await status('app://bundle/', 'POST')).toBe(405)
    rmSync(join(folder, 'renderer/assets/a.js'))
    expect(await status('app://bundle/assets/a.js')).toBe(404)
  })

  test('is the place of the page, unless a server on this machine serves it to a developer', () => {
    expect(placeOf(true, 'http://127.0.0.1:4717')).toBe(BUNDLE)
    for (const server of [
      undefined,
      '',
      'http://example.com/',
      'https://127.0.0.1/',
      'http://localhost:4717',
    ])
      expect(placeOf(false, server), server).toBe(BUNDLE)
    expect(placeOf(false, 'http://127.0.0.1:4717/')).toEqual({
      origin: 'http://127.0.0.1:4717',
      page: 'http://127.0.0.1:4717/',
    })
    expect(isOurPage(BUNDLE, 'app://bundle/index.html#/book/1')).toBe(true)
    expect(isOurPage(BUNDLE, 'app://bundle/licences.txt')).toBe(false)
    expect(isOurs(BUNDLE, 'app://bundle.example.com/')).toBe(false)
  })
})
