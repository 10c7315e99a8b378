import type { BlockId, Correction, Reason, RuleId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { editList } from '../../src/core/corrections/edit.ts'
import type { Exportable, ExportOptions, ExportSource } from '../../src/core/export/exporter.ts'
import type { Block, Role, Suggestion } from '../../src/core/structure/block.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'

/** A block as the tests write it: its role, what the source prints, and what takes its place if anything does. */
export type Piece = readonly [role: Role | 'section-2', printed: string, corrected?: string]

/** A source whose blocks are `pieces`, one after the other. */
export function source(
  name: string,
  pieces: readonly Piece[],
  more: Partial<ExportSource> = {},
): ExportSource {
  const raw = rawText(pieces.map((p) => p[1]).join(''), 'ab'.repeat(32))
  if (!raw.ok) throw new Error(raw.error.kind)
  let at = 0
  const blocks: Block[] = []
  const corrections: Correction[] = []
  for (const [role, printed, corrected] of pieces) {
    const span = rawSpan(at, at + printed.length)
    const block = `b${at}` as BlockId
    const edit = { span, insert: corrected ?? '' }
    const correction = `c${at}` as CorrectionId
    const edits = editList(corrected === undefined ? [] : [{ ...edit, correction }])
    if (!edits.ok) throw new Error('edits overlap')
    if (corrected !== undefined) {
      corrections.push({
        kind: 'replace',
        id: correction,
        origin: { kind: 'rule', rule: 'han-spaces' as RuleId, version: 1 },
        layer: 'layout',
        reason: { key: 'between' },
        block,
        edits: [edit],
        replaces: [printed],
      })
    }
    blocks.push({
      id: block,
      role: role === 'section-2' ? 'heading' : role,
      decidedBy: 'engine',
      ...(role === 'section-2' ? { level: 2 } : {}),
      spans: [span],
      edits: edits.value,
    })
    at += printed.length
  }
  return { name, encoding: 'utf-8', raw: raw.value, blocks, corrections, suggestions: [], pages: [], ...more }
}

export function book(pieces: readonly Piece[], more: Partial<ExportSource> = {}): Exportable {
  return { sources: [source('x.txt', pieces, more)] }
}

export function suggestion(
  rule: string,
  from: number,
  to: number,
  more: Partial<Suggestion> = {},
): Suggestion {
  return {
    key: 'k' as Suggestion['key'],
    rule: rule as RuleId,
    version: 1,
    block: 'b0' as BlockId,
    span: rawSpan(from, to),
    quote: 'quote',
    reason: { key: 'why' },
    confidence: 0.5,
    fixes: [],
    ...more,
  }
}

export const options: ExportOptions = {
  stem: 'x',
  messages: (rule: RuleId, reason: Reason) => `${rule}: ${[reason.key, ...(reason.values ?? [])].join(' ')}`,
}

/** The files that an exporter writes, or the error as it is. */
export function files(
  result: { ok: true; value: ReadonlyMap<string, string> } | { ok: false },
): Record<string, string> {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return Object.fromEntries(result.value)
}
