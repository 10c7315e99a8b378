import type { Document } from '../document/document.ts'
import { digitLock } from '../document/digit-lock.ts'
import type { DigitViolation } from '../document/digits/reader.ts'
import type { Logged } from '../document/event.ts'
import type { Carried, CarryPorts } from './carried.ts'
import { Carrier } from './carrier.ts'
import { type Decision, decisionsOf } from './decisions.ts'
import { Places, type TextShare } from './places.ts'

export interface CarriedOver {
  /** The new book with what moved. */
  readonly document: Document
  /** What was added to its log. */
  readonly events: readonly Logged[]
  /** Every decision once, in the order of the earlier book. */
  readonly decisions: readonly Carried[]
  readonly share: TextShare
}

/** A reviewed book: before its first event, after its last, and what lies between. */
export interface Reviewed {
  readonly start: Document
  readonly document: Document
  readonly log: readonly Logged[]
}

/**
 * Lays the decisions of a reviewed book over the book of a new raw text (a later proof). Places are found by their words
 * and their neighbours; a decision whose place reads otherwise is a conflict, and none is dropped. Only events are added,
 * each checked as if the editor had made it now, so that ledger and digit lock hold as they do for any log.
 */
export function carryOver(reviewed: Reviewed, fresh: Document, ports: CarryPorts): CarriedOver {
  const decisions = decisionsOf(reviewed.start, reviewed.document, reviewed.log)
  const places = new Places(reviewed.document.raw.text, fresh.raw.text)
  const share = places.share()
  // What the engine leaves broken in the new text is not the decisions' doing.
  const known = new Set(digitLock(fresh).violations.map(nameOf))
  const refused = new Set<string>()
  while (true) {
    const carrier = new Carrier({ old: reviewed.document, fresh, places, refused, ports })
    for (const decision of inOrderOfWork(decisions)) carrier.carry(decision)
    const result = { ...carrier.result(decisions), share }
    const violations = digitLock(result.document).violations.filter((v) => !known.has(nameOf(v)))
    const blamed = blamedFor(violations, result.decisions)
    if (blamed.length === 0) return result
    for (const id of blamed) refused.add(id)
  }
}

function nameOf({ kind, from, to }: DigitViolation): string {
  return `${kind} ${from} ${to}`
}

/** What an editor changed of a text may bring two numbers of another one together: that is decided again. */
function blamedFor(violations: readonly DigitViolation[], decisions: readonly Carried[]): string[] {
  if (violations.length === 0) return []
  const acts = decisions.filter(({ decision, outcome }) => outcome === 'moved' && ACTS.has(decision.kind))
  const near = acts.filter(({ at }) => violations.some((v) => v.from - AROUND <= at && at <= v.to + AROUND))
  return (near.length > 0 ? near : acts).map(({ decision }) => decision.id)
}

/** Those that change what is read. */
const ACTS: ReadonlySet<Decision['kind']> = new Set<Decision['kind']>([
  'correction',
  'reverted',
  'role',
  'structure',
])
const AROUND = 40

/**
 * What the engine did is taken back first, then blocks become what they were, one after the other as it was done; text and
 * marks lie on blocks.
 */
function inOrderOfWork(decisions: readonly Decision[]): Decision[] {
  const rank = (one: Decision): number =>
    one.kind === 'reverted' ? 0 : one.kind === 'structure' ? one.seq : Infinity
  return decisions.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}
