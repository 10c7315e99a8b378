import type { Document, Note, PrintedSo } from '../../core/document/document.ts'
import type { NoteId } from '../../core/document/event.ts'
import type { Span } from '../../core/text/offset.ts'

/** Do they touch? An empty span touches what it stands in, or at the edge of. */
function touches(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** The notes on a stretch of raw text. */
export function notesAt(doc: Document, span: Span): (Note & { readonly id: NoteId })[] {
  return [...doc.notes].flatMap(([id, note]) => (touches(note.span, span) ? [{ ...note, id }] : []))
}

/** What was left as printed on a stretch of raw text; null where nothing was. */
export function printedAt(doc: Document, span: Span): PrintedSo | null {
  for (const printed of doc.asPrinted.values()) if (touches(printed.span, span)) return printed
  return null
}
