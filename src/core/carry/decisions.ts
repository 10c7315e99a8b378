import type { Correction, Replacement } from '../corrections/correction.ts'
import type { Dismissal, Document, Note, PrintedSo, ReadMark } from '../document/document.ts'
import type { DocumentEvent, Logged, NoteId } from '../document/event.ts'
import { startOf } from '../document/spans.ts'
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
  /** A block was split, joined, lifted, moved or typed in: about the blocks of this text, and no other's. */
  | { readonly kind: 'structure'; readonly type: DocumentEvent['type'] }
)

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
  const ofStructure = new Set(inForce.flatMap(({ event }) => madeBy(event)))
  const out: Decision[] = [...structural, ...roles(doc, inForce), ...reverted(start, doc, inForce)]
  for (const correction of doc.corrections.values())
    if (correction.kind === 'replace' && correction.origin.kind !== 'rule' && !ofStructure.has(correction.id))
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
  const one = (from: number, to = from): Decision[] => [
    { kind: 'structure', id: `${event.type} ${seq}`, span: rawSpan(from, to), type: event.type },
  ]
  switch (event.type) {
    case 'split':
    case 'joined':
    case 'typed-in':
      return one(event.at)
    case 'merged':
      return one(event.what.at)
    case 'lifted':
      return one(event.spans[0]?.from ?? 0, event.spans[0]?.to)
    case 'moved':
      return event.what.kind === 'block'
        ? one(event.what.at)
        : one(event.what.spans[0]?.from ?? 0, event.what.spans[0]?.to)
    case 'role-set':
    case 'promoted':
      // Of a block that is there no more, nothing else is left to tell.
      return doc.blocks.has(event.block) ? [] : one(event.at)
    default:
      return []
  }
}

function madeBy(event: DocumentEvent): string[] {
  if (event.type === 'typed-in') return [event.correction]
  if (event.type === 'joined') return event.added.map((c) => c.id)
  return event.type === 'merged' && event.what.kind === 'blocks' ? event.what.added.map((c) => c.id) : []
}

function extent(correction: Correction): Span {
  const spans = correction.kind === 'replace' ? correction.edits.map((e) => e.span) : correction.spans
  const from: RawOffset = rawOffset(Math.min(...spans.map((s) => s.from)))
  return { from, to: rawOffset(Math.max(...spans.map((s) => s.to))) }
}
