import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { freshFolder } from './support.ts'

const MOUNT = 'mount -t tmpfs -o size=1m none "$0"'
const inOwnMounts = (script: string, ...given: string[]) => [
  '-rm',
  'sh',
  '-c',
  `${MOUNT} && ${script}`,
  ...given,
]
const mayMount = spawnSync('unshare', inOwnMounts('true', '/tmp')).status === 0
const out = fileURLToPath(new URL('../../node_modules/.cache/jiaokan-full/', import.meta.url))

// Where a process may not mount anything, the double of failing-calls.test.ts has to do: it says ENOSPC at each call.
test.skipIf(!mayMount)(
  'a full tmpfs keeps what was acknowledged, and goes on when there is space again',
  async () => {
    const entry = fileURLToPath(new URL('full/fill.ts', import.meta.url))
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      build: { ssr: entry, outDir: out, target: 'node20.19' },
    })
    const program = [process.execPath, join(out, 'fill.js')]
    const text = execFileSync('unshare', inOwnMounts('"$1" "$2" "$0"', freshFolder(), ...program), {
      encoding: 'utf8',
    })
    const seen = JSON.parse(text) as { acknowledged: number }
    const { acknowledged } = seen

    expect(acknowledged).toBeGreaterThan(1000)
    const whole = { title: '云山年鉴', recovered: null, isPrefix: true }
    expect(seen).toEqual({
      acknowledged,
      refusal: 'full',
      label: 'full',
      snapshot: 'full',
      whileFull: { ...whole, events: acknowledged },
      again: 'saved',
      after: { ...whole, events: acknowledged + 7 },
    })
  },
  60_000,
)
