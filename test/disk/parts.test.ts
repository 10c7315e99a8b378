import { describe, expect, test } from 'vitest'
import { dataFolder } from '../../src/disk/data-folder.ts'
import { journalError, Refused } from '../../src/journal/disk-error.ts'
import { withPatience } from '../../src/disk/patience.ts'
import { Queue } from '../../src/journal/queue.ts'

const system = (code: string): Error =>
  Object.assign(new Error(`${code}: no, open '/home/editor/x'`), { code, syscall: 'open' })

describe('where books lie', () => {
  test.each([
    ['linux', {}, '/home/e', '/home/e/.local/share/jiaokan/books'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/e', '/data/jiaokan/books'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/e', '/home/e/.local/share/jiaokan/books'],
    ['darwin', {}, '/Users/e', '/Users/e/Library/Application Support/Jiaokan/books'],
    ['win32', { APPDATA: 'C:\\Users\\e\\Roaming' }, 'C:\\Users\\e', 'C:\\Users\\e\\Roaming\\Jiaokan\\books'],
    ['win32', {}, 'C:\\Users\\e', 'C:\\Users\\e\\AppData\\Roaming\\Jiaokan\\books'],
    ['linux', { JIAOKAN_DATA: '/mnt/books', XDG_DATA_HOME: '/data' }, '/home/e', '/mnt/books'],
  ] as const)('%s %j', (platform, env, home, folder) => {
    expect(dataFolder({ platform, env, home })).toBe(folder)
  })
})

describe('the disk’s answer', () => {
  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EROFS', 'denied'],
    ['EIO', 'failed'],
  ])('%s is %s, and names no path', (code, kind) => {
    expect(journalError(system(code))).toEqual({ kind, detail: `${code} open` })
  })

  test('is passed on as it was refused; a bug is no answer', () => {
    expect(journalError(new Refused('gap', 'event 3 after 1'))).toEqual({
      kind: 'gap',
      detail: 'event 3 after 1',
    })
    expect(() => journalError(new TypeError('undefined'))).toThrow('undefined')
  })
})

describe('a rename that is refused in passing', () => {
  const refusing = (times: number, code: string) => {
    let left = times
    return () => (left-- > 0 ? Promise.reject(system(code)) : Promise.resolve())
  }
  const waits: number[] = []
  const pause = (ms: number) => {
    waits.push(ms)
    return Promise.resolve()
  }

  test('is tried again on Windows, for some seconds', async () => {
    await withPatience('win32', refusing(5, 'EPERM'), pause)
    expect(waits).toEqual([20, 40, 80, 160, 320])
    waits.length = 0
    await expect(withPatience('win32', refusing(99, 'EBUSY'), pause)).rejects.toMatchObject({ code: 'EBUSY' })
    const seconds = waits.reduce((sum, ms) => sum + ms, 0) / 1000
    expect(seconds).toBeGreaterThan(4)
    expect(seconds).toBeLessThan(7)
  })

  test('is an error at once where it is not passing', async () => {
    await expect(withPatience('linux', refusing(1, 'EACCES'), pause)).rejects.toMatchObject({
      code: 'EACCES',
    })
    await expect(withPatience('win32', refusing(1, 'ENOSPC'), pause)).rejects.toMatchObject({
      code: 'ENOSPC',
    })
  })
})

test('work of one key is done one after the other, that of others meanwhile', async () => {
  const queue = new Queue()
  const done: string[] = []
  const work = (name: string, ms: number) => async () => {
    await new Promise((next) => setTimeout(next, ms))
    done.push(name)
    if (name === 'a1') throw new Error(name)
  }
  const first = queue.run('a', work('a1', 30))
  const second = queue.run('a', work('a2', 0))
  void queue.run('b', work('b1', 5))
  await expect(first).rejects.toThrow('a1')
  await second
  await queue.idle()
  expect(done).toEqual(['b1', 'a1', 'a2'])
})
