import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DiskJournal } from '../src/disk/disk-journal.ts'
import { book, events, ID } from '../test/disk/fixtures.ts'

// How long an editor waits for 已保存, and for a long journal to be read: `npm run bench:journal [-- --json FILE] [--in DIR]`.

const APPENDS = 1000
const LONG = 50_000

const { values } = parseArgs({ options: { json: { type: 'string' }, in: { type: 'string' } } })
const root = mkdtempSync(join(values.in ?? tmpdir(), 'jiaokan-bench-'))
const rows: { name: string; value: number; unit: string }[] = []
const row = (name: string, value: number, unit = 'ms'): void => {
  rows.push({ name, value: Number(value.toFixed(3)), unit })
}

try {
  let journal = new DiskJournal(root)
  await must(journal.create(book()))
  const times: number[] = []
  for (let seq = 2; seq <= APPENDS; seq++) times.push(await time(() => must(journal.append(ID, events(seq)))))
  times.sort((a, b) => a - b)
  row('append + sync, p50', times[Math.floor(times.length * 0.5)] ?? 0)
  row('append + sync, p99', times[Math.floor(times.length * 0.99)] ?? 0)
  row(
    `${LONG - APPENDS} events in one append`,
    await time(() => must(journal.append(ID, events(APPENDS + 1, LONG)))),
  )
  await journal.close()
  journal = new DiskJournal(root)
  row(`read ${LONG} events`, await time(() => must(journal.read(ID))))
  row('list', await time(() => must(journal.list())))
} finally {
  rmSync(root, { recursive: true })
}
for (const { name, value, unit } of rows) console.log(`${name.padEnd(32)} ${value} ${unit}`)
if (values.json) writeFileSync(values.json, JSON.stringify({ rows }, null, 2) + '\n')

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function must(result: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await result).ok) throw new Error(JSON.stringify(await result))
}
