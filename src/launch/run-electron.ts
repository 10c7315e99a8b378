import { spawn } from 'node:child_process'

/**
 * Starts Electron on the program in `root` and waits until it has ended.
 * @returns its exit code; 1 where it was ended by a signal or did not start.
 */
export function runElectron(executable: string, root: string, file: string | null): Promise<number> {
  return new Promise((resolve) => {
    // A shell started inside Electron (an editor's terminal) would make it run as plain Node.
    const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
    const child = spawn(executable, [root, ...(file === null ? [] : ['--', file])], { stdio: 'inherit', env })
    // Ctrl+C reaches the whole group of processes; a signal to this one alone would leave the other running.
    process.once('SIGTERM', () => child.kill())
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}
