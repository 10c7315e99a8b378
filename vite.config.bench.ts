import { defineConfig } from 'vite'

// Measurements are TypeScript like everything else and run with plain Node: bundled first, since Node below 22 takes no
// types.

export default defineConfig({
  publicDir: false,
  // A native module cannot be bundled.
  ssr: { noExternal: true, external: ['autocorrect-node'] },
  build: {
    ssr: true,
    outDir: 'out/bench',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      input: [
        'bench/accuracy.ts',
        'bench/figures.ts',
        'bench/speed.ts',
        'bench/window/opening.ts',
        'bench/journal.ts',
      ],
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
})
