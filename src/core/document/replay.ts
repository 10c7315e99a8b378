import { err, ok, type Result } from '../result.ts'
import type { Analysis } from '../structure/block.ts'
import type { RawText } from '../text/raw-text.ts'
import { apply } from './apply/apply.ts'
import { markUndone } from './apply/undo.ts'
import type { Document } from './document.ts'
import { Draft } from './draft.ts'
import type { Logged } from './event.ts'
import { fromAnalysis } from './from-analysis.ts'
import { type Refusal, refusal, type ReplayError } from './refusal.ts'

/** The document after one more event, or why it cannot be. The given one stays as it is either way. */
export function step(doc: Document, logged: Logged): Result<Document, ReplayError> {
  const draft = new Draft(doc)
  const bad = advance(draft, logged)
  return bad ? err({ ...bad, seq: logged.seq }) : ok(draft.freeze())
}

/**
 * The document that a log makes of a raw text and its frozen analysis: the same as stepping through it, with
 * one draft for all events. The first event that does not fit ends it with an error; nothing is skipped
 * silently.
 */
export function replay(
  raw: RawText,
  analysis: Analysis,
  log: Iterable<Logged>,
): Result<Document, ReplayError> {
  const start = fromAnalysis(raw, analysis)
  return start.ok ? replayOn(start.value, log) : start
}

/** The same on a document that is there already: a tail of the log. */
export function replayOn(doc: Document, log: Iterable<Logged>): Result<Document, ReplayError> {
  const draft = new Draft(doc)
  for (const logged of log) {
    const bad = advance(draft, logged)
    if (bad) return err({ ...bad, seq: logged.seq })
  }
  return ok(draft.freeze())
}

function advance(draft: Draft, logged: Logged): Refusal | null {
  const { seq, at, event } = logged
  if (seq !== draft.seq + 1) return refusal('out-of-order', null, String(seq))
  const bad = apply(draft, logged)
  if (bad) {
    draft.rollback()
    return bad
  }
  const undoes = event.type === 'undone' ? event.seq : null
  const change = draft.commit()
  if (undoes !== null) markUndone(draft, undoes)
  draft.past.set(seq, { at, change, undoes, undone: false })
  for (const { id } of change.blocks) draft.touched.set(id, true)
  draft.seq = seq
  return null
}
