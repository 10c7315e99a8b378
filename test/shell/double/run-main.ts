import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { compileFunction } from 'node:vm'

/** Runs the built main process in this Node, with a stand-in of `electron`, and a command line and variables of its own. */
export function runMain(
  path: string,
  electron: object,
  argv: readonly string[],
  variables: Readonly<Record<string, string>>,
): void {
  const require = createRequire(path)
  const given = (name: string): unknown => (name === 'electron' ? electron : require(name))
  const own = Object.create(process, {
    argv: { value: argv },
    env: { value: { ...process.env, ...variables } },
  }) as NodeJS.Process
  const module = { exports: {} }
  const run = compileFunction(
    readFileSync(path, 'utf8'),
    ['require', 'module', 'exports', '__dirname', '__filename', 'process'],
    { filename: path },
  ) as (...names: unknown[]) => void
  run(given, module, module.exports, dirname(path), path, own)
}
