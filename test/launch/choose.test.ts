import { describe, expect, test } from 'vitest'
import type { ElectronPackage } from '../../src/launch/electron-binary.ts'
import { chooseHost, type Surroundings } from '../../src/launch/choose.ts'

const missing = { folder: 'electron', version: '45.4.1', executable: null }
const missingBinary = (): ElectronPackage => missing
const noPackage = (): null => null
const present = { ...missing, executable: '/opt/electron' }

/** A desktop where all is well, with what the test changes; `calls` says what was asked of the network. */
function around(changes: Partial<Surroundings>): { readonly it: Surroundings; readonly calls: string[] } {
  const calls: string[] = []
  const base: Surroundings = {
    asked: false,
    hasShell: true,
    hasDisplay: true,
    isRoot: false,
    electron: () => present,
    reachable: () => Promise.resolve(true),
    fetch: () => Promise.resolve(true),
    ...changes,
  }
  const it: Surroundings = {
    ...base,
    reachable: (electron) => {
      calls.push('reachable')
      return base.reachable(electron)
    },
    fetch: (electron) => {
      calls.push('fetch')
      return base.fetch(electron)
    },
  }
  return { it, calls }
}

describe('npm start', () => {
  test('opens Electron where its binary is present, and asks nobody', async () => {
    const { it, calls } = around({})
    expect(await chooseHost(it)).toEqual({ host: 'electron', executable: '/opt/electron' })
    expect(calls).toEqual([])
  })

  test('fetches the binary where its release host answers', async () => {
    let fetched = false
    const { it, calls } = around({
      electron: (): ElectronPackage => (fetched ? present : missing),
      fetch: (): Promise<boolean> => {
        fetched = true
        return Promise.resolve(true)
      },
    })
    expect(await chooseHost(it)).toEqual({ host: 'electron', executable: '/opt/electron' })
    expect(calls).toEqual(['reachable', 'fetch'])
  })

  test('does not start a download that nobody would answer', async () => {
    const { it, calls } = around({ electron: missingBinary, reachable: () => Promise.resolve(false) })
    expect(await chooseHost(it)).toEqual({ host: 'browser', reason: 'unreachable' })
    expect(calls).toEqual(['reachable'])
  })

  test.each([
    ['asked', { asked: true }],
    ['no-shell', { hasShell: false }],
    ['no-display', { hasDisplay: false }],
    ['root', { isRoot: true }],
    ['no-package', { electron: noPackage }],
    ['not-fetched', { electron: missingBinary, fetch: () => Promise.resolve(false) }],
    // The installer said yes, and there is no binary all the same.
    ['not-fetched', { electron: missingBinary }],
  ] as const)('takes the browser: %s', async (reason, changes) => {
    const { it, calls } = around(changes)
    expect(await chooseHost(it)).toEqual({ host: 'browser', reason })
    if (reason !== 'not-fetched') expect(calls).toEqual([])
  })
})
