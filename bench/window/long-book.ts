import { analyse } from '../../src/core/analyse.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { packAnalysis, payloadHash } from '../../src/core/document/codec.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent, Logged, NoteId } from '../../src/core/document/event.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { obey } from '../../src/core/obey.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { type RawText, rawText } from '../../src/core/text/raw-text.ts'
import { largeBook } from './large-book.ts'

export interface LongBook {
  readonly raw: RawText
  readonly payload: string
  /** Before its first event. */
  readonly start: Document
  readonly events: readonly Logged[]
}

/** A large book on which editors have worked for long. */
export function longBook(characters: number, events: number): LongBook {
  const made = rawText(largeBook(characters), 'f'.repeat(64))
  if (!made.ok) throw new Error(made.error.kind)
  const raw = made.value
  const analysis = obey(raw, analyse(raw))
  const payload = packAnalysis(analysis)
  const start = fromAnalysis(raw, analysis)
  if (!start.ok) throw new Error(start.error.reason)
  const done = log(start.value, events, analysis.engine, payloadHash(payload))
  return { raw, payload, start: start.value, events: done }
}

/** What editors do, over and over: a character retyped, a stretch marked as read, a note, a finding turned down, an undo. */
function log(doc: Document, count: number, engine: string, hash: string): Logged[] {
  const out: Logged[] = []
  const add = (event: DocumentEvent): void => {
    const at = new Date(Date.UTC(2026, 0, 1) + out.length * 1000).toISOString()
    out.push({ seq: out.length + 1, at, by: 'editor', event })
  }
  add({ type: 'analysed', engine, payload: hash })
  const blocks = blocksOf(doc).filter((b) => b.role !== 'furniture' && correctedText(doc.raw, b).length > 4)
  const open = [...doc.suggestions.keys()]
  for (let round = 0; out.length < count; round++) {
    const block = blocks[round % blocks.length]!
    const [span] = block.spans
    if (round < blocks.length) {
      const change = { span: cleanSpan(2, 3), insert: '改' }
      const event = retype(doc, block.id, change, `e-${round}` as CorrectionId)
      if (event.ok && event.value) add(event.value)
      if (event.ok && event.value && round % 20 === 0) add({ type: 'undone', seq: out.length })
    }
    if (span.from < span.to) add({ type: 'marked-read', spans: [rawSpan(span.from, span.to)], read: true })
    const key = open[round]
    if (key !== undefined) add({ type: 'dismissed', suggestion: key, note: '原书如此' })
    if (round % 5 === 0)
      add({ type: 'noted', note: `n-${round}` as NoteId, span: rawSpan(span.from, span.to), text: '待查' })
  }
  return out.slice(0, count)
}
