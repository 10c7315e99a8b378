import type { Document } from '../../core/document/document.ts'
import type { ExportError } from '../../core/export/exporter.ts'
import { documentSource, stemOf } from '../../core/export/from-document.ts'
import { EXPORTERS } from '../../core/export/index.ts'
import { reasonText } from '../../core/messages.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Encoding } from '../../core/text/encoding.ts'

/** What is to be exported, and how. */
export interface ExportRequest {
  readonly source: { readonly name: string; readonly encoding: Encoding }
  /** An exporter's id. */
  readonly format: string
  readonly figures: boolean
  readonly findings: boolean
  readonly corrections: boolean
  readonly spans: boolean
}

export interface ExportedFile {
  readonly name: string
  readonly content: string
}

/** A file on its way out of the worker: as a blob, which is handed over without being copied. */
export interface ExportedBlob {
  /** The event as of which it is. */
  readonly seq: number
  readonly name: string
  readonly content: Blob
}

/** The beginning of a file. */
export interface ExportPreview {
  readonly seq: number
  readonly name: string
  readonly lines: readonly string[]
  /** Lines of the whole file. */
  readonly lineCount: number
  /** Bytes of the whole file, in UTF-8. */
  readonly size: number
}

/** More lines than these nobody reads before saving. */
const SHOWN = 2_000
/** A line may be a whole paragraph, or a whole book that is damaged in an unheard-of way. */
const LONGEST = 5_000

/**
 * The file that an exporter makes of the book as it is: the same bytes as the command line's. Reasons are given in
 * Chinese as there: exports are read by machines and must not differ from desk to desk.
 */
export function exportBook(doc: Document, request: ExportRequest): Result<ExportedFile, ExportError> {
  const exporter = EXPORTERS.find((e) => e.id === request.format)
  if (!exporter) throw new Error(`no exporter ${request.format}`)
  const written = exporter.write(
    { sources: [documentSource(request.source, doc)] },
    {
      stem: stemOf(request.source.name),
      messages: (rule, reason) => reasonText(rule, reason, 'zh'),
      figures: request.figures,
      findings: request.findings,
      corrections: request.corrections,
      spans: request.spans,
    },
  )
  if (!written.ok) return err(written.error)
  const [[name, content] = ['', '']] = written.value
  return ok({ name, content })
}

export function asBlob({ name, content }: ExportedFile, seq: number): ExportedBlob {
  const type = name.endsWith('.json') ? 'application/json' : 'text/plain'
  return { seq, name, content: new Blob([content], { type: `${type};charset=utf-8` }) }
}

export function preview({ name, content }: ExportedFile, seq: number): ExportPreview {
  const lines: string[] = []
  let at = 0
  while (lines.length < SHOWN && at < content.length) {
    const end = content.indexOf('\n', at)
    const stop = end < 0 ? content.length : end
    lines.push(content.slice(at, Math.min(stop, at + LONGEST)) + (stop - at > LONGEST ? '…' : ''))
    at = stop + 1
  }
  let lineCount = lines.length
  for (let i = at; i < content.length; lineCount++) {
    const end = content.indexOf('\n', i)
    i = end < 0 ? content.length : end + 1
  }
  return { seq, name, lines, lineCount, size: new TextEncoder().encode(content).length }
}
