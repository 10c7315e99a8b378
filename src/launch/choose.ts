import type { ElectronPackage } from './electron-binary.ts'

/**
 * Why the ordinary browser is taken:
 * - asked: `--browser`
 * - no-shell: the shell was not built
 * - no-package: Electron is not installed
 * - no-display: there is no screen for a window
 * - root: Electron's sandbox does not start for root on Linux, and it is not started without
 * - unreachable: the binary is missing, and its release host did not answer
 * - not-fetched: the binary is missing, and fetching it failed
 */
export type BrowserReason =
  'asked' | 'no-shell' | 'no-package' | 'no-display' | 'root' | 'unreachable' | 'not-fetched'

export type Choice =
  | { readonly host: 'electron'; readonly executable: string }
  | { readonly host: 'browser'; readonly reason: BrowserReason }

/** What the choice hangs on. */
export interface Surroundings {
  readonly asked: boolean
  readonly hasShell: boolean
  readonly hasDisplay: boolean
  readonly isRoot: boolean
  /** Electron's package as it is now; asked again after a download. */
  electron(): ElectronPackage | null
  /** Does the host of Electron's releases answer? */
  reachable(electron: ElectronPackage): Promise<boolean>
  fetch(electron: ElectronPackage): Promise<boolean>
}

/** Electron where its binary is present or can be had, else the browser, and why. Nothing is fetched in vain. */
export async function chooseHost(around: Surroundings): Promise<Choice> {
  const browser = (reason: BrowserReason): Choice => ({ host: 'browser', reason })
  if (around.asked) return browser('asked')
  if (!around.hasShell) return browser('no-shell')
  if (!around.hasDisplay) return browser('no-display')
  if (around.isRoot) return browser('root')
  const present = around.electron()
  if (!present) return browser('no-package')
  if (present.executable !== null) return { host: 'electron', executable: present.executable }
  if (!(await around.reachable(present))) return browser('unreachable')
  if (!(await around.fetch(present))) return browser('not-fetched')
  const executable = around.electron()?.executable ?? null
  return executable === null ? browser('not-fetched') : { host: 'electron', executable }
}
