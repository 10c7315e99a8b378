import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's npm package, and whether its binary has come. */
export interface ElectronPackage {
  readonly folder: string
  readonly version: string
  /** Path of the executable; null where it was not fetched yet. */
  readonly executable: string | null
}

/**
 * Looks at the package as its own install.js does. `require('electron')` would be shorter, but it starts a download
 * where the binary is missing, and waits for it minutes long on a machine without a network.
 */
export function electronPackage(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): ElectronPackage | null {
  const version = versionOf(folder)
  if (version === null) return null
  return { folder, version, executable: executableOf(folder, version, env['ELECTRON_OVERRIDE_DIST_PATH']) }
}

function versionOf(folder: string): string | null {
  const text = read(join(folder, 'package.json'))
  if (text === null) return null
  const { version } = JSON.parse(text) as { readonly version?: unknown }
  return typeof version === 'string' ? version : null
}

function executableOf(folder: string, version: string, elsewhere: string | undefined): string | null {
  const name = read(join(folder, 'path.txt'))
  // A copy that the user keeps elsewhere is his own affair: its version is not looked at, as Electron does not either.
  if (elsewhere !== undefined && elsewhere !== '') return found(join(elsewhere, name ?? 'electron'))
  const here = read(join(folder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  return here === version && name !== null ? found(join(folder, 'dist', name)) : null
}

function found(path: string): string | null {
  return existsSync(path) ? path : null
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
