import * as fs from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { FileSystem } from '../../src/cli/io.ts'
import { writeFiles } from '../../src/cli/write-files.ts'
import { Desk, fault } from './desk.ts'

const FILES = new Map([
  ['a.json', '{"new":1}\n'],
  ['a.txt', '新\n'],
])
const never = (): boolean => false

/** A file system whose `at`-th call fails, handles included; names all calls, and the one that failed. */
class Faulty {
  readonly log: string[] = []
  failed: string | null = null
  readonly #at: number
  readonly #code: string

  constructor(at: number, code: string) {
    this.#at = at
    this.#code = code
  }

  get fs(): FileSystem {
    return this.#watch(fs, 'fs')
  }

  #watch<T extends object>(target: T, name: string): T {
    return new Proxy(target, {
      get: (_, key) => {
        const value: unknown = Reflect.get(target, key, target)
        if (typeof value !== 'function' || key === 'then') return value
        return async (...args: unknown[]): Promise<unknown> => {
          this.log.push(`${name}.${String(key)}`)
          if (this.log.length === this.#at) {
            this.failed = `${name}.${String(key)}`
            // A handle that cannot be closed is still given back to the system.
            if (key === 'close') await (value as () => Promise<void>).call(target)
            throw fault(this.#code)
          }
          const result: unknown = await (value as (...a: unknown[]) => unknown).apply(target, args)
          return key === 'open' ? this.#watch(result as object, 'handle') : result
        }
      },
    })
  }
}

describe('files are written all or not at all', () => {
  test.each(['EIO', 'ENOSPC', 'EACCES'])(
    'whichever call fails with %s, over old files and without any',
    async (code) => {
      for (const old of [true, false]) {
        const before = old ? { 'a.json': 'old json', 'a.txt': 'old text' } : {}
        for (let at = 1; ; at++) {
          const desk = await Desk.open()
          for (const [name, content] of Object.entries(before)) await desk.put(name, content)
          const faulty = new Faulty(at, code)
          const result = await writeFiles(faulty.fs, desk.folder, FILES, never)
          if (!faulty.failed) {
            expect(result.ok).toBe(true)
            break
          }
          const label = `${faulty.failed}, call ${at}`
          // A file that cannot be deleted may stay, under a name of its own.
          const names = (await desk.files()).filter(
            (f) => faulty.failed !== 'fs.rm' || !f.startsWith('.jiaokan-'),
          )
          const after = Object.fromEntries(
            await Promise.all(names.map(async (f) => [f, await desk.text(f)] as const)),
          )
          expect(after, label).toEqual(result.ok ? Object.fromEntries(FILES) : before)
        }
      }
    },
  )

  test('each is on the disk before it takes its place, and the folder after it', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', 'old')
    const watched = new Faulty(0, '')
    expect((await writeFiles(watched.fs, desk.folder, FILES, never)).ok).toBe(true)
    const telling = /open|writeFile|sync|rename|close/
    expect(watched.log.map((call) => call.split('.')[1]!).filter((call) => telling.test(call))).toEqual([
      ...['open', 'writeFile', 'sync', 'close'],
      ...['open', 'writeFile', 'sync', 'close'],
      ...['rename', 'rename'],
      ...['open', 'sync', 'close'],
    ])
  })

  test('a disk that takes half and says nothing is found out', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', 'old')
    expect((await writeFiles(fs, desk.folder, new Map([['b.txt', 'new']]), never)).ok).toBe(true)
    const open = (async (path: string, ...rest: [string]) => {
      const handle = await fs.open(path, ...rest)
      const writeFile = handle.writeFile.bind(handle)
      handle.writeFile = (bytes) => writeFile((bytes as Uint8Array).subarray(1))
      return handle
    }) as typeof fs.open
    const result = await writeFiles({ ...fs, open }, desk.folder, FILES, never)
    expect(result).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(await desk.files()).toEqual(['a.txt', 'b.txt'])
    expect(await desk.text('a.txt')).toBe('old')
  })

  test('a disk without links is served by copies', async () => {
    const desk = await Desk.open()
    await desk.put('a.json', 'old json')
    await desk.put('a.txt', 'old text')
    const link = () => Promise.reject(fault('EPERM'))
    let renames = 0
    const rename = ((from: string, to: string) =>
      ++renames === 2 ? Promise.reject(fault('EIO')) : fs.rename(from, to)) as typeof fs.rename
    expect((await writeFiles({ ...fs, link, rename }, desk.folder, FILES, never)).ok).toBe(false)
    expect(await desk.files()).toEqual(['a.json', 'a.txt'])
    expect(await desk.text('a.json')).toBe('old json')
    expect((await writeFiles({ ...fs, link }, desk.folder, FILES, never)).ok).toBe(true)
    expect(await desk.files()).toEqual(['a.json', 'a.txt'])
    expect(await desk.text('a.txt')).toBe('新\n')
  })

  test('a folder in the place of a file is left alone', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt/inside', 'x')
    const result = await writeFiles(fs, desk.folder, FILES, never)
    expect(result).toEqual({ ok: false, error: { kind: 'in-the-way', path: desk.path('a.txt') } })
    expect(await desk.files()).toEqual(['a.txt/inside'])
  })

  test.skipIf(process.platform === 'win32')(
    'a link in the place of a file is replaced, not what it points to',
    async () => {
      const desk = await Desk.open()
      await desk.put('far/away', 'x')
      await fs.symlink(desk.path('far/away'), desk.path('a.txt'))
      expect((await writeFiles(fs, desk.folder, FILES, never)).ok).toBe(true)
      expect(await desk.text('far/away')).toBe('x')
      expect(await desk.text('a.txt')).toBe('新\n')
    },
  )
})
