import { defineConfig, type UserConfig } from 'electron-vite'
import renderer from './vite.config.renderer.ts'

// The desktop shell: main process and bridge. The window's content is built once, by vite.config.renderer.ts, for the
// browser and for Electron alike; only the development server takes it from here.

export default defineConfig(({ command }): UserConfig => {
  const shell: UserConfig = {
    main: {
      build: {
        outDir: 'out/main',
        externalizeDeps: false,
        minify: false,
        // CommonJS, so that the very file can be run against a stand-in of the electron module.
        rolldownOptions: {
          input: 'src/main/index.ts',
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
    preload: {
      build: {
        outDir: 'out/preload',
        externalizeDeps: false,
        minify: false,
        // A sandboxed preload script is one CommonJS file, whatever package.json says.
        rolldownOptions: {
          input: 'src/preload/index.ts',
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  }
  return command === 'serve' ? { ...shell, renderer } : shell
})
