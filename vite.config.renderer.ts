import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// The window's content, for both hosts: a browser gets it from the local server, Electron through app://. It is built
// by Vite itself, because electron-vite builds no renderer without a main process; electron.vite.config.ts takes this
// same configuration as its renderer section, so that there is one build to trust.

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('src/renderer'),
  publicDir: false,
  plugins: [svelte({ configFile: false })],
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
      checks: { pluginTimings: false },
    },
  },
  worker: { format: 'es' },
})
