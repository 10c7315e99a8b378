import { unpackAnalysis } from '../../core/document/codec.ts'
import type { Document } from '../../core/document/document.ts'
import { checkAnalysis } from '../../core/document/from-analysis.ts'
import { assemble, type Parts, UNTOUCHED } from '../../core/document/parts.ts'
import { replayOn } from '../../core/document/replay.ts'
import { unpackSnapshot } from '../../core/document/snapshot.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { type RawText, rawText } from '../../core/text/raw-text.ts'
import type { BookSource, OpenError } from './book-api.ts'

export interface OpenedSource {
  readonly doc: Document
  /** The document before the events of the source: what the window makes its own copy of. */
  readonly base: Parts
}

/**
 * The document of a stored book: its latest snapshot, or its analysis where there is none, and the events after that. All
 * that was stored is checked here.
 */
export function openBook(source: BookSource): Result<OpenedSource, OpenError> {
  const raw = rawText(source.text, source.sha256)
  // It was decoded on import: anything else is a bug.
  if (!raw.ok) throw new Error(`no raw text: ${raw.error.kind} at ${raw.error.at}`)
  const base = source.snapshot === null ? analysed(raw.value, source) : kept(raw.value, source.snapshot)
  if (!base.ok) return base
  const doc = replayOn(assemble(raw.value, base.value), source.events)
  return doc.ok ? ok({ doc: doc.value, base: base.value }) : err({ kind: 'replay', error: doc.error })
}

function analysed(raw: RawText, { payload }: BookSource): Result<Parts, OpenError> {
  const unpacked = unpackAnalysis(raw, payload)
  if (!unpacked.ok) return err({ kind: 'payload', error: unpacked.error })
  const bad = checkAnalysis(raw, unpacked.value)
  return bad ? err({ kind: 'replay', error: { ...bad, seq: 0 } }) : ok({ ...UNTOUCHED, ...unpacked.value })
}

function kept(raw: RawText, snapshot: string): Result<Parts, OpenError> {
  const unpacked = unpackSnapshot(raw, snapshot)
  return unpacked.ok ? unpacked : err({ kind: 'snapshot', error: unpacked.error })
}
