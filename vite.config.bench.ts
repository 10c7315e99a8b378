import { defineConfig } from 'vite'

// Measurements are TypeScript like everything else and run with plain Node: bundled first, since Node below 22 takes no
// types.

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'bench/accuracy.ts',
    outDir: 'out/bench',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})
