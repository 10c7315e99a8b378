import { defineConfig } from 'vite'

// `npm start`: launcher and local server as one file that runs with plain Node, without node_modules.

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/launch/start.ts',
    outDir: 'out/launch',
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})
