import type { CorrectionId } from '../corrections/edit.ts'
import { partsOf } from '../corrections/parts.ts'
import { blockAt, type Document, type Signature } from '../document/document.ts'
import { digitLock, type DigitViolation } from '../document/digit-lock.ts'
import type { DocumentEvent, Logged, NoteId } from '../document/event.ts'
import { step } from '../document/replay.ts'
import { startOf } from '../document/spans.ts'
import { retype } from '../document/verbs/retype.ts'
import { correctedText } from '../structure/segments.ts'
import { type RawOffset, rawOffset, rawSpan, type Span } from '../text/offset.ts'
import { squeeze } from './alignment.ts'
import { cleanRange } from './clean-range.ts'
import { type Decision, decisionsOf } from './decisions.ts'
import { type Found, Places } from './places.ts'

/**
 * What became of a decision.
 * - moved: it stands in the new book
 * - already: the new text reads so by itself, or gives no cause for it
 * - conflict: what it is about is not there, or reads otherwise now: the editor decides again
 */
export type Outcome = 'moved' | 'already' | 'conflict'

export interface Carried {
  readonly decision: Decision
  readonly outcome: Outcome
  /** What it was about in the earlier raw text; where it is about no text, what follows. */
  readonly quote: string
  /** Its place in the new raw text; of a conflict, the nearest place that could be found. */
  readonly at: RawOffset
  /** What stands there now. */
  readonly now: string
}

export interface CarriedOver {
  /** The new book with what moved. */
  readonly document: Document
  /** What was added to its log. */
  readonly events: readonly Logged[]
  /** Every decision once, in the order of the earlier book. */
  readonly decisions: readonly Carried[]
}

/** A reviewed book: before its first event, after its last, and what lies between. */
export interface Reviewed {
  readonly start: Document
  readonly document: Document
  readonly log: readonly Logged[]
}

export interface CarryPorts {
  /** Signs what had no signature of its own. */
  readonly at: string
  readonly by: string
  /** A note for the place of a conflict, so that it is met in the new book; null for none. */
  readonly remark: (conflict: Carried) => string | null
}

/**
 * Lays the decisions of a reviewed book over the book of a new raw text (a later proof). Places are found by their words
 * and their neighbours; a decision whose place reads otherwise is a conflict, and none is dropped. Only events are added,
 * each checked as if the editor had made it now, so that ledger and digit lock hold as they do for any log.
 */
