import type { Origin, Relocation, RuleId } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import { type Part, partsOf } from '../corrections/parts.ts'
import { blockAt, type Document, type Signature } from '../document/document.ts'
import type { DocumentEvent, Logged, NoteId } from '../document/event.ts'
import { step } from '../document/replay.ts'
import { startOf } from '../document/spans.ts'
import type { Table } from '../document/table.ts'
import { retype } from '../document/verbs/retype.ts'
import type { Block } from '../structure/block.ts'
import { correctedText } from '../structure/segments.ts'
import { rawOffset, rawSpan, type Span } from '../text/offset.ts'
import { squeeze } from './alignment.ts'
import type { Carried, CarryPorts, ConflictReason } from './carried.ts'
import { cleanRange } from './clean-range.ts'
import { decidedIn, type Decision, type StructureEvent } from './decisions.ts'
import type { Found, Places } from './places.ts'
import { CARRIED } from './remark.ts'
import { restructure } from './restructure.ts'

const SHOWN = 60

interface Result {
  readonly document: Document
  readonly events: readonly Logged[]
  readonly decisions: readonly Carried[]
}

type Settled = 'moved' | 'already' | ConflictReason

export interface Task {
  readonly old: Document
  readonly fresh: Document
  readonly places: Places
  /** Decisions that would break the digit lock. */
  readonly refused: ReadonlySet<string>
  readonly ports: CarryPorts
}

/** Lays one decision after the other over the new book. */
export class Carrier {
  private readonly places: Places
  private readonly old: Document
  private readonly ports: CarryPorts
  private readonly refused: ReadonlySet<string>
  private doc: Document
  private readonly events: Logged[] = []
  private readonly decisions = new Map<Decision, Carried>()
  private names = 0

  constructor({ old, fresh, places, refused, ports }: Task) {
    this.old = old
    this.doc = fresh
    this.places = places
    this.refused = refused
    this.ports = ports
  }

  carry(decision: Decision): void {
    const verdict = this.refused.has(decision.id) ? 'digits' : this.verdict(decision)
    const isConflict = verdict !== 'moved' && verdict !== 'already'
    const { span } = decision
    const found = this.places.find(span)
    const at = found ? found.span.from : this.places.near(span.from)
    const quote = this.old.raw.text.slice(span.from, span.to === span.from ? span.from + 12 : span.to)
    const now = found && span.to > span.from ? this.textOf(found.span) : this.doc.raw.text.slice(at, at + 12)
    const carried: Carried = {
      decision,
      outcome: isConflict ? 'conflict' : verdict,
      reason: isConflict ? verdict : null,
      decided: decidedIn(decision),
      quote: quote.slice(0, SHOWN),
      at,
      now: now.slice(0, SHOWN),
    }
    this.decisions.set(decision, carried)
    if (isConflict) this.remark(carried)
  }

  /** `decisions`: in the order in which they are told. */
  result(decisions: readonly Decision[]): Result {
    const told = decisions.flatMap((one) => this.decisions.get(one) ?? [])
    return { document: this.doc, events: this.events, decisions: told }
  }

  private verdict(decision: Decision): Settled {
    switch (decision.kind) {
      case 'correction':
        return this.correction(decision)
      case 'reverted':
        return this.reverted(decision)
      case 'dismissed':
        return this.dismissed(decision)
      case 'as-printed': {
        const span = this.places.same(decision.span)
        if (!span) return this.places.whyNot(decision.span)
        const keys = decision.mark.suggestions
          .map((s) => s.key)
          .filter((key) => this.doc.suggestions.has(key))
        const event = { type: 'as-printed', span, replaces: this.textOf(span), suggestions: keys } as const
        return this.did(event, decision.mark)
      }
      case 'note': {
        const span = this.places.same(decision.span)
        const { note, mark } = decision
        if (!span) return this.places.whyNot(decision.span)
        return this.did({ type: 'noted', note, span, text: mark.text }, mark)
      }
      case 'bookmark': {
        const found = this.places.find(decision.span)
        if (!found) return this.places.whyNot(decision.span)
        return this.did({ type: 'bookmarked', at: found.span.to, label: decision.label })
      }
      case 'read': {
        if (this.places.isBlank(decision.span)) return 'already'
        const span = this.places.same(decision.span)
        if (!span) return this.places.whyNot(decision.span)
        return this.did({ type: 'marked-read', spans: [span], read: true }, decision.mark)
      }
      case 'role':
        return this.role(decision)
      case 'structure':
        return this.structure(decision.event)
    }
  }

  /** All its edits, or none. */
  private correction({ correction }: Extract<Decision, { kind: 'correction' }>): Settled {
    const before = { doc: this.doc, events: this.events.length }
    const verdicts = new Set<Settled>()
    for (const part of partsOf(correction)) {
      const found = this.places.find(part.span)
      verdicts.add(found ? this.replaced(found, part, correction.origin) : this.places.whyNot(part.span))
    }
    const conflict = [...verdicts].find((one) => one !== 'moved' && one !== 'already')
    if (conflict === undefined) return verdicts.has('moved') ? 'moved' : 'already'
    this.doc = before.doc
    this.events.length = before.events
    return conflict
  }

