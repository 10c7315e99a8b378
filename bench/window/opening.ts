import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { analyse } from '../../src/core/analyse.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { packAnalysis, payloadHash } from '../../src/core/document/codec.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent, Logged, NoteId } from '../../src/core/document/event.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { replayOn } from '../../src/core/document/replay.ts'
import { packSnapshot } from '../../src/core/document/snapshot.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { obey } from '../../src/core/obey.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'
import type { BookSource } from '../../src/renderer/worker/book-api.ts'
import { openBook } from '../../src/renderer/worker/open-book.ts'
import { Gathering, portions } from '../../src/renderer/worker/portions.ts'
import { largeBook } from './large-book.ts'

// How long a much-edited book takes to open, from its whole log and from a snapshot. What goes between the threads is
// cloned as browsers do it. `longest` is the longest that the window would stand still.

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

const text = largeBook(Number(values.characters))
const raw = rawText(text, 'f'.repeat(64))
if (!raw.ok) throw new Error(raw.error.kind)
const analysis = obey(raw.value, analyse(raw.value))
const payload = packAnalysis(analysis)
const start = fromAnalysis(raw.value, analysis)
if (!start.ok) throw new Error(start.error.reason)
const events = log(start.value, Number(values.events), analysis.engine, payloadHash(payload))
const whole = replayOn(start.value, events)
if (!whole.ok) throw new Error(`${whole.error.seq}: ${whole.error.reason}`)
const packing = performance.now()
const snapshot = packSnapshot(whole.value)
report('packing a snapshot', Math.round(performance.now() - packing), 'ms')
report('a snapshot', Math.round(snapshot.length / 1024), 'KB')
report('characters', text.length, '')
report('events', events.length, '')

const source = { text, sha256: raw.value.sha256, payload }
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
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 2))

interface Run {
  readonly worker: number
  readonly window: number
  readonly longest: number
}

function open(given: BookSource): Run {
  const began = performance.now()
  const made = openBook(given)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  let worker = performance.now() - began
  const tasks: number[] = []
  const task = <T>(work: () => T): T => {
    const from = performance.now()
    const value = work()
    tasks.push(performance.now() - from)
    return value
  }
  const gathering = new Gathering()
  for (const portion of portions(made.value.base)) {
    const sent = performance.now()
    const came = structuredClone(portion)
    worker += performance.now() - sent
    task(() => gathering.take(came.parts))
  }
  if (!raw.ok) throw new Error(raw.error.kind)
  const { value } = raw
  let doc = task(() => gathering.document(value))
  for (let at = 0; at < given.events.length; at += 100)
    doc = task(() => {
      const next = replayOn(doc, given.events.slice(at, at + 100))
      if (!next.ok) throw new Error(next.error.reason)
      return next.value
    })
  task(() => doc.ownership.at(0))
  return { worker, window: tasks.reduce((sum, ms) => sum + ms, 0), longest: Math.max(...tasks) }
}

/** What editors do, over and over: a character retyped, a stretch marked as read, a note, a finding turned down, an undo. */
function log(doc: Document, count: number, engine: string, hash: string): Logged[] {
  const out: Logged[] = []
  const add = (event: DocumentEvent): void => {
    const at = new Date(Date.UTC(2026, 0, 1) + out.length * 1000).toISOString()
    out.push({ seq: out.length + 1, at, by: 'editor', event })
  }
  add({ type: 'analysed', engine, payload: hash })
  const blocks = blocksOf(doc).filter((b) => b.role !== 'furniture' && correctedText(doc.raw, b).length > 4)
  const open = [...doc.suggestions.keys()]
  for (let round = 0; out.length < count; round++) {
    const block = blocks[round % blocks.length]!
    const [span] = block.spans
    if (round < blocks.length) {
      const change = { span: cleanSpan(2, 3), insert: '改' }
      const event = retype(doc, block.id, change, `e-${round}` as CorrectionId)
      if (event.ok && event.value) add(event.value)
      if (event.ok && event.value && round % 20 === 0) add({ type: 'undone', seq: out.length })
    }
    if (span.from < span.to) add({ type: 'marked-read', spans: [rawSpan(span.from, span.to)], read: true })
    const key = open[round]
    if (key !== undefined) add({ type: 'dismissed', suggestion: key, note: '原书如此' })
    if (round % 5 === 0)
      add({ type: 'noted', note: `n-${round}` as NoteId, span: rawSpan(span.from, span.to), text: '待查' })
  }
  return out.slice(0, count)
}
