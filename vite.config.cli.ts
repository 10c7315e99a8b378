import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

// The command line is built by Vite itself, not as a part of electron.vite.config.ts: electron-vite's `main` section is
// one process with one set of chunks, aimed at the Node inside Electron. The command line must be one file that runs
// with the Node a reader has, without node_modules.

const shebang = '#!/usr/bin/env node\n'

/** Lets a shell run the bundle. */
function executable(): Plugin {
  return {
    name: 'executable',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.isEntry && !output.code.startsWith('#!')) {
          output.code = shebang + output.code
        }
      }
    },
    writeBundle(options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.isEntry)
          chmodSync(resolve(options.dir ?? '.', output.fileName), 0o755)
      }
    },
  }
}

export default defineConfig({
  publicDir: false,
  plugins: [executable()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/jiaokan.ts',
    outDir: 'out/cli',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})