export function carryOver(reviewed: Reviewed, fresh: Document, ports: CarryPorts): CarriedOver {
  const decisions = decisionsOf(reviewed.start, reviewed.document, reviewed.log)
  const places = new Places(reviewed.document.raw.text, fresh.raw.text)
  // What the engine leaves broken in the new text is not the decisions' doing.
  const known = new Set(digitLock(fresh).violations.map(nameOf))
  const refused = new Set<string>()
  while (true) {
    const carrier = new Carrier(reviewed.document, fresh, places, refused, ports)
    for (const decision of decisions) carrier.carry(decision)
    const result = carrier.result()
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
const ACTS: ReadonlySet<Decision['kind']> = new Set<Decision['kind']>(['correction', 'reverted', 'role'])
const AROUND = 40
const SHOWN = 60

class Carrier {
  private readonly places: Places
  private readonly old: Document
  private readonly ports: CarryPorts
  private readonly refused: ReadonlySet<string>
  private doc: Document
  private readonly events: Logged[] = []
  private readonly decisions: Carried[] = []
  private names = 0

  constructor(
    old: Document,
    fresh: Document,
    places: Places,
    refused: ReadonlySet<string>,
    ports: CarryPorts,
  ) {
    this.old = old
    this.doc = fresh
    this.places = places
    this.refused = refused
    this.ports = ports
  }

  carry(decision: Decision): void {
    const outcome = this.refused.has(decision.id) ? 'conflict' : this.outcome(decision)
    const { span } = decision
    const found = this.places.find(span)
    const at = found ? found.span.from : this.places.near(span.from)
    const quote = this.old.raw.text.slice(span.from, span.to === span.from ? span.from + 12 : span.to)
    const now = found && span.to > span.from ? this.textOf(found.span) : this.doc.raw.text.slice(at, at + 12)
    const carried: Carried = { decision, outcome, quote: quote.slice(0, SHOWN), at, now: now.slice(0, SHOWN) }
    this.decisions.push(carried)
    if (outcome === 'conflict') this.remark(carried)
  }

  result(): CarriedOver {
    return { document: this.doc, events: this.events, decisions: this.decisions }
  }

  private outcome(decision: Decision): Outcome {
    switch (decision.kind) {
      case 'correction':
        return this.correction(decision)
      case 'reverted':
        return this.reverted(decision)
      case 'dismissed':
        return this.dismissed(decision)
      case 'as-printed': {
        const span = this.places.same(decision.span)
        if (!span) return 'conflict'
        const keys = decision.mark.suggestions
          .map((s) => s.key)
          .filter((key) => this.doc.suggestions.has(key))
        const event = { type: 'as-printed', span, replaces: this.textOf(span), suggestions: keys } as const
        return this.did(event, decision.mark)
      }
      case 'note': {
        const span = this.places.same(decision.span)
        const { note, mark } = decision
        return span ? this.did({ type: 'noted', note, span, text: mark.text }, mark) : 'conflict'
      }
      case 'bookmark': {
        const found = this.places.find(decision.span)
        if (!found) return 'conflict'
        return this.did({ type: 'bookmarked', at: found.span.to, label: decision.label })
      }
      case 'read': {
        const span = this.places.same(decision.span)
        if (!span || span.from === span.to) return 'conflict'
        return this.did({ type: 'marked-read', spans: [span], read: true }, decision.mark)
      }
      case 'role':
        return this.role(decision)
      case 'structure':
        return 'conflict'
    }
  }

  /** All its edits, or none. */
  private correction({ correction }: Extract<Decision, { kind: 'correction' }>): Outcome {
    const before = { doc: this.doc, events: this.events.length }
    const outcomes = new Set<Outcome>()
    for (const [i, part] of partsOf(correction).entries()) {
      const found = this.places.find(part.span)
      const quote = correction.replaces[i] ?? ''
      outcomes.add(found ? this.replaced(found, quote, part.insert, correction.origin) : 'conflict')
    }
    if (!outcomes.has('conflict')) return outcomes.has('moved') ? 'moved' : 'already'
    this.doc = before.doc
    this.events.length = before.events
    return 'conflict'
  }

  private replaced(
    found: Found,
    quote: string,
    insert: string,
    origin: Extract<Decision, { kind: 'correction' }>['correction']['origin'],
  ): Outcome {
    const wanted = atEnds(quote, insert)
    const gap = found.before === '' && found.now === '' ? found.gap : found.span
    const block = blockAt(this.doc, rawOffset(gap.from < gap.to ? gap.from : Math.max(0, gap.from - 1)))
    const range = block && cleanRange(this.doc.raw, block, gap)
    if (!block || !range) return 'conflict'
    const current = correctedText(this.doc.raw, block).slice(range.from, range.to)
    if (current === wanted) return 'already'
    if (found.now !== found.before)
      return squeeze(current).text === squeeze(insert).text ? 'already' : 'conflict'
    const made = retype(this.doc, block.id, { span: range, insert: wanted }, this.name())
    if (!made.ok) return 'conflict'
    if (!made.value) return 'already'
    const settles = origin.kind === 'accepted' && this.doc.suggestions.has(origin.suggestion)
    return this.did(settles ? { ...made.value, accepts: origin.suggestion } : made.value)
  }

  /** What the engine did again is taken back again. */
  private reverted({ correction, span }: Extract<Decision, { kind: 'reverted' }>): Outcome {
    const found = this.places.find(span)
    if (!found || found.before !== found.now) return 'conflict'
    const block = blockAt(this.doc, rawOffset(Math.max(0, found.gap.from - 1)))
    const rule = correction.origin.kind === 'rule' ? correction.origin.rule : null
    // A lift that was taken back is about blocks, not about text.
    if (!block || correction.kind === 'move') return 'conflict'
    const again = block.edits
      .filter((e) => e.span.from < found.gap.to && found.gap.from < e.span.to)
      .flatMap((e) => this.doc.corrections.get(e.correction) ?? [])
      .filter((one) => one.origin.kind === 'rule' && one.origin.rule === rule)
    if (again.length === 0) return 'already'
    return this.did({ type: 'corrected', added: [], withdrawn: [...new Set(again.map((one) => one.id))] })
  }

  private dismissed({ dismissal, span }: Extract<Decision, { kind: 'dismissed' }>): Outcome {
    const { key } = dismissal.suggestion
    if (this.doc.suggestions.has(key))
      return this.did({ type: 'dismissed', suggestion: key, note: dismissal.note }, dismissal)
    // The same words, and no rule minds them.
    return this.places.same(span) ? 'already' : 'conflict'
  }

  private role({ block: old, span }: Extract<Decision, { kind: 'role' }>): Outcome {
    const found = this.places.find(span)
    const block = found && blockAt(this.doc, found.span.to)
    if (!block || !this.places.isBlankUpTo(startOf(block), found.span.to)) return 'conflict'
    if (block.role === old.role && block.level === old.level) return 'already'
    const level = old.level === undefined ? {} : { level: old.level }
    return this.did({ type: 'role-set', block: block.id, at: startOf(block), role: old.role, ...level })
  }

  private remark(conflict: Carried): void {
    const text = this.ports.remark(conflict)
    if (text === null) return
    const note = `carried-${this.decisions.length}` as NoteId
    const { at } = conflict
    const near = rawSpan(Math.max(0, at - 1), at)
    for (const span of [near, rawSpan(at, at)])
      if (this.did({ type: 'noted', note, span, text }) === 'moved') return
  }

  /** Takes an event into the log, where it fits. */
  private did(event: DocumentEvent, signature?: Signature): Outcome {
    const { at, by } = signature ?? this.ports
    const logged: Logged = { seq: this.doc.seq + 1, at, by, event }
    const next = step(this.doc, logged)
    if (!next.ok) return 'conflict'
    this.doc = next.value
    this.events.push(logged)
    return 'moved'
  }

  private name(): CorrectionId {
    for (;;) {
      const id = `carried-${++this.names}` as CorrectionId
      if (!this.doc.corrections.has(id)) return id
    }
  }

  private textOf(span: Span): string {
    return this.doc.raw.text.slice(span.from, span.to)
  }
}

/** White space at an end of what was replaced is no part of the place: how the new text is broken, the engine has seen to. */
function atEnds(quote: string, insert: string): string {
  if (quote.trim() === '') return insert
  const start = /^\s/.test(quote) ? insert.trimStart() : insert
  return /\s$/.test(quote) ? start.trimEnd() : start
}
