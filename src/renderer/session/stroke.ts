import type { Document } from '../../core/document/document.ts'
import type { DocumentEvent, Logged } from '../../core/document/event.ts'
import type { Refusal } from '../../core/document/refusal.ts'
import { step } from '../../core/document/replay.ts'
import { undoTarget, redoTarget } from '../../core/document/history.ts'
import { err, ok, type Result } from '../../core/result.ts'

/** Makes the next event from the document as it is then; null where nothing is to be done. */
export type Act = (doc: Document) => Result<DocumentEvent | null, Refusal>

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
    if (made.value === null) continue
    const next: Logged = { seq: now.seq + 1, at, by, event: made.value }
    const stepped = step(now, next)
    if (!stepped.ok) return err(stepped.error)
    logged.push(next)
    now = stepped.value
  }
  return ok({ doc: now, logged })
}

/** The acts that take back the last stroke, last event first. Empty where there is none. */
export function undoActs(doc: Document, timeOf: (seq: number) => string | undefined): Act[] {
  return backActs(doc, timeOf, undoTarget)
}

/** The acts that do again what was last taken back. */
export function redoActs(doc: Document, timeOf: (seq: number) => string | undefined): Act[] {
  return backActs(doc, timeOf, redoTarget)
}

function* strokeOf(
  doc: Document,
  timeOf: (seq: number) => string | undefined,
  target: typeof undoTarget,
): Generator<number> {
  const first = target(doc)
  if (!first) return
  const time = timeOf(first.seq)
  // Events of one stroke stand next to each other; an undoing or a redoing of one goes through them backwards.
  for (let seq = first.seq; seq > 0 && timeOf(seq) === time; seq--) {
    const past = doc.past.get(seq)
    if (past && !past.undone) yield seq
  }
}

function backActs(
  doc: Document,
  timeOf: (seq: number) => string | undefined,
  target: typeof undoTarget,
): Act[] {
  return [...strokeOf(doc, timeOf, target)].map((seq) => () => ok({ type: 'undone', seq }))
}
