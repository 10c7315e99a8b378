import type { Carried } from '../../core/carry/carried.ts'
import { type DecisionName, nameOf } from '../../core/carry/decisions.ts'
import { nextProof } from '../../core/carry/next-proof.ts'
import { openProject } from '../../core/project/open-project.ts'
import type { ProjectFault } from '../../core/project/fault.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Analysis } from '../../core/structure/block.ts'
import type { RawText } from '../../core/text/raw-text.ts'
import { fill } from '../i18n/catalogue.ts'
import { lineAt } from '../session/printed-lines.ts'
import type { MadeProof, ProofConflict, ProofCount, ProofPlace, ProofRequest, ProofWords } from './proof.ts'
import { shelved } from './shelved.ts'

/** Lays the decisions over, and tells what became of them. Nothing is stored. */
export function makeProof(
  { earlier, title, source, at, words }: ProofRequest,
  raw: RawText,
  analysis: Analysis,
): Result<MadeProof, ProjectFault> {
  const document = openProject(earlier)
  if (!document.ok) return document
  const { name, encoding, evidence, bom, newline } = source
  const made = nextProof(
    { project: earlier, document: document.value },
    { title, raw, source: { name, encoding, evidence, bom, newline }, analysis },
    { at, by: 'carried', remark: (conflict) => remarkOf(conflict, words) },
  )
  if (!made.ok) return made
  const { decisions, share, project } = made.value
  const conflicts = decisions.flatMap((one): ProofConflict[] => {
    const { decision, reason, decided, quote, now } = one
    if (reason === null) return []
    const before = placeOf(document.value.raw, decision.span.from, quote)
    return [{ kind: nameOf(decision), reason, decided, before, now: placeOf(raw, one.at, now) }]
  })
  return ok({
    project,
    ...shelved(made.value.document),
    report: { counts: countsOf(decisions, Object.keys(words.kinds) as DecisionName[]), conflicts, share },
  })
}

/** What is to be read again says so by itself: it is not marked read. */
function remarkOf({ decision, quote, decided }: Carried, words: ProofWords): string {
  if (decision.kind === 'read') return ''
  const then = decided === '' ? '' : fill(words.decided, { decided }, String)
  return fill(words.remark, { kind: words.kinds[nameOf(decision)], quote, decided: then }, String)
}

function countsOf(decisions: readonly Carried[], kinds: readonly DecisionName[]): ProofCount[] {
  const counts = new Map<DecisionName, Record<Carried['outcome'], number>>()
  for (const { decision, outcome } of decisions) {
    const kind = nameOf(decision)
    const count = counts.get(kind) ?? { moved: 0, already: 0, conflict: 0 }
    counts.set(kind, { ...count, [outcome]: count[outcome] + 1 })
  }
  return kinds.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [{ kind, ...count }] : []
  })
}

const AROUND = 16

function placeOf(raw: RawText, at: number, quote: string): ProofPlace {
  const end = at + quote.length
  const flat = (from: number, to: number): string =>
    raw.text.slice(Math.max(0, from), to).replace(/\s+/gu, '')
  const context = [flat(at - AROUND, at), flat(at, end), flat(end, end + AROUND)] as const
  return { line: lineAt(raw, at), at, context }
}
