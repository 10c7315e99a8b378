import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

/**
 * Finds a Chromium for the tests: one that is named, one that is installed, or the one that lies in node_modules. Each is
 * started once to see that it runs at all.
 */

const cache = fileURLToPath(new URL('../../node_modules/.cache/jiaokan-e2e/', import.meta.url))
// Its exports name no file that `require.resolve` would find.
const packed = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/', import.meta.url))
const require = createRequire(import.meta.url)

/** Names the browser to use, before all others. */
export const VARIABLE = 'JIAOKAN_BROWSER'

export async function findBrowser() {
  const tried = []
  for (const { name, find } of [
    { name: VARIABLE, find: () => [process.env[VARIABLE]] },
    { name: 'Playwright', find: playwrights },
    { name: 'system', find: installed },
    { name: '@sparticuz/chromium', find: bundled },
  ]) {
    let candidates
    try {
      candidates = (await find()).filter((path) => path)
    } catch (error) {
      tried.push(`${name}: ${error.message}`)
      continue
    }
    if (candidates.length === 0) tried.push(`${name}: none`)
    for (const executable of candidates) {
      const env = await environment(executable)
      if (env) return { found: { name, executable, env }, tried }
      tried.push(`${name}: ${executable} does not start`)
    }
  }
  return { found: null, tried }
}

function playwrights() {
  const { chromium } = require('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? [path] : []
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[variable] ?? '', path),
    ),
  ),
}

function installed() {
  const places =
    PLACES[process.platform] ??
    NAMES.flatMap((name) => (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)))
  return places.filter((path) => existsSync(path))
}

/** Unpacked here and not by the package itself, which uses one fixed file in the temp folder: stale or cut off at times. */
async function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('for Linux on x64 only')
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'))
  const executable = join(cache, `chromium-${version}`)
  if (!existsSync(executable)) {
    await whole(executable, (path) =>
      pipeline(
        createReadStream(join(packed, 'bin/chromium.br')),
        createBrotliDecompress(),
        createWriteStream(path, { mode: 0o755 }),
      ),
    )
  }
  return [executable]
}

/** The variables under which it starts; null where it does not. */
async function environment(executable) {
  if (starts(executable, {})) return {}
  if (!executable.startsWith(cache)) return null
  // A bare system lacks NSS; the package brings that along for such places.
  const env = { LD_LIBRARY_PATH: await libraries() }
  return starts(executable, env) ? env : null
}

function starts(executable, env) {
  const { status } = spawnSync(executable, ['--headless', '--no-sandbox', '--version'], {
    env: { ...process.env, ...env },
    timeout: 20_000,
    stdio: 'ignore',
  })
  return status === 0
}

async function libraries() {
  const folder = join(cache, 'lib')
  const tar = brotliDecompressSync(await readFile(join(packed, 'bin/al2023.tar.br')))
  for (const { name, content } of files(tar)) {
    const path = join(folder, name.replace(/^.*\//, ''))
    if (!existsSync(path)) await whole(path, (part) => writeFile(part, content))
  }
  return folder
}

/** The plain files of a tar archive. */
function* files(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const text = (from, length) => tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = parseInt(text(124, 12), 8)
    if (text(156, 1) === '0') yield { name: text(0, 100), content: tar.subarray(at + 512, at + 512 + size) }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

/** Writes beside its place and moves it there, so that nobody ever finds half a file. */
async function whole(path, write) {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.${randomUUID()}.part`
  try {
    await write(part)
    await chmod(part, 0o755)
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}
