import type { Document } from '../../core/document/document.ts'
import type { DocumentEvent, Logged } from '../../core/document/event.ts'
import { redoTarget, undoTarget } from '../../core/document/history.ts'
import type { Refusal } from '../../core/document/refusal.ts'
import { step } from '../../core/document/replay.ts'
import { err, ok, type Result } from '../../core/result.ts'

/** Makes the next events from the document as it is then. */
export type Act = (doc: Document) => Result<readonly DocumentEvent[], Refusal>

/** What the editor did in one go: all of its events, or none. They bear one time, and are taken back together. */
export interface Stroke {
  readonly doc: Document
  readonly logged: readonly Logged[]
}

/** Does one act after the other. The first refusal ends it, and nothing has happened. */
export function stroke(doc: Document, acts: Iterable<Act>, at: string, by: string): Result<Stroke, Refusal> {
  const logged: Logged[] = []
  let now = doc
  for (const act of acts) {
    const made = act(now)
    if (!made.ok) return made
    for (const event of made.value) {
      const next: Logged = { seq: now.seq + 1, at, by, event }
      const stepped = step(now, next)
      if (!stepped.ok) return err(stepped.error)
      logged.push(next)
      now = stepped.value
    }
  }
  return ok({ doc: now, logged })
}

/** The act of one event that is known beforehand. */
export function doing(event: DocumentEvent): Act {
  return () => ok([event])
}

/** Takes back the last stroke, last event first. Null where there is none. */
export function undoing(doc: Document): Act | null {
  return backwards(doc, undoTarget(doc)?.seq)
}

/** Does again what was last taken back. */
export function redoing(doc: Document): Act | null {
  return backwards(doc, redoTarget(doc)?.seq)
}

/** Events of one stroke stand next to each other in the log. An undoing goes through them backwards, a redoing again. */
function backwards({ past }: Document, last: number | undefined): Act | null {
  if (last === undefined) return null
  const at = past.get(last)?.at
  const events: DocumentEvent[] = []
  for (let seq = last; seq > 0 && past.get(seq)?.at === at; seq--)
    if (!past.get(seq)?.undone) events.push({ type: 'undone', seq })
  return () => ok(events)
}
