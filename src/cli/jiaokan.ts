import { nodeIo } from './node-io.ts'
import { run } from './run.ts'

// The exit code is set, not forced: what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), nodeIo(new URL('../../', import.meta.url)))
