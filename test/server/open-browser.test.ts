import { describe, expect, test } from 'vitest'
import { opener } from '../../src/server/open-browser.ts'

const url = 'http://127.0.0.1:4717/'

describe('the default browser', () => {
  test('is asked for as each system wants it', () => {
    expect(opener('linux', { DISPLAY: ':0' }, url)).toEqual({ command: 'xdg-open', args: [url] })
    expect(opener('linux', { WAYLAND_DISPLAY: 'wayland-0' }, url)).toEqual({
      command: 'xdg-open',
      args: [url],
    })
    expect(opener('darwin', {}, url)).toEqual({ command: 'open', args: [url] })
    expect(opener('win32', {}, url)).toEqual({ command: 'cmd', args: ['/c', 'start', '""', url] })
  })

  test('is left alone where there is no display', () => {
    expect(opener('linux', {}, url)).toBeNull()
    expect(opener('linux', { DISPLAY: '' }, url)).toBeNull()
  })
})
