import { figuresThread, serveFigures } from './figures-thread.ts'
import { nodeIo } from './node-io.ts'
import { run } from './run.ts'

if (!serveFigures()) {
  const io = nodeIo(new URL('../../', import.meta.url), figuresThread(new URL(import.meta.url)))
  // The exit code is set, not forced: what is still on its way to a pipe would be lost.
  process.exitCode = await run(process.argv.slice(2), io)
}
