import { defineConfig } from 'vite'

// The local server behind `npm start`: one file that runs with plain Node, without node_modules.

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/server/start.ts',
    outDir: 'out/server',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})
