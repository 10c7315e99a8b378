import { describe, expect, test } from 'vitest'
import { launchArguments } from '../../src/launch/arguments.ts'

describe('what stands behind npm start --', () => {
  test('is nothing, most days', () => {
    expect(launchArguments([])).toEqual({ browser: false, open: true, file: null, dev: false, help: false })
  })

  test('is a file, and the wish for the browser', () => {
    expect(launchArguments(['--browser', '--no-open', '云山年鉴.txt'])).toEqual({
      browser: true,
      open: false,
      file: '云山年鉴.txt',
      dev: false,
      help: false,
    })
  })

  test('is refused where it means nothing', () => {
    expect(() => launchArguments(['--brwoser'])).toThrow('--brwoser')
    expect(() => launchArguments(['a.txt', 'b.txt'])).toThrow('a.txt b.txt')
  })
})
