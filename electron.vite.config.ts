import { defineConfig } from 'electron-vite'
import renderer from './vite.config.renderer.ts'

// The desktop window: shell, bridge and interface. Each section is one process and builds once its folder under src/
// exists; the command line and the local server have configurations of their own.

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: { input: 'src/main/index.ts' },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script is one CommonJS file, whatever package.json says.
      rolldownOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer,
})
