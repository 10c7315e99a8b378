import { expect, test } from 'vitest'
import type { FileSystem } from '../../src/cli/io.ts'
import { width } from '../../src/cli/terminal.ts'
import { Desk, fault } from './desk.ts'

test('shows places before and after, and what was done in the whole book', async () => {
  const desk = await Desk.open()
  const { code, stdout, stderr } = await desk.run(['demo'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.match(/^raw {3}│ /gm)!.length).toBeGreaterThanOrEqual(3)
  expect(stdout.match(/^raw {3}│ /gm)!.length).toBe(stdout.match(/^clean │ /gm)!.length)
  expect(stdout).toMatch(/\n[\d,]+ characters, \d+ entries, \d+ captions\n\d+ repairs: /)
  expect(stdout).toContain('The ledger balances')
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('Next: jiaokan clean YOUR.txt --out clean')
  expect(stdout).not.toContain('\u001b')
  expect(await desk.files()).toEqual([])
})

test('is Chinese where the desk is', async () => {
  const desk = await Desk.open()
  const { stdout } = await desk.run(['demo'], { env: { LANG: 'zh_CN.UTF-8' } })
  expect(stdout).toMatch(/^样书/)
  expect(stdout).toContain('整理后 │ ')
  expect(stdout).not.toMatch(/undefined|\{\d\}/)
})

test.each([40, 80, 132])('fits into %i columns', async (columns) => {
  const desk = await Desk.open()
  const { stdout } = await desk.run(['demo'], { columns })
  const boxed = stdout.split('\n').filter((l) => l.includes(' │ '))
  expect(Math.max(...boxed.map(width))).toBeLessThanOrEqual(columns)
  // And uses them: a line is broken for want of room only.
  expect(Math.max(...boxed.map(width))).toBeGreaterThan(Math.min(columns, 100) - 6)
})

test('is coloured on a terminal, unless that is not wanted', async () => {
  const desk = await Desk.open()
  const coloured = await desk.run(['demo'], { tty: true })
  const plain = await desk.run(['demo'])
  expect(coloured.stdout).toContain('\u001b[31m')
  expect(coloured.stdout).toContain('\u001b[32m')
  expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout)
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
    expect((await desk.run(['demo'], { tty: true, env: { LANG: 'C', ...env } })).stdout).toBe(plain.stdout)
  }
  expect((await desk.run(['demo'], { tty: true, env: { LANG: 'C', NO_COLOR: '' } })).stdout).toBe(
    coloured.stdout,
  )
})

test('says so where the sample book is missing', async () => {
  const desk = await Desk.open()
  const lstat = (() => Promise.reject(fault('ENOENT'))) as FileSystem['lstat']
  const { code, stderr } = await desk.run(['demo'], { fs: { lstat } })
  expect(code).toBe(1)
  expect(stderr).toContain('sample.txt: there is no such file')
})
