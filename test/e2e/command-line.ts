import { execFileSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Builds the command line into a folder; what is returned runs it there. Throws where it ends with another code than 0. */
export async function commandLine(folder: string): Promise<(...args: string[]) => void> {
  // The program reads its version from the package that it lies in.
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  const outDir = join(folder, 'out/cli')
  await build({
    configFile: join(root, 'vite.config.cli.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  return (...args) => {
    execFileSync(process.execPath, [join(outDir, 'jiaokan.js'), ...args], { cwd: folder })
  }
}
