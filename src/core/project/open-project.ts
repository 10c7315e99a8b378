import { payloadHash, unpackAnalysis } from '../document/codec.ts'
import type { Document } from '../document/document.ts'
import { fromAnalysis } from '../document/from-analysis.ts'
import type { ReplayError } from '../document/refusal.ts'
import { replayOn } from '../document/replay.ts'
import type { Source } from '../document/source.ts'
import { err, type Result } from '../result.ts'
import { rawText } from '../text/raw-text.ts'
import { projectFault, type ProjectFault } from './fault.ts'
import type { Project } from './project.ts'

/** The document that a project's log makes of its text and frozen analysis, or the first thing that does not fit. */
export function openProject({ source, events }: Project): Result<Document, ProjectFault> {
  const start = startOf(source, events[0]?.event)
  if (!start.ok) return start
  const done = replayOn(start.value, events)
  return done.ok ? done : err(projectFault('event', null, refusalDetail(done.error)))
}

/** The document before its first event. */
export function startOf(
  source: Source,
  first: Project['events'][number]['event'] | undefined,
): Result<Document, ProjectFault> {
  const raw = rawText(source.text, source.sha256)
  if (!raw.ok) return err(projectFault('text', null, `${raw.error.kind} ${raw.error.at}`))
  if (first?.type !== 'analysed')
    return err(projectFault('place', null, 'the log does not begin with an analysis'))
  if (first.payload !== payloadHash(source.payload))
    return err(projectFault('analysis', null, 'not the one that the log names'))
  const analysis = unpackAnalysis(raw.value, source.payload)
  if (!analysis.ok)
    return err(projectFault('analysis', null, `${analysis.error.kind} ${analysis.error.detail}`))
  const start = fromAnalysis(raw.value, analysis.value)
  return start.ok ? start : err(projectFault('analysis', null, refusalDetail(start.error)))
}

/** `event 12 raw-mismatch c7`, for a report. */
export function refusalDetail({ seq, reason, id }: ReplayError): string {
  return [`event ${seq}`, reason, ...(id === null ? [] : [id])].join(' ')
}
