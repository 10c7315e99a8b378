import { packAnalysis, payloadHash } from '../document/codec.ts'
import type { Document } from '../document/document.ts'
import type { Logged } from '../document/event.ts'
import { fromAnalysis } from '../document/from-analysis.ts'
import type { SourceMeta } from '../document/source.ts'
import { step } from '../document/replay.ts'
import type { ProjectFault } from '../project/fault.ts'
import { startOf } from '../project/open-project.ts'
import type { Project } from '../project/project.ts'
import { ok, type Result } from '../result.ts'
import type { Analysis } from '../structure/block.ts'
import type { RawText } from '../text/raw-text.ts'
import type { CarryPorts } from './carried.ts'
import { carryOver, type CarriedOver } from './carry-over.ts'

/** The raw text of a later proof, and what the engine made of it. */
export interface Proof {
  readonly title: string
  readonly raw: RawText
  readonly source: Omit<SourceMeta, 'sha256'>
  readonly analysis: Analysis
}

/** The book of a later proof. */
export interface NextProof extends CarriedOver {
  readonly project: Project
}

/**
 * A book of its own for a later proof, with the decisions of the earlier one; its settings name the earlier one, which stays as
 * it is. Error: the earlier book does not begin as its log says.
 */
export function nextProof(
  { project, document }: { readonly project: Project; readonly document: Document },
  { title, raw, source, analysis }: Proof,
  ports: CarryPorts,
): Result<NextProof, ProjectFault> {
  const start = startOf(project.source, project.events[0]?.event)
  if (!start.ok) return start
  const payload = packAnalysis(analysis)
  const { engine } = analysis
  const first: Logged = {
    seq: 1,
    at: ports.at,
    by: 'engine',
    event: { type: 'analysed', engine, payload: payloadHash(payload) },
  }
  const bare = fromAnalysis(raw, analysis)
  const begun = bare.ok ? step(bare.value, first) : bare
  if (!begun.ok) throw new Error(`the analysis does not begin its own log: ${begun.error.reason}`)
  const carried = carryOver({ start: start.value, document, log: project.events }, begun.value, ports)
  const earlier = { title: project.book.title, sha256: project.source.sha256 }
  return ok({
    ...carried,
    project: {
      source: { ...source, sha256: raw.sha256, text: raw.text, payload },
      events: [first, ...carried.events],
      book: { title, settings: { ...project.book.settings, earlier } },
    },
  })
}
