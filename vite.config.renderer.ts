import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'

// The window's content, for both hosts: a browser gets it from the local server, Electron through app://. It is built
// by Vite itself, because electron-vite builds no renderer without a main process; electron.vite.config.ts takes this
// same configuration as its renderer section, so that there is one build to trust.

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Puts the licences of all that is built in beside it, as they ask for: scripts by what was bundled, the Song face by name. */
function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const packages = new Set(['@fontsource-variable/noto-serif-sc'])
      for (const id of this.getModuleIds()) {
        const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]
        if (name) packages.add(name.replaceAll('\\', '/'))
      }
      const texts = [...packages].sort().map((name) => {
        const folder = here(join('node_modules', name))
        const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
        if (file === undefined) throw new Error(`${name} is built in and has no licence file`)
        return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
      })
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: texts.join(`\n${'-'.repeat(72)}\n\n`),
      })
    },
  }
}

export default defineConfig({
  root: here('src/renderer'),
  publicDir: false,
  plugins: [svelte({ configFile: false }), licences()],
  server: {
    // The same address as `npm start`: a browser keeps books by host and port, and they should be found by both.
    host: '127.0.0.1',
    port: 4717,
    strictPort: true,
    // The core and the sample book lie outside the root.
    fs: { allow: [here('.')] },
  },
  build: {
    outDir: here('out/renderer'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy allows files of our own origin only: nothing inline, no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: here('src/renderer/index.html'),
      // Which plugin took how long is of no use to who builds this.
      checks: { bundlerTimings: false },
    },
  },
  worker: { format: 'es', rolldownOptions: { checks: { bundlerTimings: false } } },
})
