import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ElectronPackage } from './electron-binary.ts'

type Environment = Readonly<Record<string, string | undefined>>

const RELEASES = 'https://github.com/electron/electron/releases/download/'

/** Where the list of a release's files lies. A mirror is named as Electron's own installer wants it named. */
export function releaseList(version: string, env: Environment): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? RELEASES
  return `${mirror.replace(/\/?$/, '/')}v${version}/SHASUMS256.txt`
}

/**
 * Does the release host answer within `limit` milliseconds? Asked before the download, so that a dead network costs
 * seconds, where the installer would try again for minutes.
 */
export async function answers(url: string, limit: number): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(limit) })
    return ok
  } catch {
    return false
  }
}

/** Runs Electron's own installer, which shows its progress and checks the sum of what it has fetched. */
export function install(electron: ElectronPackage): Promise<boolean> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(electron.folder, 'install.js')], { stdio: 'inherit' })
    installer.on('error', () => resolve(false))
    installer.on('close', (code) => resolve(code === 0))
  })
}
