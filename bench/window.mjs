import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { drive } from '../test/e2e/drive.mjs'

/**
 * What an editor waits for in a book of two million characters, measured in a real browser. `--json FILE` writes the rows,
 * `--characters N` takes another size, `--rounds N` measures more often (the best of all rounds counts: this machine may
 * have other work).
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string', default: '' },
    characters: { type: 'string', default: '2000000' },
    events: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '2' },
  },
})
const config = fileURLToPath(new URL('window/playwright.config.ts', import.meta.url))

process.exitCode =
  (await drive(config, [`${positionals[0] ?? 'window'}.bench.ts`], {
    JIAOKAN_BENCH_JSON: values.json,
    JIAOKAN_BENCH_CHARACTERS: values.characters,
    JIAOKAN_BENCH_EVENTS: values.events,
    JIAOKAN_BENCH_ROUNDS: values.rounds,
  })) ?? 1
