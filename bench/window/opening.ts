import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { replayOn } from '../../src/core/document/replay.ts'
import { packSnapshot } from '../../src/core/document/snapshot.ts'
import type { BookSource } from '../../src/renderer/worker/book-api.ts'
import { openBook } from '../../src/renderer/worker/open-book.ts'
import { Gathering, portions } from '../../src/renderer/worker/portions.ts'
import { longBook } from './long-book.ts'

// How long a much-edited book takes to open, from its whole log and from a snapshot. What goes between the threads is
// cloned as browsers do it. `longest` is the longest that the window would stand still. All in time of the processor.

const { values } = parseArgs({
  options: {
    characters: { type: 'string', default: '2300000' },
    events: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
})
const rows: { name: string; value: number; unit: string }[] = []
const report = (name: string, value: number, unit: string): void => {
  rows.push({ name, value, unit })
  console.log(`${name.padEnd(44)} ${value.toLocaleString('en')} ${unit}`)
}

const { raw, payload, start, events } = longBook(Number(values.characters), Number(values.events))
const { text, sha256 } = raw
const whole = replayOn(start, events)
if (!whole.ok) throw new Error(`${whole.error.seq}: ${whole.error.reason}`)
const packing = spent()
const snapshot = packSnapshot(whole.value)
report('packing a snapshot', Math.round(spent() - packing), 'ms')
report('a snapshot', Math.round(snapshot.length / 1024), 'KB')
report('characters', text.length, '')
report('events', events.length, '')

const source = { text, sha256, payload }
const ways: [string, BookSource][] = [
  ['the whole log', { ...source, snapshot: null, events }],
  ['a snapshot', { ...source, snapshot, events: [] }],
]
for (const [name, way] of ways) {
  const runs = Array.from({ length: Number(values.runs) }, () => open(way))
  const least = (pick: (run: Run) => number): number => Math.round(Math.min(...runs.map(pick)))
  report(
    `opening from ${name}: worker`,
    least((run) => run.worker),
    'ms',
  )
  report(
    `opening from ${name}: window`,
    least((run) => run.window),
    'ms',
  )
  report(
    `opening from ${name}: together`,
    least((run) => run.worker + run.window),
    'ms',
  )
  report(
    `opening from ${name}: longest`,
    least((run) => run.longest),
    'ms',
  )
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`)

/** Milliseconds of processor that this process has had, its collector of garbage included: other programs add nothing to it. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Run {
  readonly worker: number
  readonly window: number
  readonly longest: number
}

function open(given: BookSource): Run {
  const began = spent()
  const made = openBook(given)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  let worker = spent() - began
  const tasks: number[] = []
  const task = <T>(work: () => T): T => {
    const from = spent()
    const value = work()
    tasks.push(spent() - from)
    return value
  }
  const gathering = new Gathering()
  for (const portion of portions(made.value.base)) {
    const sent = spent()
    const came = structuredClone(portion)
    worker += spent() - sent
    task(() => gathering.take(came.parts))
  }
  let doc = task(() => gathering.document(raw))
  for (let at = 0; at < given.events.length; at += 100)
    doc = task(() => {
      const next = replayOn(doc, given.events.slice(at, at + 100))
      if (!next.ok) throw new Error(next.error.reason)
      return next.value
    })
  task(() => doc.ownership.at(0))
  return { worker, window: tasks.reduce((sum, ms) => sum + ms, 0), longest: Math.max(...tasks) }
}
