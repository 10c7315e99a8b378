import { BRIDGE, type ShellApi } from '../../contract/shell.ts'
import { browserHost } from './browser.ts'
import { electronHost } from './electron.ts'
import type { Host } from './host.ts'

/** Finds out where the window runs: the only place that asks. */
export function thisHost(): Host {
  const shell = (globalThis as { [BRIDGE]?: ShellApi })[BRIDGE]
  return shell ? electronHost(shell) : browserHost()
}
