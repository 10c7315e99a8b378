import type { BlockId, Correction } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { Document } from '../../core/document/document.ts'
import type { Logged } from '../../core/document/event.ts'
import { fromChecked } from '../../core/document/from-analysis.ts'
import { replayOn } from '../../core/document/replay.ts'
import { Table } from '../../core/document/table.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Block } from '../../core/structure/block.ts'
import { rawText } from '../../core/text/raw-text.ts'
import type { BookSource, OpenError } from '../worker/book-api.ts'
import type { Replica } from './replica.svelte.ts'

/** So many blocks, corrections or events are taken over between two frames: well under 50 ms. */
const PORTION = 1_500
const EVENTS = 100

/** What a window needs to start a session. */
export interface Loaded {
  readonly doc: Document
  readonly events: readonly Logged[]
}

/**
 * Makes the window's document. Unpacking and checking two million characters takes a second, so the worker does that, and
 * hands its analysis over in portions; the window replays the log on it, so that both copies came about the same way.
 */
export async function loadDocument(
  source: BookSource,
  replica: Replica,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Loaded, OpenError>> {
  const raw = rawText(source.text, source.sha256)
  if (!raw.ok) throw new Error(`no raw text: ${raw.error.kind} at ${raw.error.at}`)
  const opened = await replica.open(source)
  if (!opened.ok) return opened
  const { value: counts } = opened
  const all = counts.blocks + counts.corrections
  const blocks = new Map<BlockId, Block>()
  const corrections = new Map<CorrectionId, Correction>()
  for (let at = 0; at < counts.blocks; at += PORTION) {
    for (const one of await replica.parts.blocks(at, at + PORTION)) blocks.set(one.id, one)
    onProgress(blocks.size / all)
  }
  for (let at = 0; at < counts.corrections; at += PORTION) {
    for (const one of await replica.parts.corrections(at, at + PORTION)) corrections.set(one.id, one)
    onProgress((blocks.size + corrections.size) / all)
  }
  const rest = await replica.parts.rest()
  await nextTask()
  const analysis = { ...rest, blocks: [...blocks.values()], corrections: [] }
  const start = fromChecked(raw.value, analysis, Table.adopt(blocks), Table.adopt(corrections))
  await nextTask()
  return replayed(start, source.events)
}

async function replayed(start: Document, events: readonly Logged[]): Promise<Result<Loaded, OpenError>> {
  let doc = start
  for (let at = 0; at < events.length; at += EVENTS) {
    const next = replayOn(doc, events.slice(at, at + EVENTS))
    // The worker has replayed the same events on the same analysis.
    if (!next.ok) return err({ kind: 'replay', error: next.error })
    doc = next.value
    if (at + EVENTS < events.length) await nextTask()
  }
  // Sorts who owns what, which the first question would wait for.
  doc.ownership.at(0)
  await nextTask()
  return ok({ doc, events })
}

/** Lets the window draw and answer. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
