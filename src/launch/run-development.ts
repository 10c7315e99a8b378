import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Choice } from './choose.ts'

/** What serves the window with hot reload, by host: script of a package and its arguments. */
const SERVERS: Readonly<Record<Choice['host'], readonly string[]>> = {
  electron: ['electron-vite/bin/electron-vite.js', 'dev'],
  browser: ['vite/bin/vite.js', '--config', 'vite.config.renderer.ts', '--open'],
}

/** Runs the window from its sources until it is stopped. @returns the exit code */
export function runDevelopment(host: Choice['host'], root: string): Promise<number> {
  const [script = '', ...words] = SERVERS[host]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...words], {
      cwd: root,
      stdio: 'inherit',
    })
    // Ctrl+C reaches the whole group of processes; a signal to this one alone would leave the other running.
    process.once('SIGTERM', () => child.kill())
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}
