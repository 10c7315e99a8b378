import type { Exporter, ExportOptions } from '../core/export/exporter.ts'
import { EXPORTERS } from '../core/export/index.ts'
import { reasonText, type Language } from '../core/messages.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { Arguments, OptionKinds } from './arguments.ts'
import type { Messages } from './messages.ts'

/** Options of all commands that export. */
export const EXPORT_OPTIONS: OptionKinds = {
  out: 'value',
  format: 'value',
  figures: 'flag',
  findings: 'flag',
  corrections: 'flag',
  spans: 'flag',
}

export interface Formats {
  readonly exporters: readonly Exporter[]
  readonly options: Omit<ExportOptions, 'stem'>
}

// Exports are read by machines and must not differ from desk to desk: their messages are Chinese, as the books are.
const LANGUAGE: Language = 'zh'

/** What is to be written, as the arguments say; the error is a sentence. */
export function formatsOf(args: Arguments, m: Messages): Result<Formats, string> {
  const exporters: Exporter[] = []
  for (const id of (args.values.get('format') ?? 'json,text').split(',')) {
    const found = EXPORTERS.find((e) => e.id === id)
    if (!found) return err(m.badValue('--format', id, EXPORTERS.map((e) => e.id).join(' ')))
    if (!exporters.includes(found)) exporters.push(found)
  }
  return ok({
    exporters,
    options: {
      messages: (rule, reason) => reasonText(rule, reason, LANGUAGE),
      figures: args.flags.has('figures'),
      findings: args.flags.has('findings'),
      corrections: args.flags.has('corrections'),
      spans: args.flags.has('spans'),
    },
  })
}
