import { digitLock } from '../document/digit-lock.ts'
import type { Document } from '../document/document.ts'
import { ledger } from '../document/ledger.ts'
import { replayOn } from '../document/replay.ts'
import type { Source } from '../document/source.ts'
import { lineNumbers } from '../text/lines.ts'
import { anchorsOf } from './anchors.ts'
import { projectFault, type ProjectFault } from './fault.ts'
import { refusalDetail, startOf } from './open-project.ts'
import { type Scan, scanProject } from './scan-project.ts'

/** What a project file is, and all that is wrong with it. */
export interface ProjectReport {
  readonly faults: readonly ProjectFault[]
  /** As far as it could be read; null where there was too little of it. */
  readonly title: string | null
  readonly source: Source | null
  readonly events: number
  /** The book as its last event left it; null where it could not be made. */
  readonly document: Document | null
}

/**
 * Looks at all of a project file, beyond the first fault: its lines and their chain, its records, whether each quote of an
 * event stands in the raw text, whether each event fits, and whether ledger and digit lock of the book hold. In the order
 * of the file's lines within each of these. Never throws.
 */
export function verifyProject(text: string): ProjectReport {
  const scan = scanProject(text)
  const faults = [...scan.faults]
  const { source, events, book } = scan
  const document = source ? checkLog(source, events, faults) : null
  if (document) faults.push(...brokenLaws(document))
  return { faults, title: book?.title ?? null, source, events: events.length, document }
}

function checkLog(source: Source, events: Scan['events'], faults: ProjectFault[]): Document | null {
  const rawLine = lineNumbers(source.text)
  for (const { line, logged } of events)
    for (const { span, quote } of anchorsOf(logged.event))
      if (source.text.slice(span.from, span.to) !== quote)
        faults.push(projectFault('anchor', line, `event ${logged.seq}: ${shown(quote)}`, rawLine(span.from)))
  const start = startOf(source, events[0]?.logged.event)
  if (!start.ok) {
    faults.push(start.error)
    return null
  }
  const done = replayOn(
    start.value,
    events.map(({ logged }) => logged),
  )
  if (done.ok) return done.value
  // What comes after it was made on top of it, and cannot be judged.
  const { at, seq } = done.error
  const line = events.find(({ logged }) => logged.seq === seq)?.line ?? null
  faults.push(projectFault('event', line, refusalDetail(done.error), at === null ? null : rawLine(at)))
  return null
}

/** Where ledger and digit lock of a book do not hold. It can be read and mended; nothing may be exported of it. */
export function brokenLaws(document: Document): ProjectFault[] {
  const rawLine = lineNumbers(document.raw.text)
  return [
    ...ledger(document).imbalances.map(({ kind, from }) => projectFault('ledger', null, kind, rawLine(from))),
    ...digitLock(document).violations.map(({ kind, from, raw, clean }) =>
      projectFault('digits', null, `${kind}: ${raw.join(' ')} -> ${clean.join(' ')}`, rawLine(from)),
    ),
  ]
}

function shown(quote: string): string {
  return JSON.stringify(quote.length > 24 ? `${quote.slice(0, 24)}…` : quote)
}