  private replaced(found: Found, { span, block: home, replaces, insert }: Part, origin: Origin): Settled {
    const wanted = atEnds(replaces, insert)
    const gap = found.before === '' && found.now === '' ? found.gap : found.span
    // Between two blocks, what is put in belongs to the one that it belonged to.
    const isHead = span.from === span.to && this.old.blocks.get(home)?.spans[0].from === span.from
    const isBefore = gap.from === gap.to && !isHead
    const block = blockAt(
      this.doc,
      rawOffset(isBefore ? Math.max(0, gap.from - 1) : isHead ? gap.to : gap.from),
    )
    const range = block && cleanRange(this.doc.raw, block, gap)
    if (!block || !range) return 'refused'
    const current = correctedText(this.doc.raw, block).slice(range.from, range.to)
    if (current === wanted) return this.answeredFor(block, gap, origin)
    if (found.now !== found.before)
      return squeeze(current).text === squeeze(insert).text ? 'already' : 'changed'
    const made = retype(this.doc, block.id, { span: range, insert: wanted }, this.name() as CorrectionId)
    if (!made.ok) return 'refused'
    if (!made.value) return 'already'
    const settles = origin.kind === 'accepted' && this.doc.suggestions.has(origin.suggestion)
    return this.did(settles ? { ...made.value, accepts: origin.suggestion } : made.value)
  }

  /** What the engine has done again, and the editor had looked at, needs no second look. */
  private answeredFor(block: Block, gap: Span, origin: Origin): Settled {
    const rule = origin.kind === 'manual' ? null : origin.rule
    const confirmed = this.byEngine(block, gap)
      .filter((one) => one.rule === rule || one.isQueued)
      .map(({ id }) => id)
    if (confirmed.length === 0) return 'already'
    return this.did({ type: 'corrected', added: [], withdrawn: [], confirmed })
  }

  /** What the engine did again is taken back again. */
  private reverted({ correction, span }: Extract<Decision, { kind: 'reverted' }>): Settled {
    const found = this.places.find(span)
    if (!found) return this.places.whyNot(span)
    if (found.before !== found.now) return 'changed'
    const rule = correction.origin.kind === 'rule' ? correction.origin.rule : null
    const again = correction.kind === 'move' ? this.liftedAgain(correction) : this.editedAgain(found, rule)
    if (again === null) return 'refused'
    if (again.length === 0) return 'already'
    return this.did({ type: 'corrected', added: [], withdrawn: [...new Set(again)] })
  }

  private editedAgain({ gap }: Found, rule: RuleId | null): CorrectionId[] | null {
    const block = blockAt(this.doc, rawOffset(Math.max(0, gap.from - 1)))
    if (!block) return null
    return this.byEngine(block, gap).flatMap((one) => (one.rule === rule ? [one.id] : []))
  }

  private liftedAgain({ spans }: Relocation): CorrectionId[] | null {
    const now = spans.map((span) => this.places.same(span))
    if (now.includes(null)) return null
    return [...this.doc.corrections.values()].flatMap((one) => {
      const isSame = one.kind === 'move' && one.spans.some((s) => now.some((n) => n && overlap(s, n)))
      return isSame && one.origin.kind === 'rule' ? [one.id] : []
    })
  }

  /** The engine's own corrections of a stretch. */
  private byEngine(
    block: Block,
    gap: Span,
  ): { readonly id: CorrectionId; readonly rule: RuleId; readonly isQueued: boolean }[] {
    const ids = block.edits.filter((e) => overlap(e.span, gap)).map((e) => e.correction)
    return [...new Set(ids)].flatMap((id) => {
      const one = this.doc.corrections.get(id)
      if (one?.kind !== 'replace' || one.origin.kind !== 'rule') return []
      return [{ id, rule: one.origin.rule, isQueued: one.markedReading === true }]
    })
  }

  private structure(event: StructureEvent): Settled {
    const { old, doc, places } = this
    const made = restructure({ old, doc, places, name: () => this.name() }, event)
    if (typeof made === 'string') return made
    const key = 'accepts' in event ? event.accepts : undefined
    const settles =
      key !== undefined && doc.suggestions.has(key) && (made.type === 'split' || made.type === 'joined')
    return this.did(settles ? { ...made, accepts: key } : made)
  }

  private dismissed({ dismissal, span }: Extract<Decision, { kind: 'dismissed' }>): Settled {
    const { key } = dismissal.suggestion
    if (this.doc.suggestions.has(key))
      return this.did({ type: 'dismissed', suggestion: key, note: dismissal.note }, dismissal)
    // The same words, and no rule minds them.
    return this.places.same(span) ? 'already' : this.places.whyNot(span)
  }

  private role({ block: old, span }: Extract<Decision, { kind: 'role' }>): Settled {
    const found = this.places.find(span)
    const block = found && blockAt(this.doc, found.span.to)
    if (!block) return this.places.whyNot(span)
    if (!this.places.isBlankUpTo(startOf(block), found.span.to)) return 'refused'
    if (block.role === old.role && block.level === old.level) return 'already'
    const level = old.level === undefined ? {} : { level: old.level }
    return this.did({ type: 'role-set', block: block.id, at: startOf(block), role: old.role, ...level })
  }

  private remark(conflict: Carried): void {
    const text = this.ports.remark(conflict)
    if (text === '') return
    const note = this.name() as NoteId
    const { at } = conflict
    const near = rawSpan(Math.max(0, at - 1), at)
    for (const span of [near, rawSpan(at, at)])
      if (this.did({ type: 'noted', note, span, text }) === 'moved') return
  }

  /** Takes an event into the log, where it fits. */
  private did(event: DocumentEvent, signature?: Signature): Settled {
    const { at, by } = signature ?? this.ports
    const logged: Logged = { seq: this.doc.seq + 1, at, by, event }
    const next = step(this.doc, logged)
    if (!next.ok) return 'refused'
    this.doc = next.value
    this.events.push(logged)
    return 'moved'
  }

  /** Of whatever is to be named. A proof of a proof has such names already. */
  private name(): string {
    for (;;) {
      const id = `${CARRIED}${++this.names}`
      const isTaken = [this.old.notes, this.doc.notes, this.doc.corrections, this.doc.blocks].some((table) =>
        (table as Table<string, unknown>).has(id),
      )
      if (!isTaken) return id
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

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}
