import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { events, freshFolder, ID, value } from '../support.ts'

const KILLS = Number(process.env['JIAOKAN_KILLS'] ?? 20)

const out = fileURLToPath(new URL('../../../node_modules/.cache/jiaokan-kill/', import.meta.url))

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: fileURLToPath(new URL('writer.ts', import.meta.url)), outDir: out, target: 'node20.19' },
  })
}, 60_000)

interface End {
  readonly signal: string | null
  readonly errors: string
  /** The last event that it found. */
  readonly begun: number
  /** The last event that the disk has said yes to, and the last that was sent. */
  readonly acknowledged: number
  readonly sent: number
}

/** A writer that is killed `delay` ms after it has begun to write. */
async function killWriter(root: string, nth: number, delay: number): Promise<End> {
  const child = spawn(process.execPath, [join(out, 'writer.js'), root, String(nth)])
  const ended = once(child, 'close')
  let said = ''
  let errors = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.on('data', (part: Buffer) => {
    said += String(part)
    if (said.includes('\n>')) timer ??= setTimeout(() => child.kill('SIGKILL'), delay)
  })
  child.stderr.on('data', (part: Buffer) => (errors += String(part)))
  const [, signal] = (await ended) as [number | null, string | null]
  const last = (mark: string): number =>
    Math.max(
      0,
      ...[...said.matchAll(/^([>=+])(\d+)$/gm)]
        .filter(([, m]) => mark.includes(m ?? ''))
        .map(([, , n]) => Number(n)),
    )
  return { signal, errors, begun: last('+'), acknowledged: last('=+'), sent: last('>+') }
}

describe('a process that is killed while it writes', () => {
  test(`loses nothing that was acknowledged, ${KILLS} times`, async () => {
    const tally = {
      kills: 0,
      inFlight: 0,
      torn: 0,
      tornBytes: 0,
      unacknowledged: 0,
      acknowledged: 0,
      lost: 0,
    }
    let root = freshFolder()
    for (let nth = 0; nth < KILLS; nth++) {
      // A fresh book now and then, so that the beginning of one is hit, too, and reading stays quick.
      if (nth % 20 === 0) root = freshFolder()
      const { signal, errors, begun, acknowledged, sent } = await killWriter(root, nth, (nth * 7) % 41)
      expect(errors).toBe('')
      expect(signal).toBe('SIGKILL')
      tally.kills++
      if (sent > acknowledged) tally.inFlight++

      const { events: read, recovered, head } = value(await readOnce(root))
      expect(head.fault).toBeNull()
      if (read.length < acknowledged) tally.lost++
      expect(read.length).toBeGreaterThanOrEqual(acknowledged)
      expect(read.length).toBeLessThanOrEqual(sent)
      expect(read).toEqual(events(1, read.length))
      if (recovered) tally.torn++
      tally.tornBytes += recovered?.bytes ?? 0
      tally.acknowledged += acknowledged - begun
      if (read.length > acknowledged) tally.unacknowledged++
    }
    const file = process.env['JIAOKAN_KILL_TABLE']
    if (file) writeFileSync(file, JSON.stringify(tally, null, 2))
    expect(tally.lost).toBe(0)
    // Most kills must have come between the sending of an event and its acknowledgement, or this proves nothing.
    expect(tally.inFlight).toBeGreaterThan(KILLS / 2)
  }, 3_600_000)
})

async function readOnce(root: string): ReturnType<DiskJournal['read']> {
  const journal = new DiskJournal(root)
  const content = await journal.read(ID)
  await journal.close()
  return content
}
