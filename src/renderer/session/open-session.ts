import type { Document } from '../../core/document/document.ts'
import type { Logged } from '../../core/document/event.ts'
import { replayOn } from '../../core/document/replay.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { rawText } from '../../core/text/raw-text.ts'
import { nextTask } from '../next-task.ts'
import type { BookSource, OpenError } from '../worker/book-api.ts'
import { Gathering } from '../worker/portions.ts'
import type { Replica } from './replica.svelte.ts'

/** So many events are replayed between two frames. */
const EVENTS = 100

/**
 * Makes the window's document. Unpacking and checking two million characters takes a second, so the worker does that, and
 * hands over in portions what the snapshot holds, or the analysis where there is none; the window replays on it the events
 * that came after, so that both copies came about the same way.
 */
export async function loadDocument(
  source: BookSource,
  replica: Pick<Replica, 'open' | 'portion'>,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Document, OpenError>> {
  const raw = rawText(source.text, source.sha256)
  if (!raw.ok) throw new Error(`no raw text: ${raw.error.kind} at ${raw.error.at}`)
  const opened = await replica.open(source)
  if (!opened.ok) return opened
  const gathering = new Gathering()
  for (;;) {
    const portion = await replica.portion()
    if (!portion) break
    gathering.take(portion.parts)
    onProgress(portion.done)
  }
  await nextTask()
  const start = gathering.document(raw.value)
  await nextTask()
  return replayed(start, source.events)
}

async function replayed(start: Document, events: readonly Logged[]): Promise<Result<Document, OpenError>> {
  let doc = start
  for (let at = 0; at < events.length; at += EVENTS) {
    const next = replayOn(doc, events.slice(at, at + EVENTS))
    // The worker has replayed the same events on the same state.
    if (!next.ok) return err({ kind: 'replay', error: next.error })
    doc = next.value
    if (at + EVENTS < events.length) await nextTask()
  }
  // Sorts who owns what, which the first question would wait for.
  doc.ownership.at(0)
  await nextTask()
  return ok(doc)
}
