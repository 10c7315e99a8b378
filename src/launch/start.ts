import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from '../server/start.ts'
import { launchArguments, type LaunchArguments } from './arguments.ts'
import { chooseHost } from './choose.ts'
import { electronPackage } from './electron-binary.ts'
import { answers, install, releaseList } from './fetch-electron.ts'
import { runDevelopment } from './run-development.ts'
import { runElectron } from './run-electron.ts'
import { FETCHING, reasonWords, USAGE } from './words.ts'

// `npm start`: the desktop shell where Electron is to be had, else the same workbench in the ordinary browser.

/** How long, in milliseconds, the host of Electron's releases may take to answer. */
const PATIENCE = 4_000

const program = fileURLToPath(new URL('../../', import.meta.url))
const renderer = fileURLToPath(new URL('../renderer/', import.meta.url))
const shell = fileURLToPath(new URL('../main/index.cjs', import.meta.url))
const electronFolder = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url))

await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<void> {
  let args: LaunchArguments
  try {
    args = launchArguments(words)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exitCode = 2
    return
  }
  if (args.help) {
    console.log(USAGE)
    return
  }
  const file = args.file === null ? null : resolve(args.file)
  if (file !== null && !existsSync(file)) {
    console.error(`找不到文件 · no such file: ${file}`)
    process.exitCode = 2
    return
  }
  const choice = await chooseHost({
    asked: args.browser,
    // electron-vite builds it anew.
    hasShell: args.dev || existsSync(shell),
    hasDisplay: hasDisplay(process.platform, process.env),
    isRoot: process.platform === 'linux' && process.getuid?.() === 0,
    electron: () => electronPackage(electronFolder, process.env),
    reachable: ({ version }) => answers(releaseList(version, process.env), PATIENCE),
    fetch: (electron) => {
      console.log(FETCHING)
      return install(electron)
    },
  })
  if (args.dev) {
    if (choice.host === 'browser') console.log(reasonWords(choice.reason))
    process.exitCode = await runDevelopment(choice.host, program)
  } else if (choice.host === 'electron')
    process.exitCode = await runElectron(choice.executable, program, file)
  else await startServer({ root: renderer, open: args.open, reason: reasonWords(choice.reason), file })
}

function hasDisplay(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}
