import type { Correction, Replacement } from '../corrections/correction.ts'
import type { Dismissal, Document, Note, PrintedSo, ReadMark } from '../document/document.ts'
import type { DocumentEvent, Logged, NoteId } from '../document/event.ts'
import { isEmpty, startOf } from '../document/spans.ts'
import type { Block } from '../structure/block.ts'
import { type RawOffset, rawOffset, rawSpan, type Span } from '../text/offset.ts'

/** One thing that an editor has decided in a book, and where. */
export type Decision = { readonly id: string; readonly span: Span } & (
  | { readonly kind: 'correction'; readonly correction: Replacement }
  /** What the engine had mended was taken back. */
  | { readonly kind: 'reverted'; readonly correction: Correction }
  | { readonly kind: 'dismissed'; readonly dismissal: Dismissal }
  | { readonly kind: 'as-printed'; readonly mark: PrintedSo }
  | { readonly kind: 'note'; readonly note: NoteId; readonly mark: Note }
  | { readonly kind: 'bookmark'; readonly label: string }
  | { readonly kind: 'read'; readonly mark: ReadMark }
  | { readonly kind: 'role'; readonly block: Block }
  /** A block was split, joined, lifted, moved or typed in, in event `seq`. */
  | { readonly kind: 'structure'; readonly seq: number; readonly event: StructureEvent }
)

/** What changes the blocks of a book. Of roles only those whose block is there no more: the others are read off the blocks. */
export type StructureEvent = Extract<
  DocumentEvent,
  { readonly type: 'split' | 'joined' | 'merged' | 'lifted' | 'moved' | 'typed-in' | 'role-set' | 'promoted' }
>

/** What is told of a decision in one word. */
export type DecisionName = Exclude<Decision['kind'], 'structure'> | StructureEvent['type']

export function nameOf(decision: Decision): DecisionName {
  return decision.kind === 'structure' ? decision.event.type : decision.kind
}

/** What was written with a decision: the text put in, the words of a note. */
export function decidedIn(decision: Decision): string {
  switch (decision.kind) {
    case 'correction':
      return decision.correction.edits.map(({ insert }) => insert).join('')
    case 'dismissed':
      return decision.dismissal.note
    case 'note':
      return decision.mark.text
    case 'bookmark':
      return decision.label
    case 'structure':
      return decision.event.type === 'typed-in' ? decision.event.text : ''
    case 'reverted':
    case 'as-printed':
    case 'read':
    case 'role':
      return ''
  }
}

/**
 * All decisions that are in force in a book, in the order of their places. `start` is the book before its first event,
 * `log` all that led from there to `doc`.
 */
export function decisionsOf(start: Document, doc: Document, log: readonly Logged[]): Decision[] {
  const inForce = log.filter(({ seq }) => {
    const past = doc.past.get(seq)
    return past?.undone === false && past.undoes === null
  })
  const structural = inForce.flatMap(({ seq, event }) => structure(doc, seq, event))
  // What a join or a typed block has made of its own is told with it.
  const ofStructure = new Set<string>(inForce.flatMap(({ event }) => madeBy(doc, event)))
  const out: Decision[] = [...structural, ...roles(doc, inForce), ...reverted(start, doc, inForce)]
  for (const correction of doc.corrections.values())
    if (correction.kind === 'replace' && correction.origin.kind !== 'rule' && !isOf(ofStructure, correction))
      out.push({
        kind: 'correction',
        id: `correction ${correction.id}`,
        span: extent(correction),
        correction,
      })
  for (const [key, dismissal] of doc.dismissed)
    out.push({ kind: 'dismissed', id: `dismissed ${key}`, span: dismissal.suggestion.span, dismissal })
  for (const [seq, mark] of doc.asPrinted)
    out.push({ kind: 'as-printed', id: `as-printed ${seq}`, span: mark.span, mark })
  for (const [note, mark] of doc.notes)
    out.push({ kind: 'note', id: `note ${note}`, span: mark.span, note, mark })
  for (const [at, { label }] of doc.bookmarks)
    out.push({ kind: 'bookmark', id: `bookmark ${at}`, span: rawSpan(at, at), label })
  for (const [at, mark] of doc.read) out.push({ kind: 'read', id: `read ${at}`, span: mark.span, mark })
  return out.sort((a, b) => a.span.from - b.span.from || (a.id < b.id ? -1 : 1))
}

function roles(doc: Document, log: readonly Logged[]): Decision[] {
  const ids = new Set(
    log.flatMap(({ event }) => (event.type === 'role-set' || event.type === 'promoted' ? [event.block] : [])),
  )
  return [...ids].flatMap((id): Decision[] => {
    const block = doc.blocks.get(id)
    if (!block) return []
    const at = startOf(block)
    return [{ kind: 'role', id: `role ${id}`, span: rawSpan(at, at), block }]
  })
}

function reverted(start: Document, doc: Document, log: readonly Logged[]): Decision[] {
  const ids = new Set(
    log.flatMap(({ event }) =>
      event.type === 'corrected' && event.added.length === 0 ? event.withdrawn : [],
    ),
  )
  return [...ids].flatMap((id): Decision[] => {
    const correction = start.corrections.get(id)
    if (!correction || doc.corrections.has(id)) return []
    return [{ kind: 'reverted', id: `reverted ${id}`, span: extent(correction), correction }]
  })
}

function structure(doc: Document, seq: number, event: DocumentEvent): Decision[] {
  const one = (event: StructureEvent, { from, to }: Span): Decision[] => [
    { kind: 'structure', id: `${event.type} ${seq}`, span: rawSpan(from, to), seq, event },
  ]
  const at = (from: RawOffset): Span => ({ from, to: from })
  switch (event.type) {
    case 'split':
    case 'joined':
    case 'typed-in':
      return one(event, at(event.at))
    case 'merged':
      return one(event, at(event.what.at))
    case 'lifted':
      return one(event, event.spans[0] ?? at(rawOffset(0)))
    case 'moved':
      return one(
        event,
        event.what.kind === 'block' ? at(event.what.at) : (event.what.spans[0] ?? at(rawOffset(0))),
      )
    case 'role-set':
    case 'promoted':
      // Of a block that is there no more, nothing else is left to tell.
      return doc.blocks.has(event.block) ? [] : one(event, at(event.at))
    default:
      return []
  }
}

/** The names of what an event of structure has brought along: corrections, and a block that is still nothing but typed text. */
function madeBy(doc: Document, event: DocumentEvent): string[] {
  if (event.type === 'typed-in') {
    const isTyped = doc.blocks.get(event.created)?.spans.every(isEmpty) === true
    return isTyped ? [event.correction, event.created] : [event.correction]
  }
  if (event.type === 'joined') return event.added.map((c) => c.id)
  return event.type === 'merged' && event.what.kind === 'blocks' ? event.what.added.map((c) => c.id) : []
}

function isOf(made: ReadonlySet<string>, { id, block }: Replacement): boolean {
  return made.has(id) || made.has(block)
}

function extent(correction: Correction): Span {
  const spans = correction.kind === 'replace' ? correction.edits.map((e) => e.span) : correction.spans
  const from: RawOffset = rawOffset(Math.min(...spans.map((s) => s.from)))
  return { from, to: rawOffset(Math.max(...spans.map((s) => s.to))) }
}
